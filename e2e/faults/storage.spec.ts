/** Storage that is full or damaged, and clocks that go back. */
import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '../fixtures';

test('a full quota is said once, and training goes on', async ({ workbench, page }) => {
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
          transaction.objectStore('autosave').put(kept, 'movielens-small');
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    value,
  );
}

/** Trains a few steps and waits until they are kept. */
async function trainAndKeep(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        const request = indexedDB.open('cmml-explorable');
        request.onsuccess = () => {
          const names = [...request.result.objectStoreNames];
          if (!names.includes('autosave')) return resolve(false);
          const count = request.result.transaction('autosave').objectStore('autosave').count();
          count.onsuccess = () => {
            request.result.close();
            resolve(count.result > 0);
          };
        };
      }),
    undefined,
    { timeout: 30_000, polling: 500 },
  );
}

test('what was trained comes back after a reload', async ({ workbench, page }) => {
  const { training } = workbench;
  await workbench.open();
  await workbench.settled();
  await training.play();
  await training.waitForStep(4);
  await training.pause();
  await trainAndKeep(page);
  await page.reload();
  await workbench.settled();
  await expect(workbench.notice('autosave-back')).toBeVisible();
  await expect(page.locator('[data-model-steps]')).not.toHaveAttribute('data-model-steps', '0');
});

test('a damaged autosave is put aside, and the page starts with its own model', async ({
  workbench,
  page,
}) => {
  const { training, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  const ranking = await recommendations.items(20);
  await training.button('Step').click();
  await training.waitForStep(1);
  await trainAndKeep(page);
  for (const damaged of [
    'not a run',
    { id: 'x', name: '', date: '', data: 'movielens-small', address: '', steps: 7, weights: 3 },
  ]) {
    await putAutosave(page, damaged);
    await page.goto('./');
    await workbench.settled();
    await expect(workbench.notice('autosave-broken')).toBeVisible();
    expect(await recommendations.items(20)).toEqual(ranking);
  }
});

test('weights that are no numbers are refused, and the ranking stays', async ({
  workbench,
  page,
}, info) => {
  const { recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  const ranking = await recommendations.items(20);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const panel = page.locator('.import-runs');
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: /export/i }).click();
  const bytes = await readFile(await (await download).path());
  const header = 8 + Number(bytes.readBigUInt64LE(0));
  for (let at = header; at + 4 <= bytes.length; at += 4) bytes.writeFloatLE(NaN, at);
  const poisoned = info.outputPath('poisoned.safetensors');
  await writeFile(poisoned, bytes);
  const chooser = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: /open/i }).first().click();
  await (await chooser).setFiles(poisoned);
  await expect(panel.getByRole('status')).not.toBeEmpty();
  await workbench.settled();
  expect(await recommendations.items(20)).toEqual(ranking);
});

test('two tabs at once do not disturb each other', async ({ workbench, page, context }) => {
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
  await other.close();
});

test('a clock that goes back stops nothing', async ({ workbench, page }) => {
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    const start = now();
    Date.now = () => (now() - start > 4000 ? now() - 86_400_000 : now());
  });
  const { training, support } = workbench;
  await workbench.open();
  await workbench.settled();
  await page.waitForTimeout(4000);
  await support.addBySearch('Toy Story');
  await workbench.settled();
  await training.play();
  await training.waitForStep(3);
  await training.pause();
});
