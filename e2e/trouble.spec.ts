/** Bad files, missing abilities and dying workers: a clear message, and nothing made is lost. */
import { expect, test } from './fixtures';
import { blockStorage } from './kept';

const FETCH_NOISE = /Failed to load resource|net::ERR/;

test('a worker killed while training comes back, with the support set and the run', async ({
  workbench,
  page,
}) => {
  const { support, training, recommendations } = workbench;
  await workbench.open({ test: '1' });
  await workbench.settled();
  await support.addBySearch('Toy Story');
  await workbench.settled();
  const pairs = await support.pairs();
  await training.play();
  await training.waitForStep(5);
  await page.evaluate(() => globalThis.cmmlTest!.kill('trainer'));
  await expect(workbench.notice('worker-respawned').first()).toBeVisible();
  const at = await training.step();
  await training.waitForStep(at + 3);
  expect(at).toBeGreaterThan(0);
  await training.pause();
  expect(await support.pairs()).toEqual(pairs);

  // The last snapshot of the run is ranked a moment after the pause.
  let ranking: number[] = [];
  await expect(async () => {
    ranking = await recommendations.items(20);
    await page.waitForTimeout(2000);
    expect(await recommendations.items(20)).toEqual(ranking);
  }).toPass();
  await page.evaluate(() => globalThis.cmmlTest!.kill('adapter'));
  await expect(page.locator('.badge')).toContainText('restarting', { ignoreCase: true });
  await workbench.settled();
  expect(await support.pairs()).toEqual(pairs);
  expect(await recommendations.items(20)).toEqual(ranking);
  await support.remove(pairs[0].item);
  await workbench.settled();
});

for (const [what, fulfil] of [
  ['missing', { status: 404, body: 'Not found' }],
  ['truncated', { status: 200, body: 'CMML' }],
] as const) {
  test(`a data file that is ${what} is named`, async ({ workbench, page, guard }) => {
    guard.allowErrors(FETCH_NOISE);
    await page.route('**/datasets/movielens-small/factors.bin', (route) => route.fulfill(fulfil));
    await workbench.goto();
    const alert = page.getByRole('alert').or(workbench.notices);
    await expect(alert.filter({ hasText: 'factors.bin' }).first()).toBeVisible({ timeout: 30_000 });
    // Recorded results and the trays are still there.
    await expect(workbench.support.rows).toHaveCount(8);
  });

  test(`a movie list that is ${what} is named, with a way to try again`, async ({
    workbench,
    page,
    guard,
  }) => {
    guard.allowErrors(FETCH_NOISE);
    await page.route('**/datasets/movielens-small/movies.bin', (route) => route.fulfill(fulfil));
    await workbench.goto();
    const alert = page.getByRole('alert').filter({ hasText: 'movies.bin' }).first();
    await expect(alert).toBeVisible({ timeout: 30_000 });
    await page.unroute('**/datasets/movielens-small/movies.bin');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await workbench.settled();
  });

  test(`a checkpoint that is ${what} is named`, async ({ workbench, page, guard }) => {
    guard.allowErrors(FETCH_NOISE);
    await page.route('**/models/*.ckpt', (route) => route.fulfill(fulfil));
    await workbench.goto();
    const alert = page.getByRole('alert').or(workbench.notices);
    await expect(alert.filter({ hasText: '.ckpt' }).first()).toBeVisible({ timeout: 30_000 });
  });
}

test('without WebGL and WebGPU the model answers on wasm', async ({ workbench, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'gpu', { value: undefined });
    HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
      apply: (target, self, args) =>
        /webgl|webgpu/.test(String(args[0])) ? null : Reflect.apply(target, self, args),
    });
    // @ts-expect-error: a browser without it has no such name.
    delete globalThis.OffscreenCanvas;
  });
  await workbench.open();
  await workbench.settled();
  await expect(workbench.badge).toHaveAttribute('data-backend', /wasm|cpu/);
});

test('without WebAssembly the model answers on plain JavaScript', async ({ workbench, page }) => {
  // Workers cannot be patched from outside: the binary that they need is not there.
  await page.route('**/*.wasm', (route) => route.abort());
  await page.route('**/wasm-*.js', (route) => route.abort());
  await workbench.goto();
  await workbench.live(90_000);
  await expect(workbench.badge).toHaveAttribute('data-backend', 'cpu');
});

test('blocked storage does not stop the page', async ({ workbench, page }) => {
  await blockStorage(page);
  await workbench.open();
  await workbench.settled();
  await workbench.support.addBySearch('Toy Story');
  await workbench.settled();
});
