/** A network that goes away, and a new version that arrives while the visitor works. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { serveCopy, type Copy } from '../built';
import { expect, test } from '../fixtures';

const NETWORK_NOISE = /Failed to load resource|net::ERR/;

test('a network that is gone before the data came is said, and asked again', async ({
  workbench,
  page,
  guard,
}) => {
  guard.allowErrors(NETWORK_NOISE);
  await page.route(/\/(datasets|models)\//, (route) => route.abort('internetdisconnected'));
  await workbench.goto();
  const alert = page.getByRole('alert').filter({ hasText: 'Check the connection' }).first();
  await expect(alert).toBeVisible({ timeout: 30_000 });
  await expect(workbench.support.rows).toHaveCount(8);
  await page.unroute(/\/(datasets|models)\//);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await workbench.settled();
});

test('a network that is gone when training starts is said, and nothing is lost', async ({
  workbench,
  context,
  guard,
}) => {
  test.slow();
  guard.allowErrors(NETWORK_NOISE);
  const { support, training } = workbench;
  await workbench.open();
  await workbench.settled();
  const pairs = await support.pairs();
  await context.setOffline(true);
  await training.button('Step').click();
  await expect(workbench.notices.locator('.notice-warning, .notice-error').first()).toBeVisible({
    timeout: 90_000,
  });
  // The adapter is there and needs no network.
  await support.addBySearch('Toy Story');
  await workbench.settled();
  expect((await support.pairs()).length).toBe(pairs.length + 1);
  await context.setOffline(false);
  await expect(async () => {
    await training.button('Step').click({ timeout: 5000 });
    await training.waitForStep(1, 15_000);
  }).toPass({ timeout: 90_000 });
});

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow' });
  let copy: Copy;
  test.beforeAll(async () => {
    copy = await serveCopy();
  });
  test.afterAll(() => copy.close());

  test('a new version is announced and waits while training runs', async ({
    workbench,
    page,
    guard,
  }) => {
    test.slow();
    guard.allowHome(copy.url);
    await page.goto(copy.url);
    await workbench.settled();
    await expect(page.locator('[data-code="offline-ready"]')).toBeVisible({ timeout: 60_000 });
    await page.reload();
    await workbench.settled();
    await workbench.training.play();
    await workbench.training.waitForStep(3);
    // A mark that a forced reload would wipe out.
    await page.evaluate(() => document.body.setAttribute('data-mark', 'same page'));

    const worker = path.join(copy.folder, 'sw.js');
    await writeFile(worker, `${await readFile(worker, 'utf8')}\n// another version\n`);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect(workbench.notice('update-ready')).toBeVisible({ timeout: 60_000 });
    const step = await workbench.training.step();
    await workbench.training.waitForStep(step + 3);
    const waiting = await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null); // prettier-ignore
    expect(waiting).toBe(true);
    await expect(page.locator('body')).toHaveAttribute('data-mark', 'same page');
    await workbench.training.pause();
  });
});
