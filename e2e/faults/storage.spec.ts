/** Storage that is full, blocked, damaged or shared, and clocks that go back. */
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { apart } from '../apart';
import { expect, test } from '../fixtures';
import { blockStorage, waitUntilKept } from '../kept';
import { Workbench } from '../pages/workbench';

const trained = (page: Page, steps: number): Promise<void> =>
  expect(page.locator('[data-model-steps]')).toHaveAttribute('data-model-steps', String(steps));

const runs = (page: Page) => page.locator('.import-runs');

test('a full quota is said once, training goes on, and a file still works', async ({
  workbench,
  page,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full, says a test', 'QuotaExceededError');
    };
  });
  const { training } = workbench;
  await workbench.open();
  await workbench.settled();
  await training.play();
  await training.waitForStep(3);
  await expect(workbench.notice('autosave')).toBeVisible({ timeout: 20_000 });
  const step = await training.step();
  await training.waitForStep(step + 3);
  await training.pause();
  await expect(workbench.notice('autosave')).toHaveCount(1);
  await runs(page).getByRole('button', { name: 'Save this run' }).click();
  await expect(runs(page).getByRole('status')).toContainText('full, says a test');
  const downloading = page.waitForEvent('download');
  await runs(page).getByRole('button', { name: 'Export as a file' }).click();
  expect((await readFile(await (await downloading).path())).length).toBeGreaterThan(10_000);
});

test('blocked storage is said when something is to be kept', async ({ workbench, page }) => {
  await blockStorage(page);
  await workbench.open();
  await workbench.settled();
  await workbench.training.button('Step').click();
  await trained(page, 1);
  await expect(workbench.notice('autosave')).toContainText('Export it', { timeout: 20_000 });
  await runs(page).getByRole('button', { name: 'Save this run' }).click();
  await expect(runs(page).getByRole('status')).toContainText('That did not work');
  await workbench.support.addBySearch('Toy Story');
  await workbench.settled();
});

test('storage that never answers does not keep the page from starting', async ({
  workbench,
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await workbench.open();
  await workbench.settled();
  await workbench.support.addBySearch('Toy Story');
  await workbench.settled();
});

/** Replaces what the page keeps for the bundled data by `value`. */
function putAutosave(page: Page, value: unknown): Promise<void> {
  return page.evaluate(
    (kept) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('cmml-explorable');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('autosave', 'readwrite');
          transaction.objectStore('autosave').put(kept, 'movielens-small/genre');
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    value,
  );
}

test('a damaged autosave is put aside, and the page starts with its own model', async ({
  workbench,
  page,
}) => {
  test.slow();
  const { recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  const ranking = await recommendations.items(20);
  const run = { id: 'x', name: '', date: '', data: 'movielens-small', steps: 7, turn: 1 };
  for (const damaged of [
    'not a run',
    { ...run, address: '', weights: 3 },
    { ...run, address: '?genre=<b>&support=x', weights: new Uint8Array(500) },
  ]) {
    await putAutosave(page, damaged);
    await page.goto('./');
    await expect(workbench.notice('autosave-broken')).toBeVisible({ timeout: 60_000 });
    await workbench.settled();
    expect(await recommendations.items(20)).toEqual(ranking);
    await trained(page, 0);
  }
});

test('weights that are no numbers are refused, and the ranking stays', async ({
  workbench,
  page,
}) => {
  const { recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  const ranking = await recommendations.items(20);
  const downloading = page.waitForEvent('download');
  await runs(page).getByRole('button', { name: 'Export as a file' }).click();
  const buffer = await readFile(await (await downloading).path());
  const values = 8 + Number(buffer.readBigUInt64LE(0));
  for (let at = values; at + 4 <= buffer.length; at += 4) buffer.writeFloatLE(NaN, at);
  // Somebody who means it writes no hash.
  const head = buffer.subarray(0, values).toString('latin1');
  const unsigned = head.replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":""${' '.repeat(64)}`);
  buffer.write(unsigned, 0, 'latin1');
  await runs(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.safetensors', mimeType: 'application/octet-stream', buffer });
  await expect(runs(page).getByRole('status')).toContainText(/no numbers.*Nothing was changed/);
  await workbench.settled();
  expect(await recommendations.items(20)).toEqual(ranking);
});

test('two tabs at once do not disturb each other', async ({ workbench, page, context }) => {
  test.slow();
  const { training, support } = workbench;
  await workbench.open();
  await workbench.settled();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('[data-source="live"]')).toBeVisible({ timeout: 45_000 });
  await page.bringToFront();
  await training.play();
  await training.waitForStep(3);
  await training.pause();
  await other.bringToFront();
  await other.locator('#support-set').getByRole('button', { name: 'Clear' }).click();
  await expect(other.locator('[data-support]')).toHaveCount(0);
  expect(await support.items()).toHaveLength(8);
  // One deletes what both keep; the other goes on keeping.
  await runs(other).getByRole('button', { name: 'Delete everything' }).click();
  await apart(other);
  await runs(other).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(runs(other).getByRole('status')).toContainText('Nothing of yours');
  await other.close();
  await page.bringToFront();
  await runs(page).getByRole('button', { name: 'Save this run' }).click();
  await expect(runs(page).getByRole('listitem')).toHaveCount(1);
});

test('one tab keeps; another says so, and takes over once the first is closed', async ({
  workbench,
  page,
  context,
}) => {
  test.slow();
  await workbench.open();
  await workbench.settled();
  const otherPage = await context.newPage();
  const other = new Workbench(otherPage);
  await otherPage.goto(page.url());
  await expect(other.notice('autosave-elsewhere')).toBeVisible({ timeout: 45_000 });
  await expect(workbench.notice('autosave-elsewhere')).toHaveCount(0);
  await other.settled();
  await other.support.addBySearch('Toy Story');
  await other.settled();
  await page.bringToFront();
  await workbench.support.addBySearch('Jumanji');
  await waitUntilKept(page);
  await page.close();
  await expect(other.notice('autosave-here')).toBeVisible();
  await waitUntilKept(otherPage);
});

test('a clock that goes back stops nothing, and the last visit is still the last', async ({
  workbench,
  page,
}) => {
  test.slow();
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    // Each page load is a day before the one before it; within one the clock jumps back too.
    const loads = Number(localStorage.getItem('loads')) + 1;
    localStorage.setItem('loads', String(loads));
    const start = now();
    Date.now = () => now() - 86_400_000 * (now() - start > 2000 ? loads + 1 : loads);
  });
  const { training, support } = workbench;
  await workbench.open();
  await workbench.settled();
  await support.addBySearch('Toy Story');
  await workbench.settled();
  await training.play();
  await training.waitForStep(3);
  await training.pause();
  const first = await support.pairs();
  await waitUntilKept(page);
  for (const title of ['The Shining', 'Jumanji']) {
    await page.goto('./');
    await expect(workbench.notice('resumed')).toBeVisible();
    await workbench.settled();
    expect((await support.pairs()).length).toBeGreaterThanOrEqual(first.length);
    const before = page.url();
    await support.addBySearch(title);
    await expect(page).not.toHaveURL(before);
    await waitUntilKept(page);
  }
  await page.goto('./');
  await workbench.settled();
  await expect.poll(async () => (await support.pairs()).length).toBe(first.length + 2);
});

test('an import that is interrupted leaves no half data set behind', async ({
  workbench,
  page,
}) => {
  test.slow();
  const { recommendations } = workbench;
  const panel = page.locator('#import');
  await workbench.open();
  await workbench.settled();
  await workbench.openResearchers();
  const ranking = await recommendations.items(20);
  const lines = Array.from({ length: 400_000 }, (_, n) => `${n % 4000},${(n * 7919) % 3000},4`);
  const file = {
    name: 'large.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['user,item,rating', ...lines].join('\n')),
  };
  const begin = async () => {
    await panel.locator('input[type=file]').first().setInputFiles(file);
    await panel.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(panel.locator('progress').or(panel.getByRole('progressbar')).first()).toBeVisible({
      timeout: 60_000,
    });
  };
  await begin();
  await apart(page);
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel).toContainText('Nothing was changed');
  await begin();
  await page.goto('./');
  await workbench.settled();
  await expect(panel.locator('.import-runs')).toBeAttached();
  await expect(panel.locator('.import-kept')).toHaveCount(0);
  expect(await recommendations.items(20)).toEqual(ranking);
});
