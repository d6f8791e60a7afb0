import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { apart } from './apart';
import { layoutOf, RELEASES, releaseFiles, type Release } from '../tests/data/import/releases';
import { expect, test } from './fixtures';
import type { Workbench } from './pages/workbench';

const SMALL = { users: 60, movies: 400, ratings: 3000 };
const zipOf = (release: Release, size = SMALL) => ({
  name: `${release}.zip`,
  mimeType: 'application/zip',
  buffer: Buffer.from(zipSync(releaseFiles(release, size), { level: 1 })),
});

/** The panel of own data, behind its door and in view. */
async function importPanel(workbench: Workbench): Promise<Locator> {
  await workbench.openResearchers();
  const panel = workbench.page.locator('#import');
  await panel.scrollIntoViewIfNeeded();
  return panel;
}

const filesOf = (panel: Locator): Locator => panel.locator('input[type=file]').first();

async function importAndOpen(panel: Locator, page: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await open(panel, page);
}

async function open(panel: Locator, page: Page): Promise<void> {
  await expect(panel).toContainText('is ready', { timeout: 60_000 });
  await panel.getByRole('button', { name: 'Open it' }).click();
  await expect(page).toHaveURL(/data=own-/);
}

test('every MovieLens release is read from its zip', async ({ workbench }) => {
  await workbench.open();
  const panel = await importPanel(workbench);
  for (const release of RELEASES) {
    await filesOf(panel).setInputFiles(zipOf(release));
    await expect(panel).toContainText('These are the files of MovieLens');
    await panel.getByRole('button', { name: 'Import', exact: true }).click();
    const outcome = panel.getByRole('status').filter({ hasText: 'is ready' });
    await expect(outcome, release).toContainText('60 users', { timeout: 30_000 });
    await expect(outcome, release).toContainText('3,000 ratings');
  }
});

test('a release is dropped, kept, opened and trained on', async ({
  workbench,
  page,
  context,
}, info) => {
  await workbench.open();
  const panel = await importPanel(workbench);
  const files = releaseFiles('ml-100k', SMALL);
  const { ratings, movies } = layoutOf('ml-100k');
  const paths = [ratings, movies].map((name) => {
    const path = info.outputPath(name);
    writeFileSync(path, files[`ml-100k/${name}`]);
    return path;
  });
  const { x, y, width, height } = (await panel.locator('.import-drop').boundingBox())!;
  const mouse = await context.newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await mouse.send('Input.dispatchDragEvent', {
      type,
      x: x + width / 4,
      y: y + height / 2,
      data: { items: [], files: paths, dragOperationsMask: 1 },
    });
  }
  await expect(panel).toContainText('These are the files of MovieLens 100k');
  await importAndOpen(panel, page);
  await workbench.live();
  // Titles are text: a tag in one makes no element.
  await expect(workbench.recommendations.atRank(1)).toContainText(/Film <b>\d+<\/b>|La Légende/);
  await expect(page.locator('#recommendations b', { hasText: /^\d+$/ })).toHaveCount(0);
  await expect(page.getByRole('listbox', { name: /Tasks on the map/ })).toBeVisible();
  await workbench.training.play();
  await workbench.training.waitForStep(5);
  expect(Number.isFinite(await workbench.training.loss())).toBe(true);
});

test('a table is mapped, and its categories become scenarios', async ({ workbench, page }) => {
  await workbench.open();
  const panel = await importPanel(workbench);
  const lines = ['reader;isbn;score;shelf;name'];
  const shelves = ['Crime', 'History', 'Poetry', 'Travel'];
  for (let reader = 0; reader < 80; reader++) {
    for (let k = 0; k < 20; k++) {
      const book = (reader * 7 + k * 13) % 160;
      lines.push(`r${reader};b${book};${1 + ((reader + book) % 10)};${shelves[book % 4]};"The ""Book"" ${book}"`); // prettier-ignore
    }
  }
  const buffer = Buffer.from(lines.join('\n'));
  await filesOf(panel).setInputFiles({ name: 'books.csv', mimeType: 'text/csv', buffer });
  await expect(panel.getByRole('table')).toContainText('The "Book"');
  await expect(panel.getByLabel('Ratings are')).toHaveValue('ten');
  await panel.getByLabel('User').selectOption({ label: 'reader' });
  await panel.getByLabel('Scenario (optional)').selectOption({ label: 'shelf' });
  await importAndOpen(panel, page);
  await workbench.live();
  await expect(workbench.recommendations.atRank(1)).toContainText('The "Book"');
  await expect(workbench.support.root).toContainText(/Crime|History|Poetry|Travel/);
});

test('two domains are one model: the map tells them apart, and says how well', async ({
  workbench,
  page,
}) => {
  await workbench.open();
  const panel = await importPanel(workbench);
  await panel.getByRole('button', { name: 'Try two domains without own data' }).click();
  await open(panel, page);
  await workbench.live();
  const map = page.locator('#context');
  await expect(map.getByRole('radio', { name: 'Generated shop' })).toBeVisible();
  await expect(map.getByRole('radio', { name: /MovieLens small/ })).toBeVisible();
  await expect(map).toContainText(/Purity of domains: \d+% .* by chance 50%/);
});

test('an import can be cancelled', async ({ workbench }) => {
  await workbench.open();
  const panel = await importPanel(workbench);
  const large = { users: 4000, movies: 1500, ratings: 300_000 };
  await filesOf(panel).setInputFiles(zipOf('ml-1m', large));
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await apart(panel.page());
  await panel.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(panel).toContainText('Cancelled. Nothing was changed.');
  await expect(panel.getByRole('heading', { name: 'Kept in this browser' })).toHaveCount(0);
  await workbench.live();
});

test('a wrong file is named with line and remedy, and nothing changes', async ({ workbench }) => {
  await workbench.open();
  const before = await workbench.recommendations.top(3);
  const panel = await importPanel(workbench);
  const csv = (name: string, text: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await filesOf(panel).setInputFiles([
    csv('ratings.csv', 'userId,movieId,rating\na,b,c\nd,e,f\n'),
    csv('movies.csv', 'movieId,title,genres\n1,Film (1990),Drama\n'),
  ]);
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('ratings.csv, line 2');
  await expect(alert).toContainText('nothing of the present session was changed');
  expect(await workbench.recommendations.top(3)).toEqual(before);
});
