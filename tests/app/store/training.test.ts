import { describe, expect, it } from 'vitest';
import { createAppStore } from '../../../app/store';
import { reached, thinned } from '../../../app/store/training';

const progress = (step: number, loss = 1) => ({
  step,
  tasksSeen: step * 8,
  loss,
  rate: 10,
  phase: null,
});

it('counts no fewer steps than the newest parameters have', () => {
  const mark = (step: number) => ({ step, tasksSeen: 8 * step });
  const at = (told: number | null, marks: number[], mode: 'play' | 'pause' = 'play') =>
    reached({ progress: told === null ? null : progress(told), checkpoints: marks.map(mark) }, mode)
      ?.step;
  expect(at(500, [460, 501])).toBe(501);
  expect(at(505, [501])).toBe(505);
  // The first loss comes after the first parameters; those of an earlier visit are no steps of this one.
  expect(at(null, [0, 1])).toBe(1);
  expect(at(null, [0])).toBeUndefined();
  expect(at(null, [0, 501], 'pause')).toBeUndefined();
});

describe('the curves of a run', () => {
  it('keep one loss a step, none that is no number', () => {
    const store = createAppStore();
    for (const [step, loss] of [
      [1, 0.9],
      [1, 0.9],
      [2, NaN],
      [3, 0.8],
    ])
      store.getState().noteProgress([progress(step, loss)]);
    expect(store.getState().losses.map((point) => point.step)).toEqual([1, 3]);
  });

  it('forget what a rewind has left behind', () => {
    const store = createAppStore();
    for (const step of [1, 2, 3, 4, 5]) store.getState().noteProgress([progress(step)]);
    store.getState().noteProgress([progress(3)]);
    expect(store.getState().losses.map((point) => point.step)).toEqual([1, 2, 3]);
  });

  it('stay bounded and keep their ends', () => {
    const store = createAppStore();
    for (let step = 1; step <= 10_000; step++) store.getState().noteProgress([progress(step)]);
    const { losses } = store.getState();
    expect(losses.length).toBeLessThanOrEqual(2400);
    expect(losses.at(-1)?.step).toBe(10_000);
    expect(losses[0].step).toBeLessThan(50);
    expect(thinned([1, 2, 3, 4])).toEqual([2, 4]);
  });

  it('mark a changed learning rate once a step, from first to last', () => {
    const store = createAppStore();
    store.getState().noteProgress([progress(7)]);
    store.getState().noteHyperparameters({ learningRate: 1e-3, tasksPerStep: 8 });
    store.getState().noteHyperparameters({ learningRate: 5e-4, tasksPerStep: 8 });
    expect(store.getState().marks).toEqual([
      { step: 7, tasksSeen: 56, name: 'learningRate', from: 2e-3, to: 5e-4 },
    ]);
  });
});
