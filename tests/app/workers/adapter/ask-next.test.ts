import { beforeAll, describe, expect, it } from 'vitest';
import { askNext, comparedFilms, seenShare } from '../../../../app/workers/adapter/ask-next';
import type { SupportItem } from '../../../../app/protocol/vocabulary';
import { useBackend } from '../../../../scripts/lib/backend';
import { likelyAnswers } from '../../../../src/model/ask-next';
import { alone, dataset, SCENARIO, USER } from '../model';
import { ask, modelOf, STARS } from './adapted';

const CANDIDATES = [0, 1, 2, 3, 4, 6, 7];

beforeAll(() => useBackend('wasm'));

describe('what to ask next', () => {
  it('is the film whose likely answers move the ranking most, one by one', async () => {
    const { model } = await modelOf(USER);
    const found = await askNext(
      model,
      seenShare(dataset()),
      { support: STARS, candidates: CANDIDATES },
      alone,
    );
    expect([...found.items].sort((a, b) => a - b)).toEqual(CANDIDATES);
    expect([...found.shift]).toEqual([...found.shift].sort((a, b) => b - a));

    const films = [...comparedFilms(model.items)];
    expect(new Set(films).size).toBe(found.compared);
    expect(Math.max(...films)).toBeLessThan(model.items);
    const placesUnder = async (support: SupportItem[]) => {
      const { order } = await ask(model, support);
      const listed = [...order].filter((item) => films.includes(item));
      return films.map((item) => listed.indexOf(item));
    };
    const before = await placesUnder(STARS);
    const { scores } = await ask(model, STARS);
    for (const [k, item] of found.items.entries()) {
      expect(found.predicted[k]).toBeCloseTo(scores[item], 3);
      let expected = 0;
      for (const { stars, probability } of likelyAnswers(scores[item])) {
        const after = await placesUnder([...STARS, { item, label: stars }]);
        const moved = after.reduce((sum, place, i) => sum + Math.abs(place - before[i]), 0);
        expected += (probability * moved) / films.length;
      }
      // Who has not seen it teaches nothing.
      const { ratings, users } = dataset();
      expected *= ratings.item.filter((other) => other === item).length / users;
      expect(found.shift[k]).toBeCloseTo(expected, 3);
    }
    model.dispose();
  });

  it('is known before anything was rated, and lets messages in', async () => {
    const { model } = await modelOf(USER);
    let turns = 0;
    const yieldToMessages = async () => void turns++;
    const found = await askNext(
      model,
      seenShare(dataset()),
      { support: [], candidates: CANDIDATES },
      { yieldToMessages },
    );
    expect(found.items.length).toBe(CANDIDATES.length);
    expect(turns).toBeGreaterThan(0);
    model.dispose();
  });

  it('is nothing that a model of likes, or of other films, could say', async () => {
    const likes = await modelOf(SCENARIO);
    await expect(askNext(likes.model, [], { support: [], candidates: [0] }, alone)).rejects.toThrow(
      'only a model of ratings',
    );
    const { model } = await modelOf(USER);
    await expect(
      askNext(model, seenShare(dataset()), { support: [], candidates: [1e6] }, alone),
    ).rejects.toThrow('no movie');
    likes.model.dispose();
    model.dispose();
  });
});
