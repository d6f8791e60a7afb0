import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RatingCollector } from '../../../src/data/import/collect';

const rating = fc.record({
  user: fc.integer({ min: 1, max: 40 }),
  item: fc.integer({ min: 1, max: 60 }),
  halfStars: fc.integer({ min: 1, max: 10 }),
});

describe('RatingCollector', () => {
  it('keeps every pair once, with its last rating, sorted', () => {
    fc.assert(
      fc.property(fc.array(rating), (given) => {
        const collector = new RatingCollector({ atMost: 10_000, seed: 3 });
        const expected = new Map<string, number>();
        for (const { user, item, halfStars } of given) {
          collector.add(user, item, halfStars);
          expected.set(`${user} ${item}`, halfStars);
        }
        const { users, items, user, item, value, duplicates } = collector.finish();
        const found = new Map([...user].map((u, k) => [`${users[u]} ${items[item[k]]}`, value[k]]));
        expect(found).toEqual(expected);
        expect(duplicates).toBe(given.length - expected.size);
        for (let k = 1; k < user.length; k++) {
          expect(user[k] > user[k - 1] || (user[k] === user[k - 1] && item[k] > item[k - 1])).toBe(
            true,
          );
        }
      }),
    );
  });

  it('leaves out whole users when there are too many, the same ones in any order', () => {
    const all = Array.from({ length: 4000 }, (_, k) => ({ user: k % 200, item: (k * 7) % 311 }));
    const collect = (rows: typeof all) => {
      const collector = new RatingCollector({ atMost: 1500, seed: 5 });
      for (const { user, item } of rows) collector.add(user, item, 8);
      return collector.finish();
    };
    const forward = collect(all);
    const backward = collect([...all].reverse());
    expect(forward.user.length + forward.duplicates).toBeLessThanOrEqual(1500);
    expect(forward.user.length).toBeGreaterThan(500);
    expect(new Set(forward.users)).toEqual(new Set(backward.users));
    const rowsOf = (user: number) => all.filter((row) => row.user === user).length;
    const kept = forward.users.reduce<number>((sum, user) => sum + rowsOf(user as number), 0);
    expect(forward.user.length + forward.duplicates).toBe(kept);
    expect(forward.sampledOut).toBe(all.length - kept);
  });
});
