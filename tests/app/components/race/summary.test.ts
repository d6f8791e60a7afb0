import { describe, expect, it } from 'vitest';

import { systemOf, currentField, stepsOf } from '../../../../app/components/race/systems';
import { advantage, claimOf, duel, timingOf } from '../../../../app/components/race/summary';
import type { RaceRun } from '../../../../app/protocol/race';

const run = (value: number | null, metric: 'recall@20' | 'mae' = 'recall@20'): RaceRun => ({
  adaptMs: [5, 1, 2],
  scoreMs: [1, 1, 10],
  forwardPasses: 1,
  backwardPasses: 0,
  adaptBytes: 0,
  scoreBytes: 0,
  candidates: 2000,
  quality: value === null ? null : { metric, value },
  supportLoss: [],
  backend: 'wasm',
});

describe('timing', () => {
  it('is the median of each half, and of their sums', () => {
    expect(timingOf(run(0))).toEqual({ adapt: 2, score: 1, total: 6 });
  });
});

describe('the claim', () => {
  it('is the ratio of the times to adapt, scoring apart', () => {
    const slow = { ...run(0), adaptMs: [9, 7, 8], scoreMs: [3, 3, 3] };
    expect(claimOf({ cmml: run(0), 'melu-5': slow }, 'melu-5')).toEqual({
      cmml: { adapt: 2, score: 1, total: 6 },
      other: { adapt: 8, score: 3, total: 11 },
      ratio: 4,
    });
  });

  it('is not made before both have run', () => {
    expect(claimOf({ cmml: run(0) }, 'melu-5')).toBeNull();
    expect(claimOf({ cmml: { ...run(0), adaptMs: [0] }, 'melu-5': run(0) }, 'melu-5')).toBeNull();
  });
});

describe('duel', () => {
  const rows = [
    { task: 7, runs: { cmml: run(0.5), 'melu-5': run(0.2) } },
    { task: 8, runs: { cmml: run(0.1), 'melu-5': run(0.4) } },
    { task: 9, runs: { cmml: run(0.1), 'melu-5': run(0.2) } },
    { task: 10, runs: { cmml: run(0.3), 'melu-5': run(0.3) } },
    { task: 11, runs: { cmml: run(0.3), 'melu-5': run(null) } },
  ];

  it('counts, and keeps the tasks that were lost, the worst first', () => {
    const { wins, losses, ties, lost } = duel(rows, 'cmml', 'melu-5');
    expect([wins, losses, ties]).toEqual([1, 2, 1]);
    expect(lost.map(({ task }) => task)).toEqual([8, 9]);
    expect(lost[0].by).toBeCloseTo(0.3);
  });

  it('knows that an error is better small', () => {
    const row = { task: 0, runs: { cmml: run(0.6, 'mae'), s2meta: run(0.9, 'mae') } };
    expect(advantage(row, 'cmml', 's2meta')).toBeCloseTo(0.3);
  });
});

describe('systems', () => {
  it('everybody runs once, those of the table first', () => {
    const field = currentField(7);
    expect(field.slice(0, 4)).toEqual(['dcn', 'melu-7', 's2meta', 'cmml']);
    expect(new Set(field).size).toBe(field.length);
    expect(
      field
        .filter((id) => id.startsWith('melu'))
        .map(stepsOf)
        .sort((a, b) => a! - b!),
    ).toEqual(Array.from({ length: 21 }, (_, k) => k));
  });

  it('become what the worker is asked for', () => {
    const variant = {
      setting: 'scenario',
      encoder: 'mean',
      hybrid: 'dot',
      modulation: 'film',
    } as const;
    const cmml = { variant, seed: 3, flat: null };
    expect(systemOf('melu-12', cmml)).toEqual({ kind: 'melu', steps: 12 });
    expect(systemOf('dcn', cmml)).toEqual({ kind: 'dcn' });
    expect(systemOf('s2meta', cmml)).toEqual({ kind: 's2meta' });
    expect(systemOf('s2meta-10', cmml)).toEqual({ kind: 's2meta', steps: 10 });
    expect(systemOf('cmml', cmml)).toEqual({ kind: 'cmml', variant, seed: 3, flat: null });
  });
});
