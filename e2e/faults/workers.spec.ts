/** Workers that die, hang, lose their device or their memory: run and support set outlive them. */
import { expect, test } from '../fixtures';
import type { Workbench } from '../pages/workbench';

const PHASES = ['sample', 'encode', 'modulate', 'predict', 'loss', 'update'] as const;

/** Whatever happened: the support set is there, an edit is answered, training goes on. */
async function isUsable({ support, training, page }: Workbench, pairs: object[]): Promise<void> {
  expect(await support.pairs()).toEqual(pairs);
  // Played, not stepped: what was read may be a step or two ahead of the snapshot that it goes on from.
  const step = await training.step();
  await training.play();
  await training.waitForStep(step + 1);
  await training.pause();
  expect(Number.isFinite(await training.loss())).toBe(true);
  await expect(page.getByRole('alert')).toHaveCount(0);
}

for (const [index, phase] of PHASES.entries()) {
  test(`the trainer is killed in phase ${phase}`, async ({ workbench, page }) => {
    const { support, training } = workbench;
    await workbench.open({ test: '1', backend: 'wasm' });
    await workbench.settled();
    const pairs = await support.pairs();
    await training.button('Step').click();
    await training.waitForStep(1);
    for (let k = 0; k <= index; k++) {
      await training.button('One phase of a step at a time').click();
      await expect(page.locator(`[data-phase="${PHASES[k]}"][data-lit]`)).toBeVisible();
    }
    await page.evaluate(() => globalThis.cmmlTest!.kill('trainer'));
    await expect(workbench.notice('worker-respawned').first()).toBeVisible();
    await isUsable(workbench, pairs);
  });
}

test('an adapter that hangs is noticed and started again', async ({ workbench, page }) => {
  test.slow();
  const { support, recommendations } = workbench;
  await workbench.open({ test: '1' });
  await workbench.settled();
  const before = await recommendations.items(20);
  await page.evaluate(() => globalThis.cmmlTest!.hang('adapter'));
  await support.addBySearch('Toy Story', { liked: false });
  await expect(workbench.notice('worker-respawned').first()).toBeVisible({ timeout: 60_000 });
  await workbench.live(60_000);
  expect(await recommendations.items(20)).not.toEqual(before);
});

test('a lost device sends the trainer to the next backend, with its steps', async ({
  workbench,
  page,
  guard,
}) => {
  test.slow();
  guard.allowErrors(/WebGL|GPU/i);
  const { training } = workbench;
  await workbench.open({ test: '1' });
  await workbench.settled();
  await training.play();
  await training.waitForStep(5);
  await page.evaluate(() => globalThis.cmmlTest!.lose('trainer'));
  await expect(workbench.notices).toContainText(/lost|started again/);
  const steps = await training.step();
  expect(steps).toBeGreaterThanOrEqual(5);
  await training.waitForStep(steps + 2, 90_000);
  await training.pause();
});

test('a WebGL context that is lost while training is noticed by the worker itself', async ({
  workbench,
  page,
  guard,
}) => {
  test.slow();
  guard.allowErrors(/WebGL|GPU|context/i);
  const { training, support } = workbench;
  await workbench.open({ test: '1', backend: 'webgl' }, 120_000);
  await workbench.settled(120_000);
  const pairs = await support.pairs();
  await training.button('Step').click();
  await training.waitForStep(1, 120_000);
  await page.evaluate(() => globalThis.cmmlTest!.break('trainer', 'lose-device'));
  await expect(workbench.notice('device-lost').first()).toBeVisible({ timeout: 60_000 });
  await isUsable(workbench, pairs);
});

test('a trainer without memory is replaced, paused at its last snapshot', async ({
  workbench,
  page,
}) => {
  test.slow();
  const { training, support } = workbench;
  await workbench.open({ test: '1', backend: 'wasm' });
  await workbench.settled();
  const pairs = await support.pairs();
  await training.play();
  await training.waitForStep(5);
  await page.evaluate(() => globalThis.cmmlTest!.break('trainer', 'out-of-memory'));
  await expect(workbench.notice('out-of-memory')).toContainText('last snapshot');
  await expect(training.button('Play')).toBeVisible();
  expect(await training.step()).toBeGreaterThanOrEqual(5);
  await isUsable(workbench, pairs);
});

test('an adapter without memory is replaced, and the edit is answered all the same', async ({
  workbench,
  page,
}) => {
  const { recommendations, support } = workbench;
  await workbench.open({ test: '1', backend: 'wasm' });
  await workbench.settled();
  const before = await recommendations.items(20);
  await page.evaluate(() => globalThis.cmmlTest!.break('adapter', 'out-of-memory'));
  await support.addBySearch('Toy Story', { liked: false });
  await expect(workbench.notice('out-of-memory')).toBeVisible();
  await workbench.live();
  expect(await recommendations.items(20)).not.toEqual(before);
});

test('weights that become no numbers stop the run, and the last good ones go on', async ({
  workbench,
  page,
}) => {
  test.slow();
  const { training, recommendations, support } = workbench;
  await workbench.open({ test: '1', backend: 'wasm' });
  await workbench.settled();
  const pairs = await support.pairs();
  await training.button('Step').click();
  await training.waitForStep(1);
  await expect(page.locator('[data-model-steps]')).toHaveAttribute('data-model-steps', '1');
  await workbench.settled();
  const ranking = await recommendations.items(20);
  await page.evaluate(() => globalThis.cmmlTest!.poison());
  await training.play();
  await expect(workbench.notice('not-a-number')).toContainText('last good checkpoint');
  await expect(training.button('Play')).toBeVisible();
  expect(await recommendations.items(20)).toEqual(ranking);
  await isUsable(workbench, pairs);
});

test('five deaths in a row end in a message and a way back', async ({ workbench, page }) => {
  test.slow();
  const { support } = workbench;
  await workbench.open({ test: '1' });
  await workbench.settled();
  const [first, ...others] = await support.pairs();
  for (let k = 0; k < 5; k++) await page.evaluate(() => globalThis.cmmlTest!.kill('adapter'));
  await support.remove(first.item);
  const alert = page.getByRole('alert').filter({ hasText: '5 deaths' });
  await expect(alert).toBeVisible();
  expect(await support.pairs()).toEqual(others);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await workbench.settled();
  await expect(alert).toHaveCount(0);
});
