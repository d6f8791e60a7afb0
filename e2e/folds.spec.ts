/** What is folded away on a short page, and the ways that open it. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** The most that a phone's page may be high, in px. */
const PHONE_HEIGHT = 9000;

const heading = (page: Page, id: string) => page.locator(`#lesson-${id} h3 button`);
const words = (page: Page, id: string) => page.locator(`#lesson-${id} .lesson-action`);
const door = (page: Page) => page.locator('#researchers h2 button');

test('lessons and the door open by mouse, by a link and on paper', async ({ workbench, page }) => {
  await workbench.open();
  await expect(page.locator('.lesson-action')).toHaveCount(11);
  await expect(page.locator('.lesson-action:visible')).toHaveCount(0);
  await expect(page.locator('#race h2')).toBeHidden();

  await heading(page, 'film').click();
  await expect(words(page, 'film')).toBeVisible();
  await expect(page).toHaveURL(/lesson=film/);
  // One at a time, and the heading that was pressed stays under the mouse.
  const top = async () => (await heading(page, 'episodes').boundingBox())!.y;
  await heading(page, 'episodes').scrollIntoViewIfNeeded();
  const before = await top();
  await heading(page, 'episodes').click();
  await expect(words(page, 'episodes')).toBeVisible();
  await expect(words(page, 'film')).toBeHidden();
  expect(Math.abs((await top()) - before)).toBeLessThan(20);
  await heading(page, 'episodes').click();
  await expect(page.locator('.lesson-action:visible')).toHaveCount(0);
  await expect(page).not.toHaveURL(/lesson=/);

  // A link to what is folded away opens it: of the page itself, and from elsewhere.
  await page.locator('#researchers nav').getByRole('link', { name: 'Lab', exact: true }).click();
  await expect(door(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('#lab h2')).toBeInViewport();
  await expect(page).toHaveURL(/#lab$/);
  await door(page).click();
  await expect(page.locator('#lab h2')).toBeHidden();
  await page.evaluate(() => (location.hash = 'race'));
  await expect(page.locator('#race h2')).toBeInViewport();
  await page.evaluate(() => (location.hash = 'lesson-tasks'));
  await expect(words(page, 'tasks')).toBeVisible();
  await expect(page.locator('#lesson-tasks h3')).toBeInViewport();

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.lesson-action:visible')).toHaveCount(11);
});

test('what is below the lessons stays where it is while they load', async ({ workbench, page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/assets\/texts-/, async (route) => {
    await held;
    await route.continue();
  });
  await workbench.open();
  await door(page).scrollIntoViewIfNeeded();
  const top = async () => (await door(page).boundingBox())!.y;
  const before = await top();
  release();
  await expect(page.locator('#lessons')).toBeAttached();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(60);
  await expect(door(page)).toBeInViewport();
});

test('an address with #race opens the race once it is there', async ({ workbench, page }) => {
  await page.goto('./#race');
  await workbench.live();
  await expect(page.locator('#race h2')).toBeInViewport();
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a phone’s page is short, and opens where it is tapped', async ({ workbench, page }) => {
    await workbench.open();
    await expect(page.locator('#import .import-drop')).toBeAttached();
    await expect(page.locator('.lesson-action')).toHaveCount(11);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThan(PHONE_HEIGHT);
    await heading(page, 'limits').tap();
    await expect(words(page, 'limits')).toBeVisible();
    await heading(page, 'context').tap();
    await expect(words(page, 'limits')).toBeHidden();
    await expect(heading(page, 'context')).toBeInViewport();
    await door(page).tap();
    await expect(page.locator('#race h2')).toBeVisible();
  });
});
