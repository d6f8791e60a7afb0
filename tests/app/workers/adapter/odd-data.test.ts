/** Data that a visitor may bring along: hardly a rating each, or every rating there could be. */
import { beforeAll, describe, expect, it } from 'vitest';
import { adapterHandlers } from '../../../../app/workers/adapter/adapter-handlers';
import { supportSampler } from '../../../../app/workers/adapter/support-samples';
import { wholeDataset } from '../../../../app/workers/model/late-dataset';
import { useBackend } from '../../../../scripts/lib/backend';
import type { RawData } from '../../../../src/data/raw-data';
import { createRandom } from '../../../../src/data/random';
import { ratedItems } from '../../../../src/data/tasks/negatives';
import { anonymousSampler } from '../../../../src/data/tasks/anonymous';
import { tinyDataset } from '../../../data/tiny';
import { alone, SCENARIO, nothingShips } from '../model';

function rawOf(items: number, pairs: [user: number, item: number][]): RawData {
  return {
    movies: Array.from({ length: items }, (_, n) => ({ id: n + 1, title: `Thing ${n}`, year: 0, genres: 0 })),
    user: pairs.map(([user]) => user),
    item: pairs.map(([, item]) => item),
    halfStars: pairs.map(([user, item]) => 1 + ((user + item) % 10)),
  }; // prettier-ignore
}

describe('one rating a person, all of them background', () => {
  const data = tinyDataset(
    rawOf(
      100,
      Array.from({ length: 300 }, (_, k) => [k, k % 100]),
    ),
  );

  beforeAll(() => useBackend('wasm'));

  it('has no support set to draw', () => {
    expect(supportSampler(data, 'scenario').sample(0, 8, 1)).toEqual([]);
  });

  it('answers edits without a place on the map, which cannot be drawn', async () => {
    const handlers = adapterHandlers(wholeDataset(data), nothingShips);
    await handlers.load({ variant: SCENARIO, seed: 3 }, alone);
    const support = [{ item: 4, label: 1 }];
    const answer = await handlers.adapt({ support, select: null }, alone);
    expect(answer.scores.every(Number.isFinite)).toBe(true);
    expect(answer.point).toBeNull();
    const drawn = handlers.map({ projection: 'linear', keepBasis: false }, alone);
    await expect(drawn).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('people who have rated everything', () => {
  const ITEMS = 40;
  const all: [number, number][] = [];
  for (let user = 0; user < 30; user++) {
    // Every third has rated all; the others every second item.
    for (let item = 0; item < ITEMS; item++) if (user % 3 === 0 || item % 2 === 0) all.push([user, item]); // prettier-ignore
  }
  const data = tinyDataset(rawOf(ITEMS, all));

  it('are in no task, which would need a negative of theirs', () => {
    const sampler = anonymousSampler(data);
    const random = createRandom(1);
    const tasks = Array.from({ length: 20 }, () => sampler.batch(random, 4)).flat();
    expect(tasks).toHaveLength(80);
    const negatives = tasks.flatMap(({ query }) => query.filter(({ label }) => label === 0));
    // What the others have left out comes last in the catalogue, which is by popularity.
    expect(negatives.every(({ item }) => item >= ITEMS / 2)).toBe(true);
    expect(ratedItems(data.ratings, data.users).of(0)).toHaveLength(ITEMS);
  });
});
