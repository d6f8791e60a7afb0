import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cmmlLearner } from '../../../src/model/training/cmml-learner';
import { useBackend, WASM } from '../kernels/backends';
import { byTfjs, curve, packed, sameShape, SHAPE, trainerOn, VARIANTS } from './problems';

const STEPS = 10;

describe.each(WASM)('recorded steps on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(VARIANTS)('are those of tfjs bit for bit: $name', async ({ config, training }) => {
    const learner = cmmlLearner(config, training);
    const batches = (step: number) => packed(SHAPE, step, step % 3 === 0);
    const planned = trainerOn(learner, batches);
    const plain = trainerOn(byTfjs(learner), batches);
    expect(curve(planned, STEPS)).toEqual(curve(plain, STEPS));
    expect((await planned.state()).rows).toEqual((await plain.state()).rows);
    // With and without padding.
    expect(planned.replayed).toBe(2);
    expect(plain.replayed).toBe(0);
    planned.dispose();
    plain.dispose();
  });

  it('takes no memory from step to step, and gives all back', () => {
    const before = tf.memory();
    const dataIds = tf.engine().backend.numDataIds();
    const trainer = trainerOn(cmmlLearner(VARIANTS[0].config), sameShape);
    curve(trainer, 5);
    expect(trainer.replayed).toBe(1);
    const { numTensors, numBytes } = tf.memory();
    const held = tf.engine().backend.numDataIds();
    const size = heapBytes();
    curve(trainer, 300);
    expect(tf.memory()).toMatchObject({ numTensors, numBytes });
    expect(tf.engine().backend.numDataIds()).toBe(held);
    expect(heapBytes()).toBe(size);
    trainer.dispose();
    expect(tf.memory()).toMatchObject({
      numTensors: before.numTensors,
      numBytes: before.numBytes,
    });
    expect(tf.engine().backend.numDataIds()).toBe(dataIds);
  });

  it('gives every block of the heap back', () => {
    const run = () => {
      const trainer = trainerOn(cmmlLearner(VARIANTS[1].config), (step) =>
        packed(SHAPE, step, step % 2 === 0),
      );
      curve(trainer, 8);
      expect(trainer.replayed).toBe(2);
      trainer.dispose();
    };
    run(); // scratch of the kernels stays
    expect(blocksLeft(run)).toBe(0);
  });
});

const wasm = () => (tf.engine().backend as unknown as { wasm: Heap }).wasm;
interface Heap {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}
const heapBytes = () => wasm().HEAPU8.length;

/** Blocks of the heap that `work` takes and does not free. */
function blocksLeft(work: () => void): number {
  const heap = wasm();
  const { _malloc, _free } = heap;
  const taken = new Set<number>();
  heap._malloc = (bytes) => {
    const pointer = _malloc(bytes);
    taken.add(pointer >>> 0);
    return pointer;
  };
  heap._free = (pointer) => {
    taken.delete(pointer >>> 0);
    _free(pointer);
  };
  try {
    work();
  } finally {
    Object.assign(heap, { _malloc, _free });
  }
  return taken.size;
}
