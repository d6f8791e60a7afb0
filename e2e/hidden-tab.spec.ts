/** A tab behind others: training pauses there, or goes on where the visitor asked for it. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** What the browser says when another tab is put in front, or this one again. */
const show = (page: Page, seen: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    Object.defineProperty(document, 'visibilityState', {
      value: hidden ? 'hidden' : 'visible',
      configurable: true,
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, !seen);

test('a run pauses in a hidden tab and goes on when it is seen', async ({ workbench, page }) => {
  test.slow();
  const { training } = workbench;
  await workbench.open({ backend: 'wasm' });
  await training.play();
  await training.waitForStep(2);
  await show(page, false);
  await expect(training.button('Play')).toBeVisible();
  await show(page, true);
  await expect(training.button('Pause')).toBeVisible();
  await training.waitForStep((await training.step()) + 2);
  await training.pause();
});

test('a run that may go on does, and the choice outlives a reload', async ({ workbench, page }) => {
  test.slow();
  const { training } = workbench;
  await workbench.open({ backend: 'wasm' });
  const goOn = training.root.getByRole('switch', { name: 'Go on in a hidden tab' });
  await expect(goOn).not.toBeChecked();
  await training.root.getByText('Go on in a hidden tab').click();
  await expect(goOn).toBeChecked();
  await training.play();
  await training.waitForStep(2);
  await show(page, false);
  await training.waitForStep((await training.step()) + 10);
  await expect(training.button('Pause')).toBeVisible();
  await show(page, true);
  await training.pause();
  await page.reload();
  await workbench.live();
  await expect(goOn).toBeChecked();
});
