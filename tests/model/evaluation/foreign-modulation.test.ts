import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundledDataset } from '../../../scripts/lib/dataset';
import { createRandom } from '../../../src/data/random';
import type { Dataset } from '../../../src/data/types';
import { initialParameters, parameterSpecs } from '../../../src/model/cmml';
import { cmmlRecommender } from '../../../src/model/cmml-system';
import type { CmmlRecommender } from '../../../src/model/cmml-system';
import { measureForeignModulation } from '../../../src/model/evaluation/foreign-modulation';
import { rankingEpisodes } from '../../../src/model/evaluation/ranking';
import { ParameterSet } from '../../../src/model/parameter-set';
import { configOf, settingData } from '../../../src/model/recipes';
import type { ModulationKind } from '../../../src/model/types';

let data: Dataset;

beforeAll(async () => {
  await setBackend('cpu');
  data = await loadBundledDataset();
});

const PROTOCOL = { seed: 0, support: 4, users: 1 };

function untrained(modulation: ModulationKind): CmmlRecommender {
  const setting = settingData(data, 'ranking', 'full');
  const parts = { encoder: 'mean', hybrid: 'dot', modulation } as const;
  const config = configOf('ranking', parts, setting.pairDim, 'full');
  const flat = initialParameters(config, createRandom(1));
  return cmmlRecommender(config, new ParameterSet(parameterSpecs(config), flat), setting);
}

describe('a foreign modulation', () => {
  it.each(['soft', 'film', 'none'] as const)('changes the scores of %s only through it', async (kind) => {
    const model = untrained(kind);
    const [{ support }, other] = rankingEpisodes(data, PROTOCOL);
    const items = Uint32Array.from([3, 500, 1500]);
    const own = Array.from(await model.score(support, [0], items));
    const same = await model.score(support, [0], items, await model.context(support));
    const foreign = await model.score(support, [0], items, await model.context(other.support));
    own.forEach((score, i) => expect(same[i]).toBeCloseTo(score, 5));
    const moved = Math.max(...own.map((score, i) => Math.abs(score - foreign[i])));
    if (kind === 'none') expect(moved).toBe(0);
    else expect(moved).toBeGreaterThan(1e-4);
    model.dispose?.();
  }); // prettier-ignore

  it('costs all recall where only the own one ranks well', async () => {
    const episodes = rankingEpisodes(data, PROTOCOL);
    const indexOf = (support: readonly object[]) =>
      episodes.findIndex((e) => JSON.stringify(e.support) === JSON.stringify(support));
    const model = {
      context: async (support: readonly object[]) => Float32Array.of(indexOf(support)),
      // Best first with the own context as modulation, best last with any other.
      score: async (support: readonly object[], _: unknown, items: Uint32Array, by: Float32Array) => {
        const task = indexOf(support);
        const wanted = new Set(episodes[task].users[0].positives);
        const sign = by[0] === task ? 1 : -1;
        return Float32Array.from(items, (item) => sign * (wanted.has(item) ? 1 : 0));
      },
    } as unknown as CmmlRecommender; // prettier-ignore
    const row = await measureForeignModulation(data, model, PROTOCOL);
    expect(row['recall@10, own modulation']).toBeGreaterThan(0.9);
    expect(row["recall@10, another's modulation"]).toBe(0);
    expect(row['recall@10, mean modulation']).toBe(0);
    expect(row["own modulation against another's"]).toBe(row['recall@10, own modulation']);
  });
});
