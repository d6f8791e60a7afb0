import { beforeAll, describe, expect, it } from 'vitest';

import { useBackend } from '../../../scripts/lib/backend';
import { loadBundledDataset } from '../../../scripts/lib/dataset';
import { coNet } from '../../../src/model/baselines/conet-system';

beforeAll(() => useBackend('wasm'));

describe('CoNet as a system', () => {
  it('scores by its starting weights where the support set is empty', async () => {
    const dataset = await loadBundledDataset();
    const room = { dataset, setting: 'ranking', seed: 0, steps: 0, treatment: 'plain' } as const;
    const recommender = await coNet.train(room);
    const scores = await recommender.score([], [0], Uint32Array.of(0, 1, 2));
    expect(scores).toHaveLength(3);
    expect(scores.every(Number.isFinite)).toBe(true);
  });
});
