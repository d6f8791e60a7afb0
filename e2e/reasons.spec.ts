import { catalogue } from './catalogue';
import { expect, test } from './fixtures';

/** Alien, The Shining, Scream by their identifiers in the data. */
const THREE = '1214_1258_1407';

test('a recommendation names the film without which it falls farthest', async ({ workbench }) => {
  const { support, recommendations } = workbench;
  await workbench.open({ support: THREE });
  await workbench.settled();
  const data = await catalogue();
  const first = (await recommendations.items(12)).slice(0, 3);
  const noteOf = (item: number) => recommendations.row(item).locator('.rank-title small');
  for (const item of first) {
    // A later answer to the same question takes the reasons away until it has its own.
    let note = '';
    await expect(async () => {
      note = (await noteOf(item).textContent()) ?? '';
      expect(note).toContain('because of ');
    }).toPass();
    const falls = new Map<number, number>();
    // By other means: each of the three is taken out in turn, and put back.
    for (const { item: left } of await support.pairs()) {
      await support.remove(left);
      await workbench.settled();
      const row = recommendations.row(item);
      // Out of the rows that are drawn: farther than any of them.
      const rank = (await row.count()) > 0 ? Number(await row.getAttribute('data-rank')) : Infinity;
      falls.set(left, rank);
      await support.tool('Undo').click();
      await workbench.settled();
    }
    const farthest = Math.max(...falls.values());
    const named = [...falls].filter(([, rank]) => rank === farthest);
    expect(
      named.map(([left]) => `because of ${data.titles[left]}`).some((one) => note.endsWith(one)),
      note,
    ).toBe(true);
  }
});

test('a long reason fits its line, and is there in full for those who ask', async ({
  workbench,
  page,
}) => {
  const { recommendations } = workbench;
  // Three of one series, whose titles begin alike.
  await workbench.open({ support: '7153_5952_4993_2115_1198_1291' });
  await workbench.settled();
  for (const [width, height] of [
    [1440, 900],
    [1280, 800],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    const notes = recommendations.root.locator('.rank-note');
    await expect(notes.first()).toBeVisible();
    const rows = await recommendations.root.locator('.rank-row').evaluateAll((all) =>
      all.slice(0, 10).map((row) => {
        const line = row.querySelector('.rank-title small')!;
        return {
          said: row.querySelector('.rank-note')?.textContent ?? '',
          cut: line.scrollWidth > line.clientWidth,
          full: row.querySelector('.rank-pick')!.getAttribute('aria-description') ?? '',
          tip: row.querySelector('.rank-title')!.getAttribute('title')!,
          height: row.getBoundingClientRect().height,
        };
      }),
    );
    const said = rows.filter((row) => row.said);
    expect(said.some((row) => row.said !== row.full)).toBe(true);
    expect(said.filter((row) => row.cut).map((row) => `${width}: ${row.said}`)).toEqual([]);
    for (const { full, tip } of said) expect(tip).toContain(full);
    expect(new Set(rows.map((row) => row.height)).size).toBe(1);
  }
});

test('a recommendation that a dislike lifts says so', async ({ workbench }) => {
  const { support, recommendations } = workbench;
  const data = await catalogue();
  await workbench.open({ support: '1214*0_1258*0_1407*0' });
  await workbench.settled();
  const disliked = (await support.pairs()).map(({ item }) => data.titles[item]);
  const [first] = await recommendations.top(1);
  const note = recommendations.row(first.item).locator('.rank-title small');
  await expect(note).toContainText('because you disliked ');
  const said = (await note.textContent())!;
  expect(
    disliked.some((title) => said.endsWith(`because you disliked ${title}`)),
    said,
  ).toBe(true);
});

test('a visitor’s stars say how they differ from everybody’s', async ({ workbench }) => {
  const { support, recommendations } = workbench;
  await workbench.open({ setting: 'newcomer', support: '1214*5_1258*5_1407*5' });
  await workbench.settled();
  const [first] = await recommendations.top(1);
  const note = recommendations.row(first.item).locator('.rank-title small');
  await expect(note).toContainText(/[+−]?\d\.\d against everyone$/);
  const said = Number(
    /([+−]?\d\.\d) against/.exec((await note.textContent())!)![1].replace('−', '-'),
  );
  // Without ratings the list shows what everybody is predicted.
  await support.tool('Clear').click();
  await workbench.settled();
  const shown = (score: number): number => Math.round(10 * Math.min(5, Math.max(0.5, score))) / 10;
  const everybody = (await recommendations.top(16)).find(({ item }) => item === first.item);
  expect(everybody, 'the movie is among the first of everybody’s').toBeDefined();
  expect(said).toBeCloseTo(shown(first.score) - shown(everybody!.score), 5);
});

test('stars read alike on screen and in words, cut to the five that there are', async ({
  workbench,
  page,
}) => {
  await workbench.open({ setting: 'newcomer', support: '2571*5_1*5_318*5_593*5' });
  await workbench.settled();
  const rows = await page.locator('#recommendations .rank-row').evaluateAll((all) =>
    all.slice(0, 12).map((row) => ({
      score: Number((row as HTMLElement).dataset.score),
      shown: row.querySelector('.rank-stars')!.textContent.replace('★', '').trim(),
      named: row.querySelector('.rank-pick')!.getAttribute('aria-label'),
      explained: row.querySelector('.rank-score')!.getAttribute('aria-label'),
    })),
  );
  // Some lie beyond the scale, or the test shows nothing.
  expect(Math.max(...rows.map(({ score }) => score))).toBeGreaterThan(5);
  for (const { score, shown, named, explained } of rows) {
    expect(shown).toBe(Math.min(5, score).toFixed(1));
    expect(named).toContain(` ${shown} stars predicted`);
    expect(explained).toContain(` ${shown} stars predicted`);
  }
});
