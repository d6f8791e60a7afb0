import { catalogue } from '../catalogue';
import { expect, test } from './fixtures';

test('a genre is picked, its eight movies come in over three beats, and the list follows', async ({
  workbench,
  hand,
}) => {
  await workbench.open();
  const before = await workbench.ranking();

  await hand.click('.genre-picker button');
  await hand.write({ css: 'input[type="search"]', name: 'Find a genre' }, 'Comedy & Rom');
  await hand.click({ css: '[role="option"]', text: /^Comedy & Romance/ });
  const seen = new Set<number>();
  await hand.until(
    'eight movies of the genre',
    async () => {
      const items = await workbench.items();
      seen.add(items.length);
      return items;
    },
    (items) => seen.size > 1 && items.length === 8,
  );
  await workbench.settled();
  expect([...seen].filter((count) => count < 8).length, 'sizes on the way').toBeGreaterThanOrEqual(2); // prettier-ignore

  const genre = (await catalogue()).itemsOf('comedy+romance');
  for (const { item, label } of await workbench.pairs()) {
    expect(label).toBe(1);
    expect(genre.has(item)).toBe(true);
  }
  const after = await workbench.ranking();
  expect(after.filter((item) => before.includes(item)).length).toBeLessThan(10);
  expect(after.filter((item) => genre.has(item)).length).toBeGreaterThan(
    before.filter((item) => genre.has(item)).length,
  );
});
