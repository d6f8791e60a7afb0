/**
 * Trains the baselines that ship with the page for the race, and writes them to `public/models/baselines`.
 *
 *   npx tsx scripts/train-baselines.ts [--setting anonymous,rating] [--baseline dcn,melu,s2meta]
 *     [--steps N] [--seed S] [--out DIR]
 *
 * Every baseline gets the full treatment: the features, residual targets and extra tasks of CMML.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom, deriveSeed } from '../src/data/random';
import {
  buildBaseline,
  decodeBaseline,
  encodeBaseline,
  SHIPPED_BASELINES,
} from '../src/model/baselines/checkpoint';
import type { BaselineDescription, ShippedBaseline } from '../src/model/baselines/checkpoint';
import { INNER_RATE, S2META_RATE, S2META_STEPS } from '../src/model/baselines/families';
import { baselineLearner } from '../src/model/baselines/learner';
import type { Baseline } from '../src/model/baselines/baseline';
import {
  objectiveOf,
  baselineData,
  baselineRecommender,
} from '../src/model/baselines/baseline-system';
import { evaluateRating } from '../src/model/evaluation/rating';
import { evaluateAnonymous } from '../src/model/evaluation/anonymous';
import { readSetting } from '../src/kinds';
import { scheduleOf } from '../src/model/recipes';
import type { ParameterSet } from '../src/model/parameter-set';
import { initialise } from '../src/model/specs';
import { Trainer, type TrainerOptions } from '../src/model/training/trainer';
import type { Setting } from '../src/model/types';
import { sayArithmetic, useBackend } from './lib/backend';
import { loadBundledDataset, REPOSITORY } from './lib/dataset';

const TREATMENT = 'full';
/** Inner steps of MeLU in meta-training, as in the paper's user-specific setting. */
const MELU_STEPS = 5;
/** Inner loops cost many times a step of CMML: fewer tasks each, more steps instead. */
const TASKS_PER_STEP = { dcn: 8, melu: 8, s2meta: 4 };

const { values: flags } = parseArgs({
  options: {
    setting: { type: 'string', default: 'anonymous,rating' },
    baseline: { type: 'string', default: SHIPPED_BASELINES.join(',') },
    steps: { type: 'string' },
    seed: { type: 'string', default: '0' },
    out: { type: 'string', default: path.join(REPOSITORY, 'public', 'models', 'baselines') },
  },
});

function describe(kind: ShippedBaseline, setting: Setting, pairDim: number): BaselineDescription {
  const objective = objectiveOf(setting);
  const steps = { dcn: 0, melu: MELU_STEPS, s2meta: S2META_STEPS }[kind];
  return {
    kind,
    objective,
    pairDim,
    steps,
    rate: { dcn: 0, melu: INNER_RATE[setting], s2meta: S2META_RATE[setting] }[kind],
  };
}

/**
 * Starting parameters. s2Meta goes on from the shipped MeLU of the setting, whose network it shares:
 * its inner loop costs twenty times a step of CMML, and its controllers are what is left to learn.
 */
async function startOf(
  kind: ShippedBaseline,
  setting: Setting,
  baseline: Baseline,
  seed: number,
): Promise<Float32Array> {
  const flat = initialise(baseline.specs, createRandom(deriveSeed(seed, 'parameters')));
  if (kind !== 's2meta') return flat;
  const melu = await decodeBaseline(await readFile(path.join(flags.out, `${setting}-melu.bin`)));
  flat.set(melu.flat);
  return flat;
}

async function trainFrom(
  flat: Float32Array,
  steps: number,
  options: TrainerOptions,
): Promise<ParameterSet> {
  const trainer = new Trainer(options);
  const rows = new Float32Array(3 * flat.length);
  rows.set(flat);
  trainer.restore({ step: 0, tasksSeen: 0, rows });
  for (let step = 1; step <= steps; step++) {
    const loss = trainer.step();
    if (step % 50 === 0 || step === steps) {
      const [value] = await loss.data();
      await trainer.assertFinite(value);
      process.stderr.write(`${step} ${value.toFixed(3)}\n`);
    }
    loss.dispose();
  }
  return trainer.parameters;
}

const commit = () =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: REPOSITORY }).toString().trim();

const dataset = await loadBundledDataset();
await useBackend('wasm');
sayArithmetic();
await mkdir(flags.out, { recursive: true });

for (const setting of flags.setting.split(',').map(readSetting) as Setting[]) {
  for (const kind of flags.baseline.split(',') as ShippedBaseline[]) {
    const seed = Number(flags.seed);
    const schedule = { ...scheduleOf(setting, TREATMENT), tasksPerStep: TASKS_PER_STEP[kind] };
    const steps = Number(flags.steps ?? schedule.steps);
    const room = { dataset, setting, treatment: TREATMENT, seed, steps, support: 32 } as const;
    const data = baselineData(room);
    const description = describe(kind, setting, data.pairDim);
    const baseline = buildBaseline(description);
    const started = Date.now();
    const parameters = await trainFrom(await startOf(kind, setting, baseline, seed), steps, {
      learner: baselineLearner(baseline), ...data, ...schedule, seed, decaySteps: steps,
    }); // prettier-ignore
    const recommender = baselineRecommender(baseline, parameters, data, room);
    const { metrics } =
      setting === 'rating'
        ? await evaluateRating(dataset, recommender, seed)
        : await evaluateAnonymous(dataset, recommender, seed);
    const command = `npx tsx scripts/train-baselines.ts --setting ${setting} --baseline ${kind} --steps ${steps} --seed ${seed}`;
    const provenance = {
      command, setting, treatment: TREATMENT, seed, steps, metrics,
      commit: commit(), date: new Date().toISOString(), dataset: dataset.manifest.name,
    } as const; // prettier-ignore
    const file = await encodeBaseline({ description, flat: await parameters.flat(), provenance });
    await writeFile(path.join(flags.out, `${setting}-${kind}.bin`), file);
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(
      `${setting}-${kind}.bin ${file.length} bytes, ${seconds} s`,
      JSON.stringify(metrics),
    );
    recommender.dispose?.();
  }
}
