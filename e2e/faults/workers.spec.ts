/** Workers that die, hang or lose their device: the run and the support set outlive them. */
import { expect, test } from '../fixtures';

const PHASES = ['sample', 'encode', 'modulate', 'predict', 'loss', 'update'] as const;

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
    const steps = await training.step();
    await training.button('Step').click();
    await training.waitForStep(steps + 1);
    expect(Number.isFinite(await training.loss())).toBe(true);
    expect(await support.pairs()).toEqual(pairs);
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
  await training.waitForStep(steps + 2, 90_000);
  await training.pause();
});

test('five deaths in a row end in a message and a way back', async ({ workbench, page }) => {
  test.slow();
  const { support } = workbench;
  await workbench.open({ test: '1' });
  await workbench.settled();
  const pairs = await support.pairs();
  for (let k = 0; k < 5; k++) {
    await page.evaluate(() => globalThis.cmmlTest!.kill('adapter'));
    await page.waitForTimeout(300);
  }
  await expect(workbench.notices.or(page.getByRole('alert')).first()).toContainText(
    /started again|did not come back/,
  );
  expect(await support.pairs()).toEqual(pairs);
  // Whether it gave up or came back, the next edit is answered in the end.
  const retry = page.getByRole('button', { name: 'Try again' });
  if (await retry.isVisible()) await retry.click();
  await support.remove(pairs[0].item);
  await workbench.settled();
});
