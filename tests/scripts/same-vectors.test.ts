import { describe, expect, it } from 'vitest';
import { difference } from '../../scripts/lib/same-vectors';

const vectors = { config: { order: 2, adapted: ['a', 'b'] }, params: { w: { data: [1, -0.5] } } };
const changed = (change: (copy: typeof vectors) => void) => {
  const copy = structuredClone(vectors);
  change(copy);
  return difference(vectors, copy);
};

describe('reference vectors made again', () => {
  it('are the same up to their last decimals', () => {
    expect(changed(() => {})).toBeNull();
    expect(changed(({ params }) => (params.w.data[1] += 9e-7))).toBeNull();
  });

  it('differ by a number, a word, a missing or an added value', () => {
    expect(changed(({ params }) => (params.w.data[1] += 2e-6))).toMatch(/^params\.w\.data\.1 is/);
    expect(changed(({ params }) => (params.w.data[0] = NaN))).toMatch(/params\.w\.data\.0 is NaN/);
    expect(changed(({ config }) => (config.adapted[1] = 'c'))).toMatch(/config\.adapted\.1 is "c"/);
    expect(changed(({ params }) => params.w.data.pop())).toMatch(/params\.w\.data\.1 is in one/);
    expect(changed(({ params }) => params.w.data.push(0))).toMatch(/params\.w\.data\.2 is in one/);
  });
});
