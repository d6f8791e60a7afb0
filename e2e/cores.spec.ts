/** Several workers share a training step (`?trainers=`): the page shows how many, and nothing hangs. */
import type { Locator } from '@playwright/test';
import { serveCopy, type Copy } from './built';
import { expect, test } from './fixtures';
import type { Workbench } from './pages/workbench';

const OPEN = { test: '1', backend: 'wasm', trainers: '2' };

const switchOf = ({ training }: Workbench): Locator =>
  training.root.locator('.training-switch', { hasText: 'Train on 2 cores' });

/** Trains until two cores share a step. */
async function shared(workbench: Workbench): Promise<void> {
  await workbench.open(OPEN);
  await workbench.settled();
  await workbench.training.play();
  await expect(switchOf(workbench)).toHaveAttribute('data-at-work', '2', { timeout: 60_000 });
}

async function trainsOn({ training }: Workbench, steps: number): Promise<void> {
  await training.waitForStep((await training.step()) + steps, 120_000);
}

test('two cores train, rest, and answer an edit meanwhile', async ({ workbench, page }) => {
  test.slow();
  const { training, support, recommendations } = workbench;
  await shared(workbench);
  await trainsOn(workbench, 50);
  await expect(switchOf(workbench)).toContainText('2 cores shared the last step');
  expect(Number.isFinite(await training.loss())).toBe(true);

  const before = await recommendations.items(20);
  await support.addBySearch('Toy Story', { liked: false });
  await expect(async () => expect(await recommendations.items(20)).not.toEqual(before)).toPass();
  // Once edits are no longer recent, both share again.
  await expect(switchOf(workbench)).toHaveAttribute('data-at-work', '2', { timeout: 30_000 });
  await trainsOn(workbench, 10);

  await training.pause();
  const rest = await training.step();
  await page.waitForTimeout(500);
  expect(await training.step()).toBe(rest);
  await training.play();
  await trainsOn(workbench, 10);
  await training.pause();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the switch takes the other core off while it trains, and is remembered', async ({
  workbench,
  page,
}) => {
  test.slow();
  const { training } = workbench;
  await shared(workbench);
  await switchOf(workbench).click();
  await expect(switchOf(workbench)).toHaveAttribute('data-at-work', '1');
  await expect(switchOf(workbench)).toContainText('One core trains');
  await trainsOn(workbench, 10);
  await expect(switchOf(workbench)).toHaveAttribute('data-at-work', '1');
  await training.pause();
  await page.reload();
  await workbench.settled();
  await expect(switchOf(workbench).getByRole('switch')).not.toBeChecked();
});

test('a helper that falls silent is given up with a notice, and training goes on', async ({
  workbench,
  page,
}) => {
  test.slow();
  const { training } = workbench;
  await shared(workbench);
  await page.evaluate(() => globalThis.cmmlTest!.break('trainer', 'hang-helpers'));
  await expect(workbench.notice('helper-lost')).toContainText('Training goes on with one core', {
    timeout: 30_000,
  });
  await trainsOn(workbench, 10);
  await expect(switchOf(workbench)).toHaveAttribute('data-at-work', '1');
  await training.pause();
});

test('a seed gives the same losses with two cores', async ({ workbench }) => {
  const { training } = workbench;
  await shared(workbench);
  await training.pause();
  const firstLosses = async () => {
    await training.button('Restart, same seed').click();
    await expect.poll(() => training.step()).toBe(0);
    const losses: number[] = [];
    for (let step = 1; step <= 3; step++) {
      await training.button('Step').click();
      await training.waitForStep(step);
      losses.push(await training.loss());
    }
    return losses;
  };
  const first = await firstLosses();
  expect(new Set(first).size).toBeGreaterThan(1);
  expect(await firstLosses()).toEqual(first);
});

test.describe('on a host that isolates the page', () => {
  let copy: Copy;
  test.beforeAll(async () => {
    copy = await serveCopy({ isolated: true });
  });
  test.afterAll(() => copy.close());

  test('two cores share a step through shared memory', async ({ workbench, page, guard }) => {
    test.slow();
    guard.allowHome(copy.url);
    await page.goto(`${copy.url}?${new URLSearchParams(OPEN)}`);
    await workbench.settled();
    expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
    await workbench.training.play();
    await expect(switchOf(workbench)).toHaveAttribute('data-at-work', '2', { timeout: 60_000 });
    await trainsOn(workbench, 20);
    await workbench.training.pause();
    await expect(workbench.notice('helper-lost')).toHaveCount(0);
  });
});
