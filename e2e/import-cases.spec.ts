import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Workbench } from './pages/workbench';

const CASES = join(import.meta.dirname, '../tests/data/import/cases');
const filesOf = (name: string): string[] => {
  const path = join(CASES, name);
  return statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];
};

/** Gives the files of a case, by the picker. */
async function give(workbench: Workbench, name: string): Promise<Locator> {
  await workbench.openResearchers();
  const panel = workbench.page.locator('#import');
  await panel.scrollIntoViewIfNeeded();
  await panel.locator('input[type=file]').first().setInputFiles(filesOf(name));
  return panel;
}

/** Cases that are read with nothing but the guess, and what is said of them. */
const READ: [name: string, counts: string, said: RegExp][] = [
  ['anime-archive.zip', '60 users, 40 items, 477 ratings', /123 without a rating.*40 of 40 titles come from anime\.csv/s],
  ['ratings-alone', '60 users, 40 items, 600 ratings', /Titles come with movies\.csv/],
  ['anime-minus-one.csv', '60 users, 40 items, 477 ratings', /123 without a rating/],
  ['column-order', '60 users, 40 items, 600 ratings', /40 of 40 titles come from movies\.csv/],
  ['excel-sep-line.csv', '60 users, 40 items, 600 ratings', /1 before the table/],
  ['dates-dd-mm-yyyy.csv', '60 users, 40 items, 600 ratings', /day, month, year/],
  ['title-with-newline.csv', '40 users, 30 items, 320 ratings', /12 that go on a quoted cell/],
  ['movietweetings', '60 users, 40 items, 600 ratings', /0 to 10 \(0 is a rating\)/],
  ['recbole.inter', '60 users, 40 items, 600 ratings', /1 to 5/],
]; // prettier-ignore

test('files that people have are read, and it is said what of them', async ({ workbench }) => {
  await workbench.open();
  for (const [name, counts, said] of READ) {
    const panel = await give(workbench, name);
    await expect(panel.getByRole('table'), name).toBeVisible();
    await panel.getByRole('button', { name: 'Import', exact: true }).click();
    const outcome = panel.getByRole('status').filter({ hasText: 'is ready' });
    await expect(outcome, name).toContainText(counts, { timeout: 30_000 });
    await expect(outcome, name).toContainText(said);
  }
});

test('a title over two lines is one line in the preview and on the page', async ({
  workbench,
  page,
}) => {
  test.slow();
  await workbench.open();
  const panel = await give(workbench, 'title-with-newline.csv');
  await expect(panel.getByRole('cell', { name: 'The Good, the Bad and the Ugly' })).toBeVisible();
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await panel.getByRole('button', { name: 'Open it' }).click({ timeout: 30_000 });
  await expect(page).toHaveURL(/data=own-/);
  await workbench.live();
  await expect(page.locator('#recommendations')).toContainText(/Film \d+|The Good, the Bad/);
});

test('after a failed import the form stays, with the column marked', async ({ workbench }) => {
  await workbench.open();
  const panel = await give(workbench, 'column-order');
  const rating = panel.getByLabel('Rating', { exact: true });
  const user = panel.getByLabel('User');
  await expect(rating).toHaveValue('2');
  await user.selectOption({ label: 'timestamp' });
  // Times are no ratings.
  await rating.selectOption({ label: 'timestamp' });
  await panel.getByLabel('Ratings are').selectOption('five');
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('do not fit the columns chosen');
  await expect(rating).toHaveAttribute('aria-invalid', 'true');
  await expect(user).toHaveValue('3');
  await user.selectOption({ label: 'userId' });
  await rating.selectOption({ label: 'rating' });
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  const outcome = panel.getByRole('status').filter({ hasText: 'is ready' });
  await expect(outcome).toContainText('60 users, 40 items, 600 ratings', { timeout: 30_000 });
});

test('a button that cannot be pressed says why', async ({ workbench }) => {
  await workbench.open();
  const panel = await give(workbench, 'recbole.inter');
  await panel.getByLabel('Item').selectOption('');
  const start = panel.getByRole('button', { name: 'Import', exact: true });
  await expect(start).toBeDisabled();
  await expect(start).toHaveAccessibleDescription('Say first which column is the item.');
  await expect(panel).toContainText('Say first which column is the item.');
});

test('the separator, the header and the letters can be said', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.openResearchers();
  const panel = page.locator('#import');
  await panel.scrollIntoViewIfNeeded();
  const lines = Array.from({ length: 300 }, (_, k) => `u${k % 30};Caf\u00e9 ${(k * 7) % 40};${1 + (k % 5)}`); // prettier-ignore
  const buffer = Buffer.from(lines.join('\n'), 'latin1');
  await panel.locator('input[type=file]').first().setInputFiles({ name: 'x.bin', mimeType: '', buffer }); // prettier-ignore
  await expect(panel.getByRole('table')).toContainText('Café 0');
  await panel.getByLabel('Letters are written in').selectOption('windows-1251');
  await expect(panel.getByRole('table')).toContainText('Cafй 0');
  await panel.getByLabel('Columns are separated by').selectOption(',');
  await expect(panel.getByRole('columnheader')).toHaveCount(1);
  await panel.getByLabel('Columns are separated by').selectOption(';');
  await expect(panel.getByRole('columnheader')).toHaveCount(3);
  await panel.getByLabel('The first line names the columns').click();
  await expect(panel.getByRole('columnheader').first()).toContainText('u0');
});

test('one person’s list is said to be one', async ({ workbench }) => {
  await workbench.open();
  const panel = await give(workbench, 'one-person.csv');
  await expect(panel).toContainText('one-person.csv is one person’s list');
  await expect(panel).toContainText('use it as your support set');
});
