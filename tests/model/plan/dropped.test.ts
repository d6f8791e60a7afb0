/** When a recorded step is given up, or is still right: each time the curve is the one of tfjs alone. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { installKernels } from '../../../src/model/kernels';
import { enableKernels } from '../../../src/model/kernels/run';
import type { Learner } from '../../../src/model/training/learner';
import type { Trainer, TrainerOptions } from '../../../src/model/training/trainer';
import { useBackend, WASM } from '../kernels/backends';
import { byTfjs, curve, film, packed, sameShape, SHAPE, trainerOn } from './problems';

/** Steps until a plan is in use. */
const LEARNED = 3;
const MORE = 4;

/** What both ways of training make of the same: `between` comes when the plan is in use. */
async function bothWays(
  between: (trainer: Trainer) => unknown,
  batchOf = sameShape,
  more: Partial<TrainerOptions> = {},
) {
  const run = async (learner: Learner) => {
    const trainer = trainerOn(learner, batchOf, more);
    const before = curve(trainer, LEARNED + 1);
    const replayed = trainer.replayed;
    await between(trainer);
    return { trainer, replayed, losses: [...before, ...curve(trainer, MORE)] };
  };
  const planned = await run(film());
  const plain = await run(byTfjs(film()));
  expect(planned.replayed).toBe(1);
  expect(planned.losses).toEqual(plain.losses);
  const { rows } = await plain.trainer.state();
  expect((await planned.trainer.state()).rows).toEqual(rows);
  plain.trainer.dispose();
  return planned.trainer;
}

describe.each(WASM)('a recorded step on %s', (backend) => {
  beforeEach(() => useBackend(backend));

  it('is dropped when a run is restored, and recorded again', async () => {
    const trainer = await bothWays(async (one) => {
      const state = await one.state();
      one.restore({ ...state, rows: state.rows.map((value, i) => (i % 7 ? value : value * 0.9)) });
    });
    expect(trainer.replayed).toBe(1);
    trainer.dispose();
  });

  it('is another one for another number of tasks', async () => {
    const shapes = (step: number) => packed({ ...SHAPE, tasks: step > LEARNED ? 2 : 4 }, step);
    const trainer = await bothWays((one) => (one.tasksPerStep = 2), shapes);
    expect(trainer.replayed).toBe(2);
    trainer.dispose();
  });

  it('stays right when the learning rate changes, and when it decays', async () => {
    const trainer = await bothWays((one) => (one.learningRate = 0.05), sameShape, {
      decaySteps: 20,
    });
    expect(trainer.replayed).toBe(1);
    trainer.dispose();
  });

  it('stays right after steps in pieces', async () => {
    const trainer = await bothWays((one) => {
      const pieces = one.stepInPieces(2);
      let piece = pieces.next();
      while (!piece.done) piece = pieces.next();
      piece.value.dispose();
    });
    expect(trainer.replayed).toBe(1);
    trainer.dispose();
  });

  it('stays right when the memory grows', async () => {
    const { wasm } = tf.engine().backend as unknown as { wasm: { HEAPU8: Uint8Array } };
    const trainer = await bothWays(() => {
      const before = wasm.HEAPU8.length;
      const large = tf.zeros([before / 4]);
      expect(wasm.HEAPU8.length).toBeGreaterThan(before);
      large.dispose();
    });
    trainer.dispose();
  });

  it('stays right while others compute in between', async () => {
    const held: tf.Tensor[] = [];
    const trainer = await bothWays(() => {
      for (let i = 0; i < 50; i++) held.push(tf.fill([1 + 40 * i], i));
    });
    curve(trainer, 3);
    held.forEach((tensor, i) => expect(new Set(tensor.dataSync())).toEqual(new Set([i % 50])));
    tf.dispose(held);
    trainer.dispose();
  });

  it('is not used without this project’s kernels', () => {
    const trainer = trainerOn(film(), sameShape);
    curve(trainer, LEARNED + 1);
    enableKernels(false);
    try {
      curve(trainer, 1);
      expect(trainer.replayed).toBe(0);
    } finally {
      enableKernels(true);
    }
    trainer.dispose();
  });

  it('is dropped when another module computes', async () => {
    const trainer = trainerOn(film(), sameShape);
    curve(trainer, LEARNED + 1);
    const other = WASM.find((name) => name !== backend);
    if (other) {
      await installKernels(other === 'wasm-simd' ? 'simd' : 'relaxed');
      curve(trainer, 1);
      expect(trainer.replayed).toBe(0);
      curve(trainer, LEARNED);
      expect(trainer.replayed).toBe(1);
    }
    trainer.dispose();
  });

  it.each<[string, (x: tf.Scalar) => tf.Scalar]>([
    ['reads a value', (x: tf.Scalar) => tf.mul(x, 1 + 0 * x.dataSync()[0])],
    ['computes in JavaScript', (x: tf.Scalar) => tf.add(x, tf.mul(0, tf.sum(tf.range(0, 3))))],
  ])('is none where the loss %s', (_name, change) => {
    const learner: Learner = { ...film(), loss: (...values) => change(film().loss(...values)) };
    const planned = trainerOn(learner, sameShape);
    const plain = trainerOn(byTfjs(learner), sameShape);
    expect(curve(planned, 6)).toEqual(curve(plain, 6));
    expect(planned.replayed).toBe(0);
    planned.dispose();
    plain.dispose();
  });

  it('is none where the loss keeps a tensor, which stays what it is', () => {
    const kept: tf.Tensor[] = [];
    const keeping: Learner = {
      ...film(),
      loss: (...values) => {
        const loss = film().loss(...values);
        kept.push(tf.keep(tf.mul(loss, 2)), tf.keep(tf.tensor1d([1, 2, 3])));
        return loss;
      },
    };
    const planned = trainerOn(keeping, sameShape);
    const losses = curve(planned, 6);
    expect(planned.replayed).toBe(0);
    expect(kept.map((tensor) => tensor.dataSync()[0])).toEqual(losses.flatMap((x) => [2 * x, 1]));
    tf.dispose(kept);
    const plain = trainerOn(byTfjs(film()), sameShape);
    expect([...losses, ...curve(planned, 2)]).toEqual(curve(plain, 8));
    tf.dispose(kept.filter((tensor) => !tensor.isDisposed));
    planned.dispose();
    plain.dispose();
  });

  it('leaves nothing behind when recording fails', async () => {
    let step = 0;
    const failing: Learner = {
      ...film(),
      loss: (...values) => {
        const loss = film().loss(...values);
        if (step++ === 1) throw new Error('no more');
        return loss;
      },
    };
    const planned = trainerOn(failing, sameShape);
    const first = curve(planned, 1);
    const { numTensors } = tf.memory();
    expect(() => planned.step()).toThrow('no more');
    expect(tf.memory().numTensors).toBe(numTensors);
    const plain = trainerOn(byTfjs(film()), sameShape);
    expect([...first, ...curve(planned, 5)]).toEqual(curve(plain, 6));
    expect(planned.replayed).toBe(1);
    expect((await planned.state()).rows).toEqual((await plain.state()).rows);
    planned.dispose();
    plain.dispose();
  });

  it('is none, with a fault told, where the loss is another one at each step', () => {
    const faults: string[] = [];
    const changing = (): Learner => {
      let step = 0;
      const { loss, ...rest } = film();
      return { ...rest, loss: (...values) => tf.mul(loss(...values), 1 + 0.1 * step++) };
    };
    const onFault = (detail: string) => faults.push(detail);
    const planned = trainerOn(changing(), sameShape, { onFault });
    const plain = trainerOn(byTfjs(changing()), sameShape, { onFault });
    expect(curve(planned, 6)).toEqual(curve(plain, 6));
    expect(planned.replayed).toBe(0);
    expect(faults).toHaveLength(1);
    expect(Number(faults[0])).toBeGreaterThan(1e-5);
    planned.dispose();
    plain.dispose();
  });

  it('is none where noise is drawn', () => {
    const trainer = trainerOn({ ...film(), repeats: undefined }, sameShape);
    curve(trainer, 5);
    expect(trainer.replayed).toBe(0);
    trainer.dispose();
  });
});
