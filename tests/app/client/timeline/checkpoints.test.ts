import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckpointRing } from '../../../../app/client/timeline/checkpoints';

const at = (step: number) => ({ step, tasksSeen: step, loss: 0, flat: Float32Array.of(step) });

describe('the ring of checkpoints', () => {
  it('stays bounded and keeps the first and the newest, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 4, max: 20 }),
        (gaps, capacity) => {
          const ring = new CheckpointRing(capacity);
          let step = 0;
          for (const gap of gaps) ring.offer(at((step += gap)));
          const steps = ring.marks().map((mark) => mark.step);
          expect(steps.length).toBeLessThanOrEqual(capacity);
          expect(steps[0]).toBe(gaps[0]);
          expect(steps.at(-1)).toBe(step);
          expect(steps).toEqual([...steps].sort((a, b) => a - b));
        },
      ),
    );
  });

  it('spreads what it keeps over the whole run', () => {
    const ring = new CheckpointRing(16);
    for (let step = 1; step <= 5000; step++) ring.offer(at(step));
    const steps = ring.marks().map((mark) => mark.step);
    const gaps = steps.slice(1, -1).map((step, k) => step - steps[k]);
    expect(steps.length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * Math.max(1, Math.min(...gaps.slice(1))));
  });

  it('forgets an abandoned future', () => {
    const ring = new CheckpointRing(8);
    for (const step of [10, 20, 30, 40]) ring.offer(at(step));
    ring.offer(at(20));
    expect(ring.marks().map((mark) => mark.step)).toEqual([10, 20]);
    expect(ring.at(20)?.flat[0]).toBe(20);
    expect(ring.at(40)).toBeUndefined();
  });
});
