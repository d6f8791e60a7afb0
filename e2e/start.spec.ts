import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, serve } from '../scripts/lib/serve';
import { expect, test } from './fixtures';

test('the first paint shows recorded results, before any worker', async ({ workbench, page }) => {
  // Nothing of the model can be loaded: what is shown was there before.
  await page.route(/worker-|\/(datasets|models)\//, () => undefined);
  await workbench.goto();
  const source = page.locator('[data-source]');
  await expect(source).toHaveAttribute('data-source', 'recorded');
  const recorded = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../public/recorded/start.json'), 'utf8'),
  ) as { ranking: { item: number; title: string }[]; support: { item: number }[] };
  const top = await workbench.recommendations.items(10);
  expect(top).toEqual(recorded.ranking.slice(0, 10).map(({ item }) => item));
  await expect(workbench.recommendations.atRank(1)).toContainText(recorded.ranking[0].title);
  await expect(workbench.support.rows).toHaveCount(recorded.support.length);
});

test('what was recorded is what the model answers live', async ({ workbench, page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/datasets\//, async (route) => {
    await held;
    await route.continue();
  });
  await workbench.goto();
  await expect(page.locator('[data-source="recorded"]')).toBeVisible();
  const recorded = await workbench.recommendations.top(10);
  release();
  await workbench.settled();
  const live = await workbench.recommendations.top(10);
  expect(live.map(({ item }) => item)).toEqual(recorded.map(({ item }) => item));
  live.forEach(({ score }, k) => expect(score).toBeCloseTo(recorded[k].score, 2));
});

test('the page works below any path', async ({ workbench, page, guard }) => {
  const server = await serve(path.resolve(import.meta.dirname, '../dist'), {
    port: await freePort(),
    base: '/somewhere/below/',
  });
  try {
    guard.allowHome(server.url);
    await page.goto(server.url);
    await workbench.settled();
    await expect(workbench.support.rows).toHaveCount(8);
  } finally {
    await page.goto('about:blank');
    await server.close();
  }
});

test('a policy forbids everything but the page’s own origin', async ({
  workbench,
  page,
  guard,
}) => {
  guard.allowErrors(/Content Security Policy/, /violates/);
  await workbench.open();
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toContain("default-src 'self'");
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruded = true';
    document.head.append(script);
    return 'intruded' in globalThis;
  });
  expect(ran).toBe(false);
});
