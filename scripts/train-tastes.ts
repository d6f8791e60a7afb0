/**
 * `npx tsx scripts/train-tastes.ts [--steps N] [--seed S] [--out DIR]`: the two checkpoints of the scene 'Two tastes',
 * FiLM on one vector and FiLM with attention by candidate, trained alike on the mix of `docs/two-tastes.md`
 * for people whom nobody knows, with small support sets. DIR is `public/models/tastes` unless told.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { encodeCheckpoint } from '../src/model/checkpoint';
import { FAMILY_SYSTEMS, trainFamilySystem } from '../src/model/family-systems';
import { arithmetic } from '../src/model/kernels/arithmetic';
import { sayArithmetic, useBackend } from './lib/backend';
import { loadBundledDataset } from './lib/dataset';
import { whole } from './lib/flags';
import { madeBy } from './lib/provenance';

const { values: flags } = parseArgs({
  options: {
    steps: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '0' },
    out: { type: 'string', default: 'public/models/tastes' },
  },
});
const steps = whole('steps', flags.steps);
const seed = whole('seed', flags.seed, 0);

await useBackend('wasm');
sayArithmetic();
const dataset = await loadBundledDataset();
mkdirSync(flags.out, { recursive: true });
for (const [name, id] of [
  ['attention', 'anonymous-film-attention'],
  ['vector', 'anonymous-film'],
] as const) {
  const system = FAMILY_SYSTEMS.find((one) => one.id === id)!;
  const made = madeBy(`npx tsx scripts/train-tastes.ts ${process.argv.slice(2).join(' ')}`.trim());
  const started = Date.now();
  const onProgress = (step: number, loss: number) => {
    if (step % 500 !== 0) return;
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`${id}: step ${step}, loss ${loss.toFixed(4)}, ${seconds} s`);
  };
  const { config, parameters } = await trainFamilySystem(
    dataset,
    system,
    { seed, steps, onProgress },
    'small',
  );
  const file = await encodeCheckpoint({
    config,
    flat: await parameters.flat(),
    provenance: {
      ...made,
      setting: 'anonymous',
      treatment: 'full',
      seed,
      steps,
      dataset: dataset.manifest.name,
      metrics: {},
      arithmetic: arithmetic(),
    },
  });
  parameters.dispose();
  writeFileSync(path.join(flags.out, `${name}.ckpt`), file);
  console.log(`${name}.ckpt: ${(file.length / 1024).toFixed(0)} kB`);
}
