/**
 * Every control that is in sight or can be scrolled there, one after the other and by its place on the
 * screen: nothing lies over it, a finger can hit it, and a press of the mouse does something. Of lists
 * and tables the first two rows stand for all.
 */
import type { Page } from '@playwright/test';
import { controlsOf, type Control } from './in-page-controls';
import { expect, test } from './fixtures';
import type { Workbench } from './pages/workbench';

/** The smallest target of a finger, in px (WCAG 2.2, 2.5.8). */
const FINGER = 24;
/** A press shows within this time, in ms; most do in a few. */
const SEEN_MS = 2000;

/** These open the page anew, which would end the walk. */
const LEAVES = /Start afresh|Try two domains/;
/** These close what comes after them; the walk has opened it by them. */
const FOLDS = /lesson-fold|fold-button/;

/** The lessons after the first, which is open when the walk begins: one is open at a time. */
const LATER_LESSONS = ['tasks', 'context', 'hybrid', 'weights', 'film', 'routes', 'episodes', 'gradients', 'two-tastes', 'limits']; // prettier-ignore

/** Presses every control and gives those that did nothing. */
async function walk(page: Page, controls: readonly Control[]): Promise<string[]> {
  const idle: string[] = [];
  let told = 0;
  for (const event of ['download', 'filechooser', 'framenavigated'] as const) {
    page.on(event as 'download', () => told++);
  }
  const find = (mark: number) => page.evaluate((k) => globalThis.walkTo(k), mark);
  for (const { mark, name } of controls) {
    // What an earlier press took away is not there to be pressed.
    const at = await find(mark);
    if (!at) continue;
    const before = told;
    await page.mouse.click(at.x, at.y);
    const isSeen = async () => told > before || (await page.evaluate(() => globalThis.walkSaw()));
    const end = Date.now() + SEEN_MS;
    while (!(await isSeen()) && Date.now() < end) await page.waitForTimeout(20);
    if (!(await isSeen())) idle.push(name);
    await page.keyboard.press('Escape');
    // What takes its time is stopped again.
    const stop = await page.evaluate(() => globalThis.walkToStop());
    if (stop) await page.mouse.click(stop.x, stop.y);
  }
  return idle;
}

/** Opens the page, waits for its lowest panels, and looks at how each control lies. */
async function open(workbench: Workbench): Promise<Control[]> {
  const { page } = workbench;
  await workbench.open({ backend: 'wasm' });
  await expect(page.locator('#import .import-drop')).toBeAttached();
  await expect(page.locator('article.lessons')).toBeAttached();
  await workbench.settled();
  await workbench.openResearchers();
  await workbench.openLesson('cold-start');
  const controls = await look(page, 'body');
  expect(controls.length).toBeGreaterThan(80);
  return controls;
}

/** The controls in `root`, none of which is covered. */
async function look(page: Page, root: string): Promise<Control[]> {
  const controls = await page.evaluate(controlsOf, root);
  const covered = controls.filter(({ over }) => over !== null);
  expect(covered.map(({ name, over }) => `${name}: ${over}`)).toEqual([]);
  return controls;
}

test('by mouse every control lies open and answers a press', async ({
  workbench,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const controls = await open(workbench);
  const stays = controls.filter(({ name }) => !LEAVES.test(name) && !FOLDS.test(name));
  expect(await walk(page, stays)).toEqual([]);
  for (const id of LATER_LESSONS) {
    await workbench.openLesson(id);
    expect(await walk(page, await look(page, `#lesson-${id} .folded`)), id).toEqual([]);
  }
  await expect(page.locator('.notice-error')).toHaveCount(0);
  await expect(page.locator('.trouble')).toHaveCount(0);
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('every control lies open and is large enough', async ({ workbench, page }) => {
    const controls = await open(workbench);
    for (const id of LATER_LESSONS) {
      await workbench.openLesson(id);
      controls.push(...(await look(page, `#lesson-${id}`)));
    }
    const small = controls.filter(
      ({ width, height, inText }) => !inText && Math.min(width, height) < FINGER - 0.01,
    );
    expect(small.map(({ name, width, height }) => `${name}: ${width} x ${height}`)).toEqual([]);
  });
});
