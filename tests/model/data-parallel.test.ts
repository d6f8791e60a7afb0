/** Shards of a meta-batch: their sum is the whole, in a fixed order, whoever computes them. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { packTasks, pairFeatures } from '../../src/data/features';
import type { Task } from '../../src/data/types';
import { cmmlLearner } from '../../src/model/training/cmml-learner';
import {
  DataParallel,
  type Helper,
  type ShardQuestion,
} from '../../src/model/training/data-parallel';
import { shardsOf, sumShards } from '../../src/model/training/shards';
import { Trainer } from '../../src/model/training/trainer';
import { distance } from './kernels/backends';
import { TINY, useBackend, values } from './setup';

const ITEMS = 20;
const features = pairFeatures(new Float32Array(0), 0, values(ITEMS * TINY.sizes.pairDim, 5), ITEMS);

/** A trainer on tasks whose pairs are drawn anew at each step. */
const trainer = (tasksPerStep = 8, seed = 1) =>
  new Trainer({
    learner: cmmlLearner(TINY),
    sampler: {
      batch: (random, count) =>
        Array.from({ length: count }, (_, b): Task => {
          const pair = (k: number) => ({ user: -1, item: random.integer(ITEMS), label: k % 2 });
          return {
            id: `${b}`,
            support: Array.from({ length: 5 }, (_none, k) => pair(k)),
            query: Array.from({ length: 6 }, (_none, k) => pair(k)),
          };
        }),
    },
    pack: (tasks) => packTasks(features, tasks),
    seed,
    learningRate: 0.01,
    tasksPerStep,
    weightDecay: 1e-5,
    clip: 0.25,
  });

/** A helper with a model of its own, that answers after `ms`. */
function helper(ms: number, gives = (_: ShardQuestion) => true): Helper {
  const own = trainer();
  const gradient = new Float32Array(own.parameters.size);
  return {
    async ask(question) {
      const { step, tasks, shard, parameters } = question;
      if (!gives(question)) return null;
      await new Promise((resolve) => setTimeout(resolve, ms));
      own.tasksPerStep = tasks;
      own.lendParameters(parameters);
      return {
        gradient,
        loss: own.gradient(own.sample(step).slice(shard.from, shard.to), gradient),
      };
    },
  };
}

interface Curve {
  losses: number[];
  rows: Float32Array;
}

async function curveOf(
  one: Trainer,
  step: () => Promise<tf.Scalar> | tf.Scalar,
  steps: number,
): Promise<Curve> {
  const losses: number[] = [];
  for (let k = 0; k < steps; k++) {
    const loss = await step();
    losses.push((await loss.data())[0]);
    loss.dispose();
  }
  const { rows } = await one.state();
  one.dispose();
  return { losses, rows };
}

const shared = (workers: number, helpers: Helper[], steps: number, tasks = 8) => {
  const one = trainer(tasks);
  const parallel = new DataParallel(one, workers, helpers);
  return curveOf(one, () => parallel.step(), steps);
};

describe('shards', () => {
  it('cover all tasks, as even as can be, the first never the largest', () => {
    expect(shardsOf(8, 3)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 5 },
      { from: 5, to: 8 },
    ]);
    for (let tasks = 1; tasks <= 20; tasks++) {
      for (let workers = 1; workers <= 6; workers++) {
        const shards = shardsOf(tasks, workers);
        const sizes = shards.map(({ from, to }) => to - from);
        expect(shards.length).toBe(Math.min(tasks, workers));
        expect(shards.map(({ from }) => from)).toEqual([
          0,
          ...shards.slice(0, -1).map((s) => s.to),
        ]);
        expect(shards.at(-1)!.to).toBe(tasks);
        expect(sizes[0]).toBe(Math.min(...sizes));
        expect(Math.max(...sizes) - sizes[0]).toBeLessThanOrEqual(1);
      }
    }
  });

  it('are weighted by their tasks', () => {
    const into = new Float32Array(2);
    const results = [
      { loss: 1, gradient: Float32Array.of(4, 0) },
      { loss: 5, gradient: Float32Array.of(0, 8) },
    ];
    expect(sumShards(shardsOf(4, 2), results, into)).toBe(3);
    expect([...into]).toEqual([2, 4]);
    expect(
      sumShards(
        [
          { from: 0, to: 1 },
          { from: 1, to: 4 },
        ],
        results,
        results[0].gradient,
      ),
    ).toBe(4);
    expect([...results[0].gradient]).toEqual([1, 6]);
  });
});

describe.each(['cpu', 'wasm'] as const)('data-parallel training on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([1, 2, 3, 4, 8, 20])('sums %s shards to the gradient of the whole', (workers) => {
    const one = trainer();
    const tasks = one.sample();
    const gradientOf = (some: Task[]) => {
      const gradient = new Float32Array(one.parameters.size);
      return { loss: one.gradient(some, gradient), gradient };
    };
    const whole = gradientOf(tasks);
    const shards = shardsOf(tasks.length, workers);
    const into = new Float32Array(one.parameters.size);
    const results = shards.map(({ from, to }) => gradientOf(tasks.slice(from, to)));
    expect(sumShards(shards, results, into)).toBeCloseTo(whole.loss, 5);
    expect(distance(into, whole.gradient)).toBeLessThan(1e-5);
    one.dispose();
  });

  it('gives the same curve whoever computes the shards, and whenever they arrive', async () => {
    const alone = await shared(3, [], 12);
    expect(await shared(3, [helper(0), helper(0)], 12)).toEqual(alone);
    expect(await shared(3, [helper(4), helper(0)], 12)).toEqual(alone);
    expect(await shared(3, [helper(0, ({ step }) => step > 3 && step < 8)], 12)).toEqual(alone);
    const phased = trainer();
    const parallel = new DataParallel(phased, 3, []);
    const step = () => {
      const halves = parallel.stepAlone();
      halves.next();
      return halves.next().value as tf.Scalar;
    };
    expect(await curveOf(phased, step, 12)).toEqual(alone);
  });

  it.each([2, 3, 4])('follows the curve of one worker with %s', async (workers) => {
    const one = trainer();
    const single = await curveOf(one, () => one.step(), 20);
    const several = await shared(workers, [helper(0)], 20);
    expect(distance(several.losses, single.losses)).toBeLessThan(1e-4);
  });

  it('goes on where there are fewer tasks than workers', async () => {
    const { losses } = await shared(4, [helper(0), helper(0), helper(0)], 5, 2);
    expect(losses.every(Number.isFinite)).toBe(true);
  });

  it('keeps no tensor', async () => {
    const one = trainer();
    const parallel = new DataParallel(one, 2, []);
    const step = async () => (await parallel.step()).dispose();
    for (let k = 0; k < 5; k++) await step();
    const { numTensors } = tf.memory();
    for (let k = 0; k < 5; k++) await step();
    expect(tf.memory().numTensors).toBe(numTensors);
    one.dispose();
  });
});

describe('data-parallel training by recorded steps', () => {
  beforeAll(() => useBackend('wasm'));

  it('replays each shard, and stays right when others lend parameters', async () => {
    const one = trainer();
    const parallel = new DataParallel(one, 2, []);
    for (let k = 0; k < 6; k++) (await parallel.step()).dispose();
    expect(one.replayed).toBe(1);
    const own = new Float32Array(one.parameters.size);
    one.readParameters(own);
    const tasks = one.sample().slice(0, 4);
    const [before, lent, after] = [0, 0, 0].map(() => new Float32Array(own.length));
    one.gradient(tasks, before);
    one.lendParameters(own.map((value) => 0.5 * value));
    one.gradient(tasks, lent);
    one.lendParameters(own);
    one.gradient(tasks, after);
    expect(one.replayed).toBe(1);
    expect(after).toEqual(before);
    expect(distance(lent, before)).toBeGreaterThan(1e-4);
    one.dispose();
  });
});
