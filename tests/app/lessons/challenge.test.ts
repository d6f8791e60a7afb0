import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ChallengeSchema, type Asked } from '../../../app/lessons/cold-start/challenge-format';
import { best, found, LOVED, verdict, wasLoved } from '../../../app/lessons/cold-start/guess';
import { SPLIT } from '../../../src/data/types';
import { loadBundledDataset } from '../../../scripts/lib/dataset';

const file = new URL('../../../public/recorded/challenge.json', import.meta.url);
const challenge = v.parse(ChallengeSchema, JSON.parse(readFileSync(file, 'utf8')));

describe('the recorded challenge', () => {
  it('asks about real ratings of users that were held out of training', async () => {
    const { ratings, raters, movies } = await loadBundledDataset();
    const itemOf = new Map(Array.from(movies.id, (id, item) => [id, item]));
    const starsOf = new Map(
      Array.from(ratings.user, (user, k) => [
        `${user} ${ratings.item[k]}`,
        ratings.halfStars[k] / 2,
      ]),
    );
    for (const { user, shown, asked } of challenge.people) {
      expect(raters.fold[user]).toBe(SPLIT.metaTest);
      const films = [...shown, ...asked];
      expect(new Set(films.map(({ id }) => id)).size).toBe(films.length);
      for (const { id, title, genres, stars } of films) {
        const item = itemOf.get(id)!;
        expect(movies.title[item]).toBe(title);
        expect(movies.genres[item]).toBe(genres);
        expect(starsOf.get(`${user} ${item}`)).toBe(stars);
      }
      expect(asked.filter(wasLoved)).toHaveLength(LOVED);
    }
  });

  it('says how it was made', () => {
    expect(challenge.made.command).toBe('npm run record-challenge');
    expect(challenge.made.checkpoint).toContain('train');
  });
});

const film = (id: number, stars: number, predicted: number, before: number): Asked => ({
  id,
  title: `film ${id}`,
  year: 1999,
  genres: 0,
  stars,
  predicted,
  before,
});

describe('the verdict of a guess', () => {
  const asked = [
    film(1, 5, 4.9, 3),
    film(2, 1, 4.8, 4),
    film(3, 4.5, 4.7, 3.9),
    film(4, 2, 3, 3.8),
    film(5, 5, 2, 3.7),
    film(6, 2.5, 1, 1),
  ];
  const person = { user: 1, shown: [], asked };

  it('takes the three with the highest values, of equals the first', () => {
    expect([...best(asked, ({ predicted }) => predicted)]).toEqual([1, 2, 3]);
    expect([...best(asked, () => 0)]).toEqual([1, 2, 3]);
  });

  it('counts the loved films of every guess', () => {
    expect(found(person, new Set([1, 3, 5]))).toBe(3);
    expect(verdict(person, new Set([4, 5, 6]), ({ predicted }) => predicted)).toEqual({
      you: 1,
      model: 2,
      everybody: 1,
    });
  });
});
