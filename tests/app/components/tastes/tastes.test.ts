import { beforeAll, describe, expect, it } from 'vitest';
import {
  BY_CHANCE,
  FILMS,
  likesBehind,
  likesOf,
  pairHeld,
  LIST,
  pairsOf,
  sharesOf,
  tasteOf,
  type Taste,
} from '../../../../app/components/tastes/tastes';
import type { SupportItem } from '../../../../app/protocol/vocabulary';
import { createCatalogue, type Catalogue } from '../../../../app/store/catalogue';
import { loadBundledDataset } from '../../../../scripts/lib/dataset';
import { areFar } from '../../../../src/data/families/themes';

let catalogue: Catalogue;

beforeAll(async () => {
  const { movies, scenarios } = await loadBundledDataset();
  catalogue = createCatalogue(movies, scenarios);
});

describe('pairs of tastes', () => {
  it('are far apart, as the tasks that were measured are', () => {
    const pairs = pairsOf(catalogue);
    expect(pairs.length).toBe(3);
    for (const { a, b } of pairs) expect(areFar(a, b), `${a.id} and ${b.id}`).toBe(true);
  });

  it('give likes of each, none of both', () => {
    for (const pair of pairsOf(catalogue)) {
      const likes = likesOf(catalogue, pair);
      const tastes = likes.map(({ item }) => tasteOf(catalogue, pair)(item));
      expect(tastes).toEqual([...Array(FILMS).fill('a'), ...Array(FILMS).fill('b')]);
      expect(likes.every(({ label }) => label === 1)).toBe(true);
    }
  });

  it('are none in a catalogue without such genres', () => {
    expect(pairsOf({ scenarioOfId: new Map() })).toEqual([]);
  });
});

describe('the pair in a support set', () => {
  const held = (films: readonly SupportItem[], chance = BY_CHANCE) =>
    pairHeld(catalogue, pairsOf(catalogue), films, chance)?.a.id;

  it('is there once films of both tastes are, liked or not', () => {
    const likes = likesOf(catalogue, pairsOf(catalogue)[1]);
    expect(held(likes)).toBe('war');
    expect(held(likes.slice(FILMS - 2, FILMS + 2))).toBe('war');
    expect(held(likes.slice(FILMS - 1, FILMS + 1))).toBeUndefined();
    expect(held(likes.slice(FILMS - 1, FILMS + 1), 0)).toBe('war');
    expect(held(likes.map(({ item }) => ({ item, label: 0 })))).toBe('war');
  });

  it('is none where all films are of one taste, as on a first visit', () => {
    const { scenarioOfId } = catalogue;
    const films = (id: string) => Array.from(scenarioOfId.get(id)!.items.slice(0, 8));
    for (const id of ['horror', 'war', 'comedy+romance']) {
      expect(held(films(id).map((item) => ({ item, label: 1 }))), id).toBeUndefined();
    }
    expect(held([])).toBeUndefined();
  });
});

describe('a list', () => {
  it('counts films of both tastes for both', () => {
    const tastes: Taste[] = ['a', 'both', 'neither', 'b', 'a'];
    expect(sharesOf([0, 1, 2, 3, 4], (item) => tastes[item])).toEqual({ a: 3, b: 2 });
    expect(sharesOf([], () => 'a')).toEqual({ a: 0, b: 0 });
  });

  it('names the films behind a recommendation, the heaviest first', () => {
    const likes = Float32Array.of(1, 0, 0, 0.25, 0.5, 0.25);
    const lists = {
      likes,
      dislikes: likes,
      vector: new Uint32Array(2),
      attention: new Uint32Array(2),
    };
    expect(likesBehind({ ...lists, trained: true }, 3, 0)).toEqual([{ film: 0, weight: 1 }]);
    expect(likesBehind({ ...lists, trained: true }, 3, 1).map(({ film }) => film)).toEqual([
      1, 0, 2,
    ]);
    expect(LIST).toBe(20);
  });
});
