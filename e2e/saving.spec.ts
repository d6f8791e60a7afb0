/** What the visitor made is there again: from the list, from a file, and after a visit that ended. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { apart } from './apart';
import { expect, test } from './fixtures';
import { waitUntilKept } from './kept';
import { Workbench } from './pages/workbench';

const STEPS = 3;

/** A support set of the visitor's own and a model of three steps. */
async function make(workbench: Workbench): Promise<void> {
  const { support, training } = workbench;
  for (let step = 1; step <= STEPS; step++) {
    await training.button('Step').click();
    await training.waitForStep(step);
  }
  await trained(workbench.page, STEPS);
  // The answer to an edit is by the newest model; after a step alone it comes a while later.
  await support.remove((await support.items())[0]);
  await support.addBySearch('Toy Story');
  await workbench.settled();
}

const trained = (page: Page, steps: number): Promise<void> =>
  expect(page.locator('[data-model-steps]')).toHaveAttribute('data-model-steps', String(steps));

const runs = (page: Page) => page.locator('.import-runs');

interface Made {
  pairs: { item: number; label: number }[];
  ranking: number[];
}

const made = async ({ support, recommendations }: Workbench): Promise<Made> => ({
  pairs: await support.pairs(),
  ranking: await recommendations.items(20),
});

/** The ranking of a model that was just put back comes a moment after it. */
const shows = (workbench: Workbench, wanted: Made): Promise<void> =>
  expect.poll(() => made(workbench), { timeout: 30_000 }).toEqual(wanted);

test('a run reopens to the same ranking: from the list, by itself, and not once deleted', async ({
  workbench,
  page,
}) => {
  test.slow();
  await page.addInitScript(() => {
    let asked = 0;
    // An empty page, which comes first, has no storage.
    if (!('storage' in navigator)) return;
    navigator.storage.persist = () => {
      document.documentElement.dataset.askedToPersist = String(++asked);
      return Promise.resolve(false);
    };
  });
  await workbench.open({ backend: 'wasm' });
  await workbench.settled();
  const shipped = await made(workbench);
  await make(workbench);
  const own = await made(workbench);
  expect(own.ranking).not.toEqual(shipped.ranking);
  await workbench.openResearchers();
  await runs(page).getByRole('textbox', { name: 'Name' }).fill('first try');
  // What is kept by itself asks nothing of the visitor; what they save is to stay.
  await expect(page.locator('html')).not.toHaveAttribute('data-asked-to-persist');
  await runs(page).getByRole('button', { name: 'Save this run' }).click();
  await expect(runs(page).getByRole('listitem')).toContainText(/MovieLens small.*3 steps.*kB/);
  await expect(page.locator('html')).toHaveAttribute('data-asked-to-persist', '1');

  await workbench.support.tool('Clear').click();
  await workbench.training.button('Restart, same seed').click();
  await trained(page, 0);
  await runs(page).getByRole('button', { name: 'Open first try' }).click();
  await expect(runs(page).getByRole('status')).toContainText('first try is on the page');
  await trained(page, STEPS);
  await shows(workbench, own);

  // It keeps itself: the page without any parameter goes on there.
  await waitUntilKept(page, STEPS);
  await page.goto('./');
  await expect(workbench.notice('resumed')).toBeVisible();
  await trained(page, STEPS);
  await shows(workbench, own);

  await workbench.openResearchers();
  await runs(page).getByRole('button', { name: 'Delete everything' }).click();
  await apart(page);
  await runs(page).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(runs(page).getByRole('listitem')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto('./');
  await workbench.settled();
  await shows(workbench, shipped);
});

test('a run travels as one file to another browser', async ({ workbench, page, browser }) => {
  test.slow();
  await workbench.open({ backend: 'wasm' });
  await workbench.settled();
  await make(workbench);
  const own = await made(workbench);
  await workbench.openResearchers();
  const downloading = page.waitForEvent('download');
  await runs(page).getByRole('button', { name: 'Export as a file' }).click();
  const buffer = await readFile(await (await downloading).path());

  const context = await browser.newContext();
  const other = new Workbench(await context.newPage());
  await other.page.goto(new URL('./?backend=wasm', page.url()).href);
  await other.settled();
  await other.openResearchers();
  const mimeType = 'application/octet-stream';
  const input = runs(other.page).locator('input[type=file]');
  const damaged = Buffer.from(buffer);
  damaged[damaged.length - 1] ^= 1;
  await input.setInputFiles({ name: 'damaged.safetensors', mimeType, buffer: damaged });
  await expect(runs(other.page).getByRole('status')).toContainText(/hash.*Nothing was changed/);
  await input.setInputFiles({ name: 'cmml-run.safetensors', mimeType, buffer });
  await expect(runs(other.page).getByRole('status')).toContainText('is on the page');
  await trained(other.page, STEPS);
  await shows(other, own);
  await context.close();
});
