import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';

import { SETTINGS } from '../../../src/kinds';
import { SYSTEMS } from '../../../src/model/registry';
import { findSystem } from '../../../src/model/systems';
import { tinyDataset } from '../../data/tiny';

const dataset = tinyDataset();
const trained = (id: string, setting: (typeof SETTINGS)[number]) =>
  findSystem(SYSTEMS, id).train({ dataset, setting, seed: 0, steps: 2, treatment: 'plain' });
const items = Uint32Array.of(0, 3, 7, 11);

describe('TaNP as a system', () => {
  it('scores in every setting and says how unsure it is of each score', async () => {
    for (const setting of SETTINGS) {
      const recommender = await trained('tanp', setting);
      const users = setting === 'anonymous' ? [-1] : [0, 1];
      const support = [1, 2, 5].map((item, k) => ({ user: users[0], item, label: setting === 'rating' ? 3 + k / 2 : 1 })); // prettier-ignore
      const scores = await recommender.score(support, users, items);
      const spread = await recommender.spread!(support, users, items, 8);
      for (const values of [scores, spread]) {
        expect(values).toHaveLength(users.length * items.length);
        expect([...values].every(Number.isFinite)).toBe(true);
      }
      expect(Math.min(...spread)).toBeGreaterThan(0);
      // A single draw has no deviation.
      expect(Math.max(...(await recommender.spread!(support, users, items, 1)))).toBe(0);
      recommender.dispose?.();
    }
  });

  it('gives the same scores and the same spread when asked again', async () => {
    const recommender = await trained('tanp', 'ranking');
    const support = [{ user: 0, item: 1, label: 1 }, { user: 0, item: 2, label: 0 }]; // prettier-ignore
    const ask = async () => [
      [...(await recommender.score(support, [0], items))],
      [...(await recommender.spread!(support, [0], items, 5))],
    ];
    expect(await ask()).toEqual(await ask());
    recommender.dispose?.();
  });

  it('is alone in it: others are as sure after one like as after a hundred', async () => {
    const recommender = await trained('dcn', 'ranking');
    expect(recommender.spread).toBeUndefined();
    recommender.dispose?.();
  });
});
