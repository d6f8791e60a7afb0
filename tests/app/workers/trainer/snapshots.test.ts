import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../../scripts/lib/backend';
import { joinRows, thirds } from '../../../../app/workers/trainer/moments';
import { calming, Throttle } from '../../../../app/workers/trainer/pace';
import { SCENARIO } from '../model';

import { newest, pauseAll, play, started } from './running';

beforeAll(() => useBackend('wasm'));
afterEach(pauseAll);

describe('snapshots', () => {
  it('come at most so often', async () => {
    const trainer = await started(SCENARIO, 100);
    const from = performance.now();
    await play(trainer, 40);
    const seconds = (performance.now() - from) / 1000;
    // One more when the run starts, one when it pauses.
    expect(trainer.snapshots().length).toBeLessThanOrEqual(10 * seconds + 3);
    expect(trainer.snapshots().filter(({ moments }) => moments).length).toBeLessThanOrEqual(
      seconds / 2 + 1,
    );
  });

  it('hold the same parameters with moments and without', async () => {
    const trainer = await started();
    for (let step = 0; step < 3; step++) await trainer.train('step');
    const { flat } = await trainer.state();
    const { moments, flat: sent } = newest(trainer);
    expect(moments).toBeUndefined();
    expect(sent).toEqual(flat);
    expect(sent.buffer.byteLength).toBe(flat.byteLength);
    expect(trainer.snapshots().some((each) => each.moments)).toBe(true);
  });

  it('are let through by the clock alone', () => {
    let now = 0;
    const throttle = new Throttle(100, () => now);
    const through: number[] = [];
    for (now = 0; now <= 1000; now += 7) if (throttle.due()) through.push(now);
    expect(through).toHaveLength(10);
    for (let k = 1; k < through.length; k++) {
      expect(through[k] - through[k - 1]).toBeGreaterThanOrEqual(100);
    }
  });

  it('are lively for the first seconds of a run, and rarer the longer it goes on', () => {
    let now = 0;
    const throttle = new Throttle(250, () => now, calming);
    const through: number[] = [];
    for (now = 0; now < 600_000; now += 10) if (throttle.due()) through.push(now);
    const within = (from: number, to: number) =>
      through.filter((at) => at >= 1000 * from && at < 1000 * to).length;
    expect(within(0, 5)).toBe(20);
    expect(within(55, 60)).toBeLessThan(10);
    // Nobody waits longer than two seconds for what a run has become.
    expect(within(500, 600)).toBe(50);
    expect(through.length).toBeLessThan(600_000 / 250 / 4);
  });
});

describe('moments', () => {
  it('lie behind the parameters', () => {
    const rows = joinRows(Float32Array.of(1, 2), Float32Array.of(3, 4), Float32Array.of(5, 6));
    expect([...rows]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(thirds(rows).map((row) => [...row])).toEqual([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
    expect([...joinRows(Float32Array.of(1), null, null)]).toEqual([1, 0, 0]);
  });
});
