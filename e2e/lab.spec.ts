import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { expect, test } from './fixtures';

test('a row is run here, and the exported CSV is what is shown', async ({ workbench, page }) => {
  test.slow();
  await workbench.open();
  const lab = page.locator('#lab');
  await lab.scrollIntoViewIfNeeded();
  await lab.getByRole('radio', { name: 'All systems, rating by visitor' }).click();
  await lab.getByRole('button', { name: 'Run Item + user bias here' }).click();
  const row = lab.locator('tr[data-system="bias"]');
  await expect(row.locator('.lab-figure.is-live').first()).toBeVisible({ timeout: 120_000 });
  const shown = await row.locator('.lab-figure.is-live b').allTextContents();

  const downloading = page.waitForEvent('download');
  await lab.getByRole('button', { name: 'CSV', exact: true }).click();
  const lines = csvParse(readFileSync(await (await downloading).path(), 'utf8'));
  const line = lines.find(({ system, origin }) => system === 'bias' && origin === 'run here')!;
  expect([line.mae, line['ndcg@3']]).toEqual(shown);
  expect(Number(line.mae)).toBeGreaterThan(0.5);
  expect(Number(line.mae)).toBeLessThan(0.9);
});

test('sorting puts the best first, and cancelling keeps the page going', async ({
  workbench,
  page,
}) => {
  await workbench.open();
  const lab = page.locator('#lab');
  await lab.scrollIntoViewIfNeeded();
  await lab.getByRole('button', { name: 'Sort by Recall@20' }).click();
  const figures = await lab
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows
        .map((row) => Number(row.querySelectorAll('.lab-figure:not(.is-live) b')[1]?.textContent))
        .filter(Number.isFinite),
    );
  expect(figures).toEqual([...figures].sort((a, b) => b - a));
  await lab.getByRole('button', { name: 'Run DCN here' }).click();
  await lab.getByRole('button', { name: 'Cancel' }).click();
  await expect(lab).toContainText('Cancelled.');
});
