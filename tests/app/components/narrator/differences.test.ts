import { describe, expect, it } from 'vitest';
import { deedOf, differences, type Scene } from '../../../../app/components/narrator/differences';
import { wayOf } from '../../../../app/components/narrator/way';
import type { ContextMap } from '../../../../app/protocol/adapter';
import type { Interventions } from '../../../../app/protocol/vocabulary';
import { LANGUAGE_CODES } from '../../../../app/strings/languages';
import { loadLazyStrings } from '../../../../app/strings/lazy';
import { parseGenres } from '../../../../src/data/genres';
import { GENRES } from '../../../../src/data/types';

const HORROR = GENRES.indexOf('Horror');

/** Films 0 to 19 are comedies of 1995, films 20 to 39 horror of 1984. */
const traits = {
  year: Array.from({ length: 40 }, (_, k) => (k < 20 ? 1995 : 1984)),
  genres: Array.from({ length: 40 }, (_, k) => parseGenres(k < 20 ? 'Comedy' : 'Horror')),
};
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);

const scene = (over: Partial<Scene> = {}): Scene => ({
  setting: 'scenario',
  genre: 'comedy',
  support: [
    { item: 100, label: 1 },
    { item: 101, label: 1 },
  ],
  network: { variant: 'film', modulation: 'film', hasLearned: true },
  interventions: null,
  first: numbers(0, 20),
  point: [0, 0],
  ...over,
});
const pairs = (...given: [number, number][]) => given.map(([item, label]) => ({ item, label }));

describe('what the visitor did', () => {
  const before = scene();
  const did = (over: Partial<Scene>) => deedOf(before, scene(over));

  it('is told from the two support sets', () => {
    expect(did({})).toBeNull();
    expect(did({ support: pairs([100, 1], [101, 1], [7, 1]) })).toEqual({ kind: 'added', item: 7 });
    expect(did({ support: pairs([100, 1], [101, 1], [7, 0]) })).toEqual({
      kind: 'disliked',
      item: 7,
    });
    expect(did({ support: pairs([100, 1]) })).toEqual({ kind: 'removed', item: 101 });
    expect(did({ support: pairs([100, 1], [101, 0]) })).toEqual({ kind: 'disliked', item: 101 });
    expect(did({ support: pairs([101, 1], [100, 1]) })).toEqual({ kind: 'reordered' });
    const network = { variant: 'soft', modulation: 'soft', hasLearned: false } as const;
    expect(did({ network })).toEqual({ kind: 'network', modulation: 'soft', hasLearned: false });
    expect(did({ support: [] })).toEqual({ kind: 'cleared' });
    expect(did({ support: pairs([100, 1], [101, 1], [9, 1], [7, 1]) })).toEqual({
      kind: 'picked',
      items: [9, 7],
    });
    expect(did({ support: pairs([100, 1], [1, 1], [2, 1]) })).toEqual({
      kind: 'several',
      films: 3,
    });
  });

  it('names what was held: a value, a route, the context, or layers left unmodulated', () => {
    const cell = { target: 'gamma', layer: 0, unit: 3, value: 2 } as const;
    const route = { layer: 0, source: 0, target: 1, weight: 1 };
    const context = Float32Array.of(1);
    const then = (from: Interventions | null, to: Interventions | null) =>
      deedOf(scene({ interventions: from }), scene({ interventions: to }));
    expect(then(null, { cells: [cell] })).toEqual({ kind: 'cell' });
    expect(then({ cells: [cell] }, { cells: [{ ...cell, value: 1 }] })).toEqual({ kind: 'cell' });
    expect(then({ cells: [cell] }, { cells: [cell], routes: [route] })).toEqual({ kind: 'route' });
    expect(then({ cells: [cell] }, { cells: [cell], context })).toEqual({ kind: 'context' });
    expect(then(null, { layers: [1] })).toEqual({ kind: 'unmodulated', layers: [2] });
    expect(then({ cells: [cell], layers: [0] }, { cells: [cell], layers: [0, 1] })).toEqual({
      kind: 'unmodulated',
      layers: [2],
    });
    expect(then({ cells: [cell], layers: [0] }, { cells: [cell], layers: [] })).toEqual({
      kind: 'released',
      all: false,
    });
    expect(then({ layers: [0] }, null)).toEqual({ kind: 'released', all: true });
  });

  it('is a genre once its films are there, stars for a visitor, and nothing across settings', () => {
    expect(did({ genre: 'war', support: [] })).toBeNull();
    expect(did({ genre: 'war', support: pairs([1, 1], [2, 1]) })).toEqual({
      kind: 'genre',
      genre: 'war',
      films: 2,
    });
    const visitor = scene({ setting: 'user', genre: null });
    expect(deedOf(visitor, { ...visitor, support: pairs([100, 1], [101, 1], [3, 4.5]) })).toEqual({
      kind: 'rated',
      item: 3,
      stars: 4.5,
    });
    expect(did({ setting: 'user', genre: null })).toBeNull();
  });
});

describe('what it changed', () => {
  const added = { support: pairs([100, 1], [101, 1], [7, 1]) };

  it('counts new films, and the genre and decade of which there are more', () => {
    // Six horror films of 1984 take the places of six comedies of 1995.
    const now = scene({ ...added, first: [...numbers(20, 26), ...numbers(0, 14)] });
    expect(differences(scene(), now, traits, null)).toEqual({
      deed: { kind: 'added', item: 7 },
      genre: HORROR,
      decade: 5,
      fresh: 6,
      of: 20,
      way: null,
    });
  });

  it('names none for one film more, and finds nothing new in another order', () => {
    const one = scene({ ...added, first: [20, ...numbers(0, 19)] });
    expect(differences(scene(), one, traits, null)).toMatchObject({
      genre: null,
      decade: null,
      fresh: 1,
    });
    const turned = scene({ ...added, first: numbers(0, 20).reverse() });
    expect(differences(scene(), turned, traits, null)?.fresh).toBe(0);
  });

  it('looks at the first twenty only, or at all where there are fewer', () => {
    const now = scene({ ...added, first: [...numbers(0, 20), 30, 31, 32] });
    expect(differences(scene(), now, traits, null)).toMatchObject({ fresh: 0, of: 20 });
    const few = scene({ ...added, first: [0, 1, 22] });
    expect(differences(scene(), few, traits, null)).toMatchObject({ fresh: 1, of: 3 });
  });

  it('measures the way by the width of the map, and names where it ends', () => {
    // Two tasks, 10 apart: the map is 10 wide.
    const map = {
      points: Float32Array.of(0, 0, 10, 0),
      scenario: Uint16Array.of(4, 9),
    } as ContextMap;
    const nameOf = (scenario: number) => `task ${scenario}`;
    expect(wayOf(map, [0, 0], [3, 4], nameOf)?.share).toBeCloseTo(0.5);
    expect(wayOf(map, [0, 0], [3, 0], nameOf)?.towards).toBeNull();
    expect(wayOf(map, [0, 0], [6, 0], nameOf)?.towards).toBe('task 9');
    const empty = { points: new Float32Array(0), scenario: new Uint16Array(0) } as ContextMap;
    expect(wayOf(empty, [0, 0], [1, 1], nameOf)).toBeNull();
  });
});

describe('the sentence', () => {
  const names = {
    modulationOf: (kind: string) => `modulation ${kind}`,
    titleOf: (item: number) => `Film ${item}`,
    genreOf: (id: string) => id,
    percent: (share: number) => `${Math.round(100 * share)}%`,
  };
  const all = {
    deed: { kind: 'added', item: 7 },
    genre: HORROR,
    decade: 5,
    fresh: 6,
    of: 20,
    way: { share: 0.12, towards: 'War' },
  } as const;

  it('says all of it in English, and leaves out what did not happen', async () => {
    const { sentence } = (await loadLazyStrings('en')).narrator;
    expect(sentence(all, names)).toBe(
      'You added Film 7: horror and the 1980s rose, 6 of the first 20 are new, and the dot went 12% of the map’s width, to War.',
    );
    expect(sentence({ ...all, genre: null, decade: null, fresh: 0, way: null }, names)).toBe(
      'You added Film 7: the first 20 are the same films.',
    );
    expect(sentence({ ...all, way: { share: 0.001, towards: null } }, names)).toContain(
      'the dot hardly moved.',
    );
  });

  it.each(LANGUAGE_CODES)('is one sentence with all its numbers in %s', async (language) => {
    const { sentence } = (await loadLazyStrings(language)).narrator;
    const deeds = [
      all.deed,
      { kind: 'removed', item: 7 },
      { kind: 'rated', item: 7, stars: 4 },
      { kind: 'genre', genre: 'war', films: 8 },
      { kind: 'several', films: 3 },
      { kind: 'picked', items: [7, 8] },
      { kind: 'cell' },
      { kind: 'route' },
      { kind: 'context' },
      { kind: 'unmodulated', layers: [1] },
      { kind: 'unmodulated', layers: [1, 3] },
      { kind: 'network', modulation: 'soft', hasLearned: true },
      { kind: 'network', modulation: 'soft', hasLearned: false },
      { kind: 'released', all: false },
      { kind: 'released', all: true },
    ] as const;
    const said = deeds.map((deed) => sentence({ ...all, deed }, names));
    expect(new Set(said).size).toBe(deeds.length);
    for (const words of said) {
      expect(words.match(/[.。]/g)).toHaveLength(1);
      for (const part of ['6', '20', '12', 'War']) expect(words).toContain(part);
    }
    for (const words of said.slice(0, 3)) expect(words).toContain('Film 7');
  });
});
