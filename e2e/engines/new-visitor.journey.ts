import { slide } from './drags';
import { expect, test } from './fixtures';

const mean = (rows: { score: number }[]): number =>
  rows.reduce((sum, { score }) => sum + score, 0) / rows.length;

test('a new visitor rates by stars, the predictions follow, and the genre is kept meanwhile', async ({
  workbench,
  hand,
}) => {
  await workbench.open({ backend: 'wasm' });
  const genre = await workbench.pairs();
  const ofGenre = await workbench.ranking();
  await hand.click(workbench.choice('.header', 'New visitor'));
  await hand.appears(workbench.tray('rated'));
  await workbench.settled();
  expect(await workbench.pairs()).toEqual([]);

  for (const title of ['Alien', 'Toy Story', 'Jaws']) await workbench.addBySearch(title);
  const rated = await workbench.top(20);
  expect((await workbench.pairs()).map(({ label }) => label)).toEqual([4, 4, 4]);

  // The stars are dragged down: the thumb follows, and the row stays where it is.
  const items = await workbench.items();
  for (const item of items) {
    const stars = `${workbench.inSupport(item)} input[type="range"]`;
    await slide(hand, stars, 0.75, 0.05);
    await workbench.holds(item, 0.5);
  }
  expect(await workbench.items()).toEqual(items);
  const hated = await workbench.top(20);
  expect(mean(hated)).toBeLessThan(mean(rated));

  await hand.click(workbench.choice('.header', 'Genre'));
  await hand.appears(workbench.tray('like'));
  await workbench.settled();
  expect(await workbench.pairs()).toEqual(genre);
  expect(await workbench.ranking()).toEqual(ofGenre);
});
