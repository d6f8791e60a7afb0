import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { packTasks, pairFeatures } from '../../src/data/features';
import type { TaskSampler } from '../../src/data/tasks/sampler';
import type { Pair } from '../../src/data/types';
import { cmmlLearner } from '../../src/model/training/cmml-learner';
import { Trainer, TrainingDiverged, type TrainerOptions } from '../../src/model/training/trainer';
import type { ModelConfig } from '../../src/model/types';
import { rating, TINY, useBackend, values } from './setup';

const ITEMS = 20;
const features = pairFeatures(new Float32Array(0), 0, values(ITEMS * TINY.sizes.pairDim, 5), ITEMS);

/** A task likes the items above or below a threshold on the first feature. */
const sampler: TaskSampler = {
  batch: (random, count) =>
    Array.from({ length: count }, (_, b) => {
      const sign = random.uniform() < 0.5 ? 1 : -1;
      const likes = (item: number) => sign * features.item[item * features.itemDim] > 0;
      const draw = (liked: boolean): Pair => {
        const item = random.integer(ITEMS);
        return likes(item) === liked ? { user: -1, item, label: liked ? 1 : 0 } : draw(liked);
      };
      return {
        id: `task ${b}`,
        support: [draw(true), draw(true), draw(false), draw(false)],
        query: [draw(true), draw(true), draw(false), draw(false)],
      };
    }),
};

/** The same with support sets of one to four pairs. */
const uneven: TaskSampler = {
  batch: (random, count) =>
    sampler.batch(random, count).map((task, b) => ({
      ...task,
      support: task.support.slice(0, 1 + (b % 4)),
    })),
};

const config: ModelConfig = { ...TINY, prototype: true };

const options = (more: Partial<TrainerOptions> = {}): TrainerOptions => ({
  learner: cmmlLearner(config),
  sampler,
  pack: (tasks) => packTasks(features, tasks),
  seed: 1,
  learningRate: 0.01,
  tasksPerStep: 4,
  weightDecay: 1e-5,
  clip: 0.25,
  ...more,
});

function losses(trainer: Trainer, steps: number): number[] {
  return Array.from({ length: steps }, () => {
    const loss = trainer.step();
    const [value] = loss.dataSync();
    loss.dispose();
    return value;
  });
}

const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe.each(['cpu', 'wasm'] as const)('Trainer on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('learns tasks whose support set decides', () => {
    const trainer = new Trainer(options());
    const curve = losses(trainer, 150);
    expect(mean(curve.slice(-20))).toBeLessThan(0.5 * mean(curve.slice(0, 20)));
    expect(trainer.tasksSeen).toBe(150 * 4);
  });

  it('gives the same curve for the same seed, bit for bit, and another for another', () => {
    const curve = losses(new Trainer(options()), 20);
    expect(losses(new Trainer(options()), 20)).toEqual(curve);
    expect(losses(new Trainer(options({ seed: 2 })), 20)).not.toEqual(curve);
  });

  it('goes on from a state as if never stopped', async () => {
    const whole = losses(new Trainer(options()), 12);
    const first = new Trainer(options());
    losses(first, 6);
    const second = new Trainer(options());
    second.restore(await first.state());
    expect(second.steps).toBe(6);
    expect(losses(second, 6)).toEqual(whole.slice(6));
  });

  it('keeps no tensor from step to step', () => {
    const trainer = new Trainer(options());
    losses(trainer, 3);
    const before = tf.memory().numTensors;
    losses(trainer, 5);
    expect(tf.memory().numTensors).toBe(before);
    trainer.dispose();
  });

  const rated: ModelConfig = { ...rating(TINY), encoder: 'gru' };
  const soft: ModelConfig = { ...config, modulation: 'soft' };
  it.each([
    { name: 'film', learner: cmmlLearner(config), pauses: 3 },
    { name: 'film, gru', learner: cmmlLearner({ ...config, encoder: 'gru' }), pauses: 3 },
    {
      name: 'film, consensus',
      learner: cmmlLearner({ ...config, inputs: 'context', consensus: true }),
      pauses: 3,
    },
    { name: 'soft', learner: cmmlLearner(soft), pauses: 3 },
    { name: 'rating', learner: cmmlLearner(rated, { huber: 0.5, pairwise: 0.5 }), pauses: 3 },
    // What looks at all tasks at once, or draws for all in a row, is done at once.
    {
      name: 'soft, regularised',
      learner: cmmlLearner(soft, { routeRegulariser: 0.02 }),
      pauses: 1,
    },
    { name: 'rating with noise', learner: cmmlLearner(rated, { featureNoise: 0.3 }), pauses: 1 },
  ])('gathers the same steps from pieces: $name', async ({ learner, pauses }) => {
    const [whole, pieced] = [1, 2].map(
      () => new Trainer(options({ learner, sampler: uneven, tasksPerStep: 5, learningRate: 1e-3 })),
    );
    for (let step = 0; step < 3; step++) {
      const loss = whole.step();
      const pieces = pieced.stepInPieces(2);
      let next = pieces.next();
      let count = 0;
      for (; !next.done; next = pieces.next()) count++;
      expect(count).toBe(pauses);
      expect(next.value.dataSync()[0]).toBeCloseTo(loss.dataSync()[0], 5);
      tf.dispose([loss, next.value]);
    }
    const [a, b] = [await whole.parameters.flat(), await pieced.parameters.flat()];
    const moved = a.map((v, i) => Math.abs(v - b[i]));
    if (pauses === 1) expect(b).toEqual(a);
    else expect(Math.max(...moved)).toBeLessThan(1e-5);
    expect(pieced.steps).toBe(3);
    const before = tf.memory().numTensors;
    for (const _ of pieced.stepInPieces(2)) expect(tf.memory().numTensors).toBeGreaterThan(before);
    expect(tf.memory().numTensors).toBe(before + 1); // the loss
    whole.dispose();
    pieced.dispose();
  });

  it('draws the tasks of consecutive steps from unrelated streams', () => {
    const first: number[] = [];
    const watching: TaskSampler = {
      batch(random, count) {
        first.push(random.uniform());
        return sampler.batch(random, count);
      },
    };
    losses(new Trainer(options({ sampler: watching, tasksPerStep: 1 })), 400);
    const about = first.map((value) => value - 0.5);
    const related = mean(about.slice(1).map((value, i) => value * about[i])) * 12;
    expect(Math.abs(mean(about))).toBeLessThan(0.05);
    expect(Math.abs(related)).toBeLessThan(0.15);
    // In a row of steps, neighbours must not come in strides.
    const strides = new Set(
      about.slice(1).map((value, i) => ((value - about[i] + 1) % 1).toFixed(2)),
    );
    expect(strides.size).toBeGreaterThan(80);
  });

  it('shows the tasks it will learn from', () => {
    const shown = new Trainer(options());
    const tasks = shown.sample();
    expect(shown.sample()).toEqual(tasks);
    const [value] = shown.learn(tasks).dataSync();
    expect(losses(new Trainer(options()), 1)).toEqual([value]);
  });

  it('lets the learning rate be edited, and the rate fall to nothing', async () => {
    const frozen = new Trainer(options({ weightDecay: 0 }));
    const start = await frozen.parameters.flat();
    frozen.learningRate = 0;
    losses(frozen, 2);
    expect(await frozen.parameters.flat()).toEqual(start);

    const decayed = new Trainer(options({ decaySteps: 3 }));
    losses(decayed, 3);
    const last = await decayed.parameters.flat();
    losses(decayed, 1);
    expect(await decayed.parameters.flat()).toEqual(last);
  });

  it('trains a model that nothing of the support set reaches', () => {
    const learner = cmmlLearner({ ...TINY, modulation: 'none' });
    expect(losses(new Trainer(options({ learner })), 2).every(Number.isFinite)).toBe(true);
  });

  it('says when it has diverged', async () => {
    const trainer = new Trainer(options());
    await expect(trainer.assertFinite(0.5)).resolves.toBeUndefined();
    await expect(trainer.assertFinite(Number.NaN)).rejects.toThrow(TrainingDiverged);
    const { rows, ...counts } = await trainer.state();
    rows[0] = Number.NaN;
    trainer.restore({ ...counts, rows });
    await expect(trainer.assertFinite(0.5)).rejects.toThrow(/step 0/);
  });

  it('refuses the state of another model', () => {
    const trainer = new Trainer(options());
    const state = { step: 1, tasksSeen: 4, rows: new Float32Array(9) };
    expect(() => trainer.restore(state)).toThrow(/expected \d+ values, got 9/);
  });
});

describe('variable support sizes', () => {
  beforeAll(() => useBackend('wasm'));

  it('a padded batch has the mean of its tasks losses', () => {
    const learner = cmmlLearner(config);
    const trainer = new Trainer(options({ learner, sampler: uneven, learningRate: 0 }));
    const tasks = trainer.sample();
    const [together] = trainer.learn(tasks).dataSync();
    const each = tasks.map((task) => trainer.learn([task]).dataSync()[0]);
    expect(together).toBeCloseTo(mean(each), 5);
  });
});
