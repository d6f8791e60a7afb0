import { describe, expect, it } from 'vitest';
import type { RawData } from '../../src/data/raw-data';
import { buildDataset } from '../../src/data/build';
import { inMemory } from '../../src/data/manifest';
import { createRandom } from '../../src/data/random';
import { ratingSampler } from '../../src/data/tasks/rating';
import { scenarioSampler } from '../../src/data/tasks/scenario';
import { anonymousSampler } from '../../src/data/tasks/anonymous';

/** Readers of a few books each, as most tables of one's own are. */
function light(each: number) {
  const raw: RawData = { movies: [], user: [], item: [], halfStars: [], scenarios: [] };
  for (let i = 0; i < 160; i++) raw.movies.push({ id: i, title: `Book ${i}`, year: 0, genres: 0 });
  for (let shelf = 0; shelf < 4; shelf++) {
    const items = Array.from({ length: 40 }, (_, k) => shelf + 4 * k);
    raw.scenarios!.push({ name: `Shelf ${shelf}`, items });
  }
  for (let user = 0; user < 120; user++) {
    for (let k = 0; k < each; k++) {
      raw.user.push(user);
      raw.item.push((user * 7 + k * 13) % 160);
      raw.halfStars.push(1 + ((user + k) % 10));
    }
  }
  return inMemory(buildDataset(raw, { seed: 1 }), 'light', 1);
}

describe('users of a few ratings', () => {
  it.each([4, 8, 12])('have tasks of visitors and of scenarios (%i each)', (each) => {
    const dataset = light(each);
    for (const sampler of [anonymousSampler(dataset), scenarioSampler(dataset)]) {
      for (const task of sampler.batch(createRandom(2), 20)) {
        expect(task.support.filter(({ label }) => label === 1).length).toBeGreaterThanOrEqual(3);
        expect(task.query.length).toBeGreaterThan(0);
      }
    }
  });

  it('are too few for tasks of ratings, which says so', () => {
    expect(() => ratingSampler(light(12))).toThrow(/no user has the 13 ratings/);
    expect(ratingSampler(light(14)).batch(createRandom(1), 2)).toHaveLength(2);
  });

  it('without any scenario stop with a reason', () => {
    const dataset = { ...light(4), scenarios: [] };
    expect(() => anonymousSampler(dataset)).toThrow(/no user has the 8 likes/);
  });
});
