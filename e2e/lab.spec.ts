import { csvParse } from 'd3-dsv';
import { apart } from './apart';
import { expect, test } from './fixtures';
import { Lab } from './pages/lab';
import { Picture } from './pages/picture';

test('a whole table is run here, and the exported CSV is what is shown', async ({
  workbench,
  page,
}) => {
  test.slow();
  const lab = new Lab(page);
  await workbench.open();
  await workbench.openResearchers();
  await lab.table('All systems, rating by visitor');
  await lab.root.getByLabel('Training steps').fill('50');
  await lab.button('Run the whole table here').click();
  await lab.finished(150_000);

  const shown = { recorded: await lab.means('recorded'), 'run here': await lab.means('run here') };
  expect(shown['run here'].size).toBe(await lab.root.locator('tr[data-system]').count());
  const saved = await lab.saved(lab.button('CSV'));
  // Excel takes a file for UTF-8 by its mark.
  expect(saved.startsWith('\ufeff')).toBe(true);
  const lines = csvParse(saved.slice(1));
  for (const origin of ['recorded', 'run here'] as const) {
    const exported = lines.filter((line) => line.origin === origin);
    expect(
      exported.map((line) => [line.system, [line.mae, line['ndcg@3'], line['mae@levels']]]),
    ).toEqual([...shown[origin]]);
  }
  // Item and user biases are not trained: whatever the number of steps, they are what they are.
  const [mae] = shown['run here'].get('bias')!;
  expect(Number(mae)).toBeGreaterThan(0.5);
  expect(Number(mae)).toBeLessThan(0.9);
});

test('sorting puts the best first, and cancelling keeps the page going', async ({
  workbench,
  page,
}) => {
  const lab = new Lab(page);
  await workbench.open();
  await workbench.openResearchers();
  await lab.button('Sort by Recall@20').click();
  await expect(async () => {
    const figures = [...(await lab.means('recorded')).values()].map((means) => Number(means[1]));
    expect(figures.length).toBeGreaterThan(1);
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
  }).toPass();
  // What the paper measured on data that are not here stands there too, with a word on why not ours.
  await lab.root.getByRole('radio', { name: 'table 8, MovieLens-Taobao, 5 seeds' }).click();
  await expect(lab.row('cmml-soft').locator('.is-paper')).toHaveText([
    /40\.75/,
    /60\.02/,
    /73\.89/,
  ]);
  await expect(lab.root.locator('.lab-note[data-protocol]')).toContainText('Not measured again');
  // Rows of the earlier rules are not run any more: the button says by which, and the table stays.
  await expect(lab.protocol).toHaveAttribute('data-protocol', 'open');
  await expect(lab.protocol).not.toContainText('opens here because more rows');
  await lab.root.getByRole('radio', { name: 'this page’s earlier rules', exact: true }).click();
  await expect(lab.protocol).toHaveAttribute('data-protocol', 'open-former');
  const before = await lab.means('recorded');
  await lab.button('Run DCN here, by this page’s rules').click();
  await lab.button('Pause').click();
  await expect(lab.button('Go on')).toBeVisible();
  await apart(page);
  await lab.button('Cancel').click();
  await expect(lab.status).toHaveText('Cancelled. What was finished stays in the table.');
  await expect(lab.protocol).toHaveAttribute('data-protocol', 'open-former');
  expect(await lab.means('recorded')).toEqual(before);

  // What runs to its end is shown on request, and is what was recorded of that seed.
  await lab.button('Run ItemPop here, by this page’s rules').click();
  await lab.finished(60_000);
  expect(await lab.means('run here')).toEqual(new Map());
  await lab.button('Show this page’s rules').click();
  await expect(lab.protocol).toHaveAttribute('data-protocol', 'open');
  const file = await page.request.get(new URL('recorded/lab.json', page.url()).href);
  const recorded = (await file.json()) as Record<string, string | number>[];
  const first = recorded.find(
    (row) =>
      row.protocol === 'open' &&
      row.setting === 'ranking' &&
      row.treatment === 'plain' &&
      row.system === 'itempop' &&
      row.seed === 0,
  )!;
  const percents = [10, 20, 50].map((n) => (100 * Number(first[`recall@${n}`])).toFixed(1));
  expect((await lab.means('run here')).get('itempop')).toEqual(percents);
});

test('figures 3 and 4 are drawn by the present model, and saved as pictures', async ({
  workbench,
  page,
  checkAccessibility,
}) => {
  test.slow();
  const lab = new Lab(page);
  const picture = new Picture(lab.root);
  await workbench.open();
  await workbench.openResearchers();
  await lab.view('Figure 3: contexts');
  const context = lab.root.locator('[data-map="context"]');
  await expect(context.locator('path')).toHaveCount(8 * 30, { timeout: 60_000 });
  const rows = await picture.table();
  const silhouette = rows.find(([measure]) => measure === 'Silhouette by family')!;
  // Families lie apart in the context, and about as much in the plain features beside it.
  expect(Number(silhouette[1])).toBeGreaterThan(0.3);
  expect(Number(silhouette[2])).toBeGreaterThan(0.3);
  await checkAccessibility('figure 3');
  const svg = await lab.savedFigure(/SVG/);
  expect(svg.match(/<path/g)!.length).toBeGreaterThanOrEqual(2 * 8 * 30);
  expect(svg).toContain(`${silhouette[1]} by family`);

  await lab.view('Figure 4: routes');
  // The page’s model has no routes: the one that ships with the page is drawn, and said to be.
  await expect(lab.root).toContainText('the model with soft modularization that ships');
  await expect(lab.root.locator('[data-routes="pair"] .route-graph')).toHaveCount(3, {
    timeout: 90_000,
  });
  const routes = await picture.table();
  expect(routes).toHaveLength(2 * 4 * 4 + 4);
  const number = (text: string) => Number(text.replace('−', '-'));
  for (const [, , ours, theirs, difference] of routes) {
    expect(number(difference)).toBeCloseTo(number(ours) - number(theirs), 3);
  }
  expect(routes.some(([, , , , difference]) => Math.abs(number(difference)) > 0.1)).toBe(true);
  await checkAccessibility('figure 4');
  const png = await lab.savedFigure(/PNG/);
  expect(png.slice(1, 4)).toBe('PNG');
});
