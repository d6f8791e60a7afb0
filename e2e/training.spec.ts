import { expect, test } from './fixtures';
import { numberOf, Picture } from './pages/picture';
import type { Training } from './pages/training';

/** Loss after each of the first `n` steps, stepping by hand. */
async function firstLosses(training: Training, n: number): Promise<number[]> {
  const losses: number[] = [];
  for (let step = 1; step <= n; step++) {
    await training.button('Step').click();
    await training.waitForStep(step);
    losses.push(await training.loss());
  }
  return losses;
}

test('the same seed gives the same first losses, a new seed gives others', async ({
  workbench,
}) => {
  const { training } = workbench;
  await workbench.open({ backend: 'wasm' });
  await workbench.settled();
  await training.button('Restart, same seed').click();
  await expect.poll(() => training.step()).toBe(0);
  const first = await firstLosses(training, 4);
  expect(first.every(Number.isFinite)).toBe(true);
  expect(new Set(first).size).toBeGreaterThan(1);

  await training.button('Restart, same seed').click();
  await expect.poll(() => training.step()).toBe(0);
  expect(await firstLosses(training, 4)).toEqual(first);

  await training.button('New seed').click();
  await expect.poll(() => training.step()).toBe(0);
  expect(await firstLosses(training, 4)).not.toEqual(first);
});

test('training from scratch lowers the loss and raises held-out recall', async ({
  workbench,
  page,
}) => {
  test.slow();
  const { training } = workbench;
  await workbench.open();
  await workbench.settled();
  await training.button('Restart, same seed').click();
  await training.button('Step').click();
  await training.waitForStep(1);
  const lossAtStart = await training.loss();
  await training.play();
  const curves = new Picture(page.locator('#training'));
  // The measurement of step 200 stands between it and the next.
  await training.waitForStep(201, 200_000);
  await training.pause();
  expect(await training.loss()).toBeLessThan(lossAtStart);

  const points = (await curves.table()).map(([, value]) => numberOf(value));
  expect(points.length).toBeGreaterThanOrEqual(2);
  expect(Math.max(...points.slice(1))).toBeGreaterThan(points[0]);
});

test('slow goes on by itself, pause stops it, an edit is answered meanwhile', async ({
  workbench,
}) => {
  const { training, support, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  await training.play();
  await training.waitForStep(3);
  const before = await recommendations.items(20);
  await support.addBySearch('Toy Story', { liked: false });
  // Training moves the list all the time: a reading between two rankings is taken again.
  await expect(async () => expect(await recommendations.items(20)).not.toEqual(before)).toPass({
    timeout: 30_000,
  });
  const during = await training.step();
  await training.waitForStep(during + 2);
  await training.pause();

  await expect
    .poll(async () => {
      const now = await training.step();
      await new Promise((resolve) => setTimeout(resolve, 700));
      return (await training.step()) - now;
    })
    .toBe(0);
  const paused = await training.step();
  await training.button('Slow').click();
  await training.waitForStep(paused + 2);
  await training.pause();
});

test('phases of one step are lit one by one', async ({ workbench, page }) => {
  const { training } = workbench;
  await workbench.open();
  await workbench.settled();
  const lit: string[] = [];
  for (let k = 0; k < 6; k++) {
    await training.button('One phase of a step at a time').click();
    const litPhase = page.locator('[data-phase][data-lit]');
    await expect(litPhase).toHaveCount(1);
    await expect
      .poll(async () => (await litPhase.getAttribute('data-phase')) !== lit.at(-1))
      .toBe(true);
    lit.push((await litPhase.getAttribute('data-phase')) ?? '');
  }
  expect(lit).toEqual(['sample', 'encode', 'modulate', 'predict', 'loss', 'update']);
  // The panels where a phase happens are lit with it: an update changes encoder and modulation.
  await expect(page.locator('html')).toHaveAttribute('data-phase-part', 'context modulation');
  const lightOf = (id: string) =>
    page.locator(id).evaluate((panel) => getComputedStyle(panel).outlineStyle);
  expect(await lightOf('#context')).toBe('solid');
  expect(await lightOf('#support-set')).toBe('none');
});

test('a variant without a shipped checkpoint starts untrained and says so', async ({
  workbench,
  page,
}) => {
  const { training } = workbench;
  await workbench.open();
  await workbench.settled();
  await expect(page.locator('[data-untrained]')).toHaveCount(0);
  await training.choose('Modulation', 'sigmoid');
  await expect(page.locator('[data-untrained]')).toBeVisible();
  await workbench.settled();
  await expect(page).toHaveURL(/variant=mean\.dot\.sigmoid/);
  // It trains all the same, and so does one of the paper's sizes.
  await training.button('Step').click();
  await training.waitForStep(1);
  await expect(page.locator('[data-untrained]')).toHaveCount(0);
  await training.choose('Sizes', 'paper’s');
  await expect(page).toHaveURL(/variant=mean\.dot\.sigmoid\.paper/);
  await expect(page.locator('[data-untrained]')).toBeVisible();
  await workbench.settled();
  await training.button('Step').click();
  await training.waitForStep(1);
  // The live curve says what it stands on; of a model that does not ship there is nothing to warn of.
  await expect(page.locator('.curves-note')).toHaveText(/^Validation: .* kept for the lab\.\s*$/);
});
