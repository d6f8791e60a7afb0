import { catalogue, type Genre } from './catalogue';
import { expect, test } from './fixtures';
import type { RankedMovie, Recommendations } from './pages/recommendations';

/** How many of these movies have the genre. */
async function countOf(items: number[], genre: Genre): Promise<number> {
  const data = await catalogue();
  return items.filter((item) => data.is(item, genre)).length;
}

/**
 * Ranks before an edit, as the arrows count them: movies that went into the support set since are
 * taken out, so that those below them do not seem to rise.
 */
function ranksWithout(before: RankedMovie[], support: number[]): Map<number, number> {
  const left = before.filter(({ item }) => !support.includes(item));
  return new Map(left.map(({ item }, position) => [item, position + 1]));
}

/** Checks the said movement of every movie that both lists hold. */
function checkMoves(ranks: Map<number, number>, now: RankedMovie[]): void {
  const kept = now.filter(({ item }) => ranks.has(item));
  expect(kept.length).toBeGreaterThan(0);
  for (const { item, rank, move } of kept) {
    const said = /^(up|down) ([\d,]+) place/.exec(move);
    const signed = said ? (said[1] === 'up' ? 1 : -1) * Number(said[2]) : 0;
    expect(signed, `${item} is said to move: ${move}`).toBe(ranks.get(item)! - rank);
  }
}

/** Checks the words that are seen in each row, `was 73rd`, by ranks of the list before. */
async function checkWords(ranks: Map<number, number>, list: Recommendations): Promise<void> {
  const rows = await list.rows(20);
  const known = rows.filter(({ item }) => ranks.has(item));
  expect(known.length).toBeGreaterThan(0);
  for (const { item, rank, words } of known) {
    const was = ranks.get(item)!;
    if (was === rank) expect(words).toBe('same place');
    else expect(words).toMatch(new RegExp(`^was ${was}(st|nd|rd|th)$`));
  }
}

const HORROR = [
  ['The Exorcist', 1973],
  ['The Shining', 1980],
  ['A Nightmare on Elm Street', 1984],
] as const;

test('three horror movies in a comedy’s support set lift horror', async ({ workbench }) => {
  const { support, recommendations } = workbench;
  await workbench.open({ genre: 'comedy.romance' });
  await workbench.settled();
  const before = await countOf(await recommendations.items(20), 'Horror');
  const comediesBefore = await countOf(await recommendations.items(20), 'Comedy');
  expect(before).toBeLessThanOrEqual(2);
  expect(comediesBefore).toBeGreaterThanOrEqual(14);

  const counts = [before];
  for (const [title] of HORROR) {
    await support.addBySearch(title);
    await workbench.settled();
    counts.push(await countOf(await recommendations.items(20), 'Horror'));
  }
  const data = await catalogue();
  const added = HORROR.map(([title, year]) => data.find(title, year));
  expect(await support.items()).toEqual(expect.arrayContaining(added));
  expect(counts.at(-1)!, `horror in the first 20: ${counts.join(', ')}`).toBeGreaterThan(before);
  // And at least one of the first that are horror is said to have moved up.
  const risen = (await recommendations.top(20)).filter(({ move }) => move.startsWith('up '));
  expect(
    await countOf(
      risen.map(({ item }) => item),
      'Horror',
    ),
  ).toBeGreaterThan(0);
});

test('another genre’s support set gives another ranking, clearing gives the unadapted one', async ({
  workbench,
}) => {
  const { support, recommendations } = workbench;
  const data = await catalogue();
  await workbench.open({ genre: 'horror.sci-fi', support: 'none' });
  await workbench.settled();
  const unadapted = await recommendations.items(20);

  await support.tool(/own support set/).click();
  // The worker is asked for it first.
  await expect(support.rows).toHaveCount(8);
  await workbench.settled();
  const adapted = await recommendations.items(20);
  const genre = data.itemsOf('horror+sci-fi');
  expect(adapted.filter((item) => genre.has(item)).length).toBeGreaterThanOrEqual(8);
  expect(unadapted.filter((item) => genre.has(item)).length).toBeLessThanOrEqual(6);

  await support.tool('Clear').click();
  await workbench.settled();
  expect(await recommendations.items(20)).toEqual(unadapted);
});

test('the list is the genre’s or the whole catalogue’s, in the same order', async ({
  workbench,
}) => {
  const { recommendations } = workbench;
  await workbench.open({ genre: 'horror.sci-fi' });
  await workbench.settled();
  const all = await recommendations.length();
  const everything = await recommendations.items(20);
  await expect(recommendations.root).toContainText('Every movie, the best guess');
  await recommendations.scope('In genre').click();
  await expect(recommendations.root).toContainText('The movies of this genre, the best guess');
  const genre = (await catalogue()).itemsOf('horror+sci-fi');
  await expect.poll(() => recommendations.length()).toBe(genre.size - 8);
  const within = await recommendations.items(20);
  expect(within.every((item) => genre.has(item))).toBe(true);
  expect(everything.filter((item) => genre.has(item))).toEqual(
    within.filter((item) => everything.includes(item)),
  );
  await recommendations.scope('All').click();
  await expect.poll(() => recommendations.length()).toBe(all);
  expect(all).toBeGreaterThan(9000);
});

test('ranks follow scores, and rows say where movies were before the last change', async ({
  workbench,
}) => {
  const { support, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  const before = await recommendations.top(20);
  const scores = before.map(({ score }) => score);
  expect([...scores].sort((a, b) => b - a)).toEqual(scores);

  await support.addBySearch('Toy Story', { liked: false });
  await workbench.settled();
  await expect(recommendations.root).toContainText('the place before your last change');
  const ranks = ranksWithout(before, await support.items());
  checkMoves(ranks, await recommendations.top(20));
  await checkWords(ranks, recommendations);
});

test('a pinned ranking stays what later ones are measured against', async ({ workbench }) => {
  const { support, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  const pinned = await recommendations.top(20);
  await recommendations.root.getByRole('button', { name: 'Pin this ranking' }).click();
  await support.addBySearch('Toy Story', { liked: false });
  await workbench.settled();
  await support.addBySearch('Jaws', { liked: false });
  await workbench.settled();
  await expect(recommendations.root).toContainText('the place in the ranking you pinned');
  checkMoves(ranksWithout(pinned, await support.items()), await recommendations.top(20));
  await recommendations.root.getByRole('button', { name: 'Unpin the ranking' }).click();
  await expect(recommendations.root).not.toContainText('the ranking you pinned');
});
