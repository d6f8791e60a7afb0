import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundledDataset } from '../../scripts/lib/dataset';
import { REHEARSAL, rehearsal } from '../../src/data/rehearsal';
import { jaccard } from '../../src/data/tasks/conjunctions';
import { rankingPool } from '../../src/data/tasks/pools';
import type { Positives } from '../../src/data/tasks/pools';
import { ratersOf } from '../../src/data/tasks/rating';
import type { Dataset, Scenario } from '../../src/data/types';

let data: Dataset;
let rehearsed: Dataset;
const keys = (pool: Positives) =>
  new Set(Array.from(pool.user, (user, k) => `${user}:${pool.item[k]}`));
const ofFold = ({ scenarios }: Dataset, fold: Scenario['fold']) =>
  scenarios.filter((scenario) => scenario.fold === fold);
const ids = (scenarios: readonly Scenario[]) => scenarios.map(({ id }) => id);

beforeAll(async () => {
  data = await loadBundledDataset();
  rehearsed = rehearsal(data, 1);
});

describe('a rehearsal', () => {
  it('shows nothing of what is held out', () => {
    const heldOut = keys(rankingPool(data, 'metaTest'));
    const training = keys(rankingPool(data, 'metaTrain'));
    for (const fold of ['metaTrain', 'metaTest'] as const) {
      for (const pair of keys(rankingPool(rehearsed, fold))) {
        expect(heldOut.has(pair)).toBe(false);
        expect(training.has(pair)).toBe(true);
      }
    }
    const all = new Set(ids(rehearsed.scenarios));
    expect(ids(ofFold(data, 'metaTest')).filter((id) => all.has(id))).toEqual([]);
    const users = new Set(ratersOf(data, 'metaTest').map(({ user }) => user));
    for (const fold of ['metaTrain', 'metaTest'] as const) {
      expect(ratersOf(rehearsed, fold).some(({ user }) => users.has(user))).toBe(false);
    }
  });

  it('trains on one part of meta-training and tests on another', () => {
    const train = keys(rankingPool(rehearsed, 'metaTrain'));
    const test = keys(rankingPool(rehearsed, 'metaTest'));
    expect([...test].filter((pair) => train.has(pair))).toEqual([]);
    expect(test.size / (test.size + train.size)).toBeCloseTo(REHEARSAL.interactions, 1);
    const [raters, standIns] = [ratersOf(rehearsed, 'metaTrain'), ratersOf(rehearsed, 'metaTest')];
    const all = raters.length + standIns.length;
    expect(all).toBe(ratersOf(data, 'metaTrain').length);
    expect(standIns.length).toBe(Math.round(all * REHEARSAL.raters));
  });

  it('has stand-ins like the held-out scenarios: of as many genres, and as near to training', () => {
    const standIns = ofFold(rehearsed, 'metaTest');
    const training = ofFold(rehearsed, 'metaTrain');
    const wanted = ofFold(data, 'metaTrain').length * REHEARSAL.scenarios;
    expect(Math.abs(standIns.length - wanted)).toBeLessThanOrEqual(2);
    const share = (scenarios: Scenario[], fits: (scenario: Scenario) => boolean) =>
      scenarios.filter(fits).length / scenarios.length;
    const pairs = ({ genres, decade }: Scenario) => genres.length === 2 && decade === undefined;
    const decades = ({ decade }: Scenario) => decade !== undefined;
    for (const kind of [pairs, decades]) {
      expect(share(standIns, kind)).toBeCloseTo(share(ofFold(data, 'metaTest'), kind), 1);
    }
    for (const { items } of standIns) {
      const own = new Set(items);
      const nearest = Math.max(...training.map((other) => jaccard(own, other.items)));
      expect(nearest).toBeGreaterThanOrEqual(REHEARSAL.nearest);
    }
  });

  it('is the same for the same seed, and leaves the data set alone', () => {
    expect(rehearsal(data, 1).scenarios).toEqual(rehearsed.scenarios);
    expect(ids(ofFold(rehearsal(data, 2), 'metaTest'))).not.toEqual(
      ids(ofFold(rehearsed, 'metaTest')),
    );
    expect(ofFold(data, 'metaTest')).toHaveLength(32);
  });
});
