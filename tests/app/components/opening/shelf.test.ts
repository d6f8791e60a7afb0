import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ShelfSchema } from '../../../../app/components/opening/shelf-format';
import { INITIAL_ADDRESS, saysNothing } from '../../../../app/store/url';
import { farApart } from '../../../../scripts/lib/far-apart';
import { loadBundledDataset } from '../../../../scripts/lib/dataset';

const file = new URL('../../../../public/recorded/shelf.json', import.meta.url);
const shelf = v.parse(ShelfSchema, JSON.parse(readFileSync(file, 'utf8')));

describe('points far apart', () => {
  it('begin with the first, and go on with the farthest from all so far', () => {
    const line = [[0, 0], [1, 0], [10, 0], [4, 0]] as const; // prettier-ignore
    expect(farApart(line, 4)).toEqual([0, 2, 3, 1]);
    expect(farApart(line, 9)).toHaveLength(4);
    expect(farApart([[1, 1], [1, 1]], 2)).toEqual([0, 1]); // prettier-ignore
  });
});

describe('the recorded shelf', () => {
  it('holds twelve films that many people of the data have rated', async () => {
    const { movies, ratings } = await loadBundledDataset();
    const counts = new Uint32Array(movies.count);
    for (const item of ratings.item) counts[item]++;
    expect(new Set(shelf.films.map(({ id }) => id)).size).toBe(12);
    const least = Math.min(...shelf.films.map((film) => film.ratings));
    expect(counts.filter((count) => count >= least).length).toBeLessThanOrEqual(shelf.known);
    for (const { id, title, year, genres, ratings: rated } of shelf.films) {
      const item = movies.id.indexOf(id);
      expect([movies.title[item], movies.year[item]]).toEqual([title, year]);
      expect([movies.genres[item], counts[item]]).toEqual([genres, rated]);
    }
  });

  it('is as far apart as its places on the map say', () => {
    const points = shelf.films.map(({ point }) => point);
    expect(farApart(points, points.length)).toEqual(points.map((_, k) => k));
  });

  it('says how it was made', () => {
    expect(shelf.made.command).toBe('npm run record-shelf');
    expect(shelf.made.checkpoint).toContain('train');
  });
});

describe('an address that says nothing', () => {
  it('may name a language and a backend', () => {
    expect(saysNothing(INITIAL_ADDRESS)).toBe(true);
    expect(saysNothing({ ...INITIAL_ADDRESS, lang: 'zh', backend: 'wasm' })).toBe(true);
    expect(saysNothing({ ...INITIAL_ADDRESS, embed: true })).toBe(false);
    expect(saysNothing({ ...INITIAL_ADDRESS, lesson: 'film' })).toBe(false);
    expect(saysNothing({ ...INITIAL_ADDRESS, support: [] })).toBe(false);
  });
});
