/** Without a network, and with a new version that arrives while the visitor works. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, serve, type Server } from '../../scripts/lib/serve';
import { expect, test } from '../fixtures';

test.use({ serviceWorkers: 'allow' });

let folder: string;
let server: Server;

// A copy of the build, so that it can be taken away and changed.
test.beforeAll(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'cmml-')), 'dist');
  await cp(path.resolve(import.meta.dirname, '../../dist'), folder, { recursive: true });
  server = await serve(folder, { port: await freePort() });
});
test.afterAll(async () => {
  await server.close();
  await rm(path.dirname(folder), { recursive: true });
});

test('the page opens again without a network', async ({ workbench, page, context, guard }) => {
  guard.allowHome(server.url);
  await page.goto(server.url);
  await workbench.settled();
  await expect(workbench.notice('offline-ready')).toBeVisible({ timeout: 60_000 });

  await context.setOffline(true);
  await page.goto(`${server.url}?genre=comedy.romance`);
  await workbench.settled();
  await expect(workbench.support.rows).toHaveCount(8);
  await workbench.support.addBySearch('The Shining');
  await workbench.settled();
  // The trainer's worker comes from the store too.
  await workbench.training.button('Step').click();
  await workbench.training.waitForStep(1);
  await context.setOffline(false);
});

test('losing the network in use loses nothing', async ({ workbench, page, context, guard }) => {
  guard.allowHome(server.url);
  await page.goto(server.url);
  await workbench.settled();
  await context.setOffline(true);
  await workbench.support.addBySearch('Toy Story');
  await workbench.settled();
  await context.setOffline(false);
});

test('a new version is announced and waits while training runs', async ({
  workbench,
  page,
  guard,
}) => {
  test.slow();
  guard.allowHome(server.url);
  await page.goto(server.url);
  await workbench.settled();
  await expect(workbench.notice('offline-ready')).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await workbench.settled();
  await workbench.training.play();
  await workbench.training.waitForStep(3);

  const worker = path.join(folder, 'sw.js');
  await writeFile(worker, `${await readFile(worker, 'utf8')}\n// another version\n`);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(workbench.notice('update-ready')).toBeVisible({ timeout: 60_000 });
  const step = await workbench.training.step();
  await workbench.training.waitForStep(step + 3);
  expect(step).toBeGreaterThan(0);
  await workbench.training.pause();
});
