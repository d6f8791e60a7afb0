/**
 * Trains a model headless on wasm and writes a checkpoint with its provenance.
 *
 *   npm run train -- --setting SETTING --modulation KIND [--encoder KIND] [--hybrid KIND]
 *     [--treatment plain|full] [--protocol open|paper-scenario] [--preset small|paper] [--steps N]
 *     [--seed S] [--out DIR] [--name NAME] [--data FOLDER_OR_FILE]
 *
 * `src/kinds.ts` has the names of settings and kinds; a wrong one is answered with all of them.
 *
 * DIR (default `build/models`) gets `NAME.ckpt` (default `setting-modulation`), and its entry in
 * `index.json`. The metrics in the provenance are those of the checkpoint as it is on disk, rounded
 * to a byte a parameter, on held-out tasks.
 */
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from '../src/model/checkpoint';
import { cmmlRecommender } from '../src/model/cmml-system';
import { parameterSpecs } from '../src/model/cmml';
import {
  ENCODERS,
  HYBRIDS,
  MODULATIONS,
  PRESETS,
  readSetting,
  TREATMENTS,
  type Setting,
} from '../src/kinds';
import { evaluateSystem } from '../src/model/evaluation/evaluate';
import { ParameterSet } from '../src/model/parameter-set';
import { PROTOCOLS } from '../src/model/protocols';
import { cmmlLearner } from '../src/model/training/cmml-learner';
import { train } from '../src/model/training/run';
import type { Provenance } from '../src/model/types';
import { arithmetic } from '../src/model/kernels/arithmetic';
import { sayArithmetic, useBackend } from './lib/backend';
import { loadBundledDataset } from './lib/dataset';
import { oneOf, whole } from './lib/flags';
import { datasetAt } from './lib/own-data';

const CHOICES = {
  modulation: MODULATIONS,
  encoder: ENCODERS,
  hybrid: HYBRIDS,
  treatment: TREATMENTS,
  preset: PRESETS,
  // Checkpoints hold no table of learned item vectors, as the protocols of users have it.
  protocol: ['open', 'paper-scenario'],
} as const;

const { values: flags } = parseArgs({
  options: {
    protocol: { type: 'string', default: 'open' },
    setting: { type: 'string', default: 'anonymous' },
    modulation: { type: 'string', default: 'film' },
    encoder: { type: 'string' },
    hybrid: { type: 'string', default: 'dot' },
    treatment: { type: 'string', default: 'plain' },
    preset: { type: 'string', default: 'small' },
    steps: { type: 'string' },
    seed: { type: 'string', default: '0' },
    out: { type: 'string', default: 'build/models' },
    name: { type: 'string' },
    data: { type: 'string' },
  },
});

const choose = <K extends keyof typeof CHOICES>(name: K, otherwise = '') =>
  oneOf<(typeof CHOICES)[K][number]>(name, flags[name] ?? otherwise, CHOICES[name]);

const protocol = PROTOCOLS[choose('protocol')];
const setting = oneOf<Setting>('setting', readSetting(flags.setting), protocol.settings);
const treatment = oneOf('treatment', choose('treatment'), protocol.treatments);
const parts = {
  encoder: choose('encoder', protocol.encoder),
  hybrid: choose('hybrid'),
  modulation: choose('modulation'),
  preset: choose('preset'),
};
const seed = whole('seed', flags.seed, 0);
const schedule = protocol.schedule(setting, treatment);
const steps = flags.steps === undefined ? schedule.steps : whole('steps', flags.steps);
// A setting's former name still makes the file that the command made.
const name = flags.name ?? `${flags.setting}-${parts.modulation}`;

/** The commit, marked when files differ from it: then the command alone does not reproduce it. */
function commit(): string {
  try {
    const id = execSync('git rev-parse --short=12 HEAD', { encoding: 'utf8' }).trim();
    const changed = execSync('git status --porcelain -- src scripts public/datasets', {
      encoding: 'utf8',
    });
    return changed ? `${id}-modified` : id;
  } catch {
    return 'unknown';
  }
}

await useBackend('wasm');
sayArithmetic();
const dataset = flags.data
  ? await datasetAt(flags.data, (line) => console.log(line))
  : await loadBundledDataset();
const asked = { setting, treatment, seed, hybrid: parts.hybrid };
const data = protocol.data(dataset, asked, true);
const config = protocol.config(asked, parts, data.pairDim);
const learner = cmmlLearner(config, protocol.training(setting, treatment));

const started = Date.now();
const parameters = await train(learner, data, schedule, {
  seed,
  steps,
  onProgress(step, loss) {
    if (step % 500 !== 0 && step !== steps) return;
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`step ${step} of ${steps}, loss ${loss.toFixed(4)}, ${seconds} s`);
  },
});

const provenance: Provenance = {
  command: `npm run train -- ${process.argv.slice(2).join(' ')}`,
  setting,
  treatment,
  seed,
  steps,
  commit: commit(),
  date: new Date().toISOString(),
  dataset: dataset.manifest.name,
  metrics: {},
  arithmetic: arithmetic(),
};
const trained: Checkpoint = { config, flat: await parameters.flat(), provenance };
provenance.metrics = await measure(await decodeCheckpoint(await encodeCheckpoint(trained)));

const file = await encodeCheckpoint(trained);
mkdirSync(flags.out, { recursive: true });
writeFileSync(path.join(flags.out, `${name}.ckpt`), file);
writeIndex();
const kilobytes = (gzipSync(file).length / 1024).toFixed(0);
console.log(`${name}.ckpt: ${trained.flat.length} parameters, ${kilobytes} kB gzip`);
for (const [metric, value] of Object.entries(provenance.metrics)) {
  console.log(`  ${metric}: ${value}`);
}

/** Held-out metrics of a checkpoint, to four decimals. */
async function measure(checkpoint: Checkpoint): Promise<Record<string, number>> {
  const rounded = new ParameterSet(parameterSpecs(checkpoint.config), checkpoint.flat);
  const recommender = cmmlRecommender(checkpoint.config, rounded, data);
  const system = {
    id: name,
    name,
    settings: [setting],
    trained: true,
    train: async () => recommender,
  };
  const plan = { protocol: protocol.id, ...asked, steps, wrongSupport: false };
  const {
    rows: [row],
  } = await evaluateSystem(dataset, system, plan);
  return Object.fromEntries(
    Object.entries(row)
      .filter((entry): entry is [string, number] => /recall|mae|ndcg/.test(entry[0]))
      .map(([metric, value]) => [metric, Number(value.toFixed(4))]),
  );
}

/** One entry a checkpoint; the page looks its variant up in it. */
function writeIndex(): void {
  const index = path.join(flags.out, 'index.json');
  const entry = {
    file: `${name}.ckpt`,
    variant: {
      setting: setting === 'rating' ? 'user' : 'scenario',
      ...parts,
      preset: parts.preset === 'paper' ? 'paper' : undefined,
    },
    trained: { setting, treatment, seed, steps },
  };
  const others: (typeof entry)[] = existsSync(index) ? JSON.parse(readFileSync(index, 'utf8')) : [];
  const entries = [...others.filter(({ file }) => file !== entry.file), entry];
  entries.sort((a, b) => (a.file < b.file ? -1 : 1));
  writeFileSync(index, `${JSON.stringify(entries, null, 2)}\n`);
}
