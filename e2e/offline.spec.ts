/** The page as a plain host gives it: below any path, isolated from other origins, without network. */
import { serveCopy, type Copy } from './built';
import { expect, test } from './fixtures';

test.use({ serviceWorkers: 'allow' });

let copy: Copy;

test.beforeAll(async () => {
  copy = await serveCopy({ base: '/some/where/', isolated: true });
});
test.afterAll(() => copy.close());

test('from a sub-folder, the page opens again without a network', async ({
  workbench,
  page,
  context,
  guard,
}) => {
  test.slow();
  guard.allowHome(copy.url);
  await page.goto(copy.url);
  await workbench.settled();
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  await expect(workbench.notice('offline-ready')).toBeVisible({ timeout: 60_000 });

  await context.setOffline(true);
  await page.goto(`${copy.url}?genre=comedy.romance`);
  await workbench.settled();
  await expect(workbench.support.rows).toHaveCount(8);
  await workbench.support.addBySearch('The Shining');
  await workbench.settled();
  // The trainer's worker comes from the store too, and so does everything that is loaded late.
  await workbench.training.button('Step').click();
  await workbench.training.waitForStep(1);
  await expect(page.locator('#import .import-runs')).toBeAttached();
  await context.setOffline(false);
});
