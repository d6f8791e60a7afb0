import { beforeAll, describe, expect, it } from 'vitest';
import { adapterHandlers } from '../../../../app/workers/adapter/adapter-handlers';
import { lateDataset } from '../../../../app/workers/model/late-dataset';
import { useBackend } from '../../../../scripts/lib/backend';
import type { Dataset, ItemSide } from '../../../../src/data/types';
import { alone, dataset, SCENARIO, USER, nothingShips } from '../model';

const SUPPORT = [5, 10, 17].map((item) => ({ item, label: 1 }));
const itemSide = (): ItemSide => {
  const { manifest, movies, scenarios, factors } = dataset();
  return { manifest, movies, scenarios, factors: { dim: factors.dim, item: factors.item } };
};

describe('interactions that come later', () => {
  beforeAll(() => useBackend('cpu'));

  const start = (rest: () => Promise<Dataset>) =>
    adapterHandlers(lateDataset(itemSide(), rest), nothingShips);
  const answer = async (handlers: ReturnType<typeof start>) =>
    handlers.adapt({ support: [...SUPPORT], select: null }, alone);

  it('a genre is answered without them, and placed once the map has them', async () => {
    let arrive!: (whole: Dataset) => void;
    const handlers = start(() => new Promise((resolve) => (arrive = resolve)));
    await handlers.load({ variant: SCENARIO, seed: 3 }, alone);
    const before = await answer(handlers);
    expect(before).toMatchObject({ complete: true, point: null });

    let edits = 0;
    const drawn = handlers.map(
      { projection: 'linear', keepBasis: false },
      { ...alone, yieldToMessages: async () => void (edits += 1) },
    );
    await expect.poll(() => edits).toBeGreaterThan(1); // what waits lets edits in
    arrive(dataset());
    expect((await drawn).points.length).toBeGreaterThan(0);
    const after = await answer(handlers);
    expect(after.point).toHaveLength(2);
    expect(after.scores).toEqual(before.scores);
  });

  it('the user setting waits for them: stars are read against what others gave', async () => {
    let fetched = 0;
    const handlers = start(async () => {
      fetched += 1;
      return dataset();
    });
    await handlers.load({ variant: USER, seed: 3 }, alone);
    expect(fetched).toBe(1);
  });

  it('asks again after they could not be read', async () => {
    let tries = 0;
    const handlers = start(async () => {
      tries += 1;
      if (tries === 1) throw new Error('offline');
      return dataset();
    });
    await handlers.load({ variant: SCENARIO, seed: 3 }, alone);
    const sample = async () => handlers.sample({ scenario: 0, size: 4, seed: 1 }, alone);
    await expect(sample()).rejects.toThrow('offline');
    expect(await sample()).toHaveLength(4);
  });
});
