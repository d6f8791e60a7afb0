/** The page as a plain host gives it: below any path, isolated from other origins, without network. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
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
  await expect(page.locator('[data-code="offline-ready"]')).toBeVisible({ timeout: 60_000 });

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

test('what is kept for use without a network is the whole page, and nothing that it never asks for', async () => {
  const script = await readFile(path.join(copy.folder, 'sw.js'), 'utf8');
  const kept = new Set([...script.matchAll(/\burl:"([^"]+)"/g)].map(([, url]) => url));
  const files = (await readdir(copy.folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(copy.folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')); // prettier-ignore
  const left = files.filter((file) => !kept.has(file));
  // The browser keeps the service worker itself; letters of other scripts come with a visitor's own data.
  const ofScripts = /^assets\/(inter|source-serif-4)-(cyrillic|greek|vietnamese)[\w-]*\.woff2$/;
  const ofOldBrowsers = /^assets\/KaTeX_[\w-]+\.(ttf|woff)$/;
  const itself = /^(sw|workbox-\w+)\.js$/;
  const spare = /^assets\/inter-latin-wght-[\w-]+\.woff2$/;
  const known = [ofScripts, ofOldBrowsers, itself, spare];
  expect(left.filter((file) => !known.some((rule) => rule.test(file)))).toEqual([]);
  expect([...kept].filter((file) => spare.test(file))).toEqual([]);
});
