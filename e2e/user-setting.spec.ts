import { catalogue } from './catalogue';
import { expect, test } from './fixtures';

test('a new visitor rates movies, and the predicted stars follow', async ({ workbench, page }) => {
  const { support, recommendations } = workbench;
  await workbench.open();
  await workbench.setting('New visitor').click();
  await workbench.settled();
  await expect(support.tray('Rated')).toBeVisible();
  const data = await catalogue();
  const before = await recommendations.top(20);
  for (const { score } of before) expect(score).toBeLessThan(7);

  for (const title of ['Alien', 'Toy Story', 'Jaws']) await support.addBySearch(title);
  await workbench.settled();
  const rated = await recommendations.top(20);
  expect(rated.map(({ score }) => score)).not.toEqual(before.map(({ score }) => score));

  // The same movies, all hated: the best predictions drop.
  for (const [title, year] of [
    ['Alien', 1979],
    ['Toy Story', 1995],
    ['Jaws', 1975],
  ] as const) {
    const stars = support.row(data.find(title, year)).getByRole('slider');
    await stars.focus();
    await page.keyboard.press('Home');
    await expect(stars).toHaveAttribute('aria-valuetext', /0\.5/);
  }
  await workbench.settled();
  const hated = await recommendations.top(20);
  const mean = (rows: { score: number }[]): number =>
    rows.reduce((sum, { score }) => sum + score, 0) / rows.length;
  expect(mean(hated)).toBeLessThan(mean(rated));
});

test('going to the other setting and back loses nothing', async ({ workbench }) => {
  const { support } = workbench;
  await workbench.open();
  await workbench.settled();
  await support.addBySearch('Toy Story');
  await workbench.settled();
  const pairs = await support.pairs();
  await workbench.setting('New visitor').click();
  await workbench.settled();
  await expect(support.rows).toHaveCount(0);
  await workbench.setting('Genre').click();
  await workbench.settled();
  expect(await support.pairs()).toEqual(pairs);
});

for (const width of [320, 1280, 1440]) {
  test(`titles stay readable beside stars at ${width} px`, async ({ workbench, page }) => {
    const { support } = workbench;
    await page.setViewportSize({ width, height: 900 });
    await workbench.open({ setting: 'newcomer' });
    await workbench.settled();
    for (const title of ['Alien', 'Toy Story']) await support.addBySearch(title);
    await workbench.settled();
    // About as wide as 'The Godfather'.
    const readable = 86;
    const widths = (css: string) =>
      page.locator(css).evaluateAll((titles) => titles.map((one) => one.clientWidth));
    for (const css of ['#support-set .tray-title', '#recommendations .rank-title > span']) {
      const seen = await widths(css);
      expect(seen.length).toBeGreaterThan(1);
      expect(Math.min(...seen), css).toBeGreaterThan(readable);
    }
    await expect(page.locator('#recommendations .rank-stars').first()).toBeVisible();
  });
}
