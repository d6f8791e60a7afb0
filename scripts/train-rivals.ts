/**
 * Trains the rivals that ship with the page for the race, and writes them to `public/models/rivals`.
 *
 *   npx tsx scripts/train-rivals.ts [--setting visitor,rating] [--rival dcn,melu,s2meta]
 *     [--steps N] [--seed S] [--out DIR]
 *
 * Every rival gets the full treatment: the features, residual targets and extra tasks of CMML.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildRival, encodeRival, SHIPPED_RIVALS } from '../src/model/baselines/checkpoint';
import type { RivalDescription, ShippedRival } from '../src/model/baselines/checkpoint';
import { INNER_RATE, S2META_STEPS } from '../src/model/baselines/families';
import { rivalLearner } from '../src/model/baselines/learner';
import { objectiveOf, rivalData, rivalRecommender } from '../src/model/baselines/rival-system';
import { evaluateRating } from '../src/model/evaluation/rating';
import { evaluateVisitor } from '../src/model/evaluation/visitor';
import { scheduleOf } from '../src/model/recipes';
import { train } from '../src/model/training/run';
import type { Setting } from '../src/model/types';
import { useBackend } from './lib/backend';
import { loadBundledDataset, REPOSITORY } from './lib/dataset';

const TREATMENT = 'full';
/** Inner steps of MeLU in meta-training, as in the paper's user-specific setting. */
const MELU_STEPS = 5;
/** Inner loops cost many times a step of CMML: fewer tasks each, more steps instead. */
const TASKS_PER_STEP = { dcn: 8, melu: 8, s2meta: 4 };

const { values: flags } = parseArgs({
  options: {
    setting: { type: 'string', default: 'visitor,rating' },
    rival: { type: 'string', default: SHIPPED_RIVALS.join(',') },
    steps: { type: 'string' },
    seed: { type: 'string', default: '0' },
    out: { type: 'string', default: path.join(REPOSITORY, 'public', 'models', 'rivals') },
  },
});

function describe(kind: ShippedRival, setting: Setting, pairDim: number): RivalDescription {
  const objective = objectiveOf(setting);
  const steps = { dcn: 0, melu: MELU_STEPS, s2meta: S2META_STEPS }[kind];
  return { kind, objective, pairDim, steps, rate: kind === 'melu' ? INNER_RATE[setting] : 0 };
}

const commit = () =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: REPOSITORY }).toString().trim();

const dataset = await loadBundledDataset();
await useBackend('wasm');
await mkdir(flags.out, { recursive: true });

for (const setting of flags.setting.split(',') as Setting[]) {
  for (const kind of flags.rival.split(',') as ShippedRival[]) {
    const seed = Number(flags.seed);
    const schedule = { ...scheduleOf(setting, TREATMENT), tasksPerStep: TASKS_PER_STEP[kind] };
    const steps = Number(flags.steps ?? schedule.steps);
    const room = { dataset, setting, treatment: TREATMENT, seed, steps, support: 32 } as const;
    const data = rivalData(room);
    const description = describe(kind, setting, data.pairDim);
    const rival = buildRival(description);
    const started = Date.now();
    const parameters = await train(rivalLearner(rival), data, schedule, {
      ...room,
      onProgress: (step, loss) => {
        if (step % 250 === 0)
          process.stderr.write(`${setting} ${kind} ${step} ${loss.toFixed(3)}\n`);
      },
    });
    const recommender = rivalRecommender(rival, parameters, data, room);
    const metrics =
      setting === 'rating'
        ? await evaluateRating(dataset, recommender, seed)
        : await evaluateVisitor(dataset, recommender, seed);
    const command = `npx tsx scripts/train-rivals.ts --setting ${setting} --rival ${kind} --steps ${steps} --seed ${seed}`;
    const provenance = {
      command, setting, treatment: TREATMENT, seed, steps, metrics,
      commit: commit(), date: new Date().toISOString(), dataset: dataset.manifest.name,
    } as const; // prettier-ignore
    const file = await encodeRival({ description, flat: await parameters.flat(), provenance });
    await writeFile(path.join(flags.out, `${setting}-${kind}.bin`), file);
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(
      `${setting}-${kind}.bin ${file.length} bytes, ${seconds} s`,
      JSON.stringify(metrics),
    );
    recommender.dispose?.();
  }
}
