/** What scrolls by itself holds all that is in it: nothing in it makes the page longer, or wider. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** What would stay behind when its box scrolls: placed out of the flow, by a box further out. */
const loose = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      const { overflowX, overflowY, position, contain } = getComputedStyle(element);
      const isHolding = position !== 'static' || /strict|content|layout|paint/.test(contain);
      return [overflowX, overflowY].some((o) => o === 'auto' || o === 'scroll') && !isHolding;
    };
    const boxes = [...document.querySelectorAll('body :not(textarea)')].filter(scrolls);
    return boxes.map(({ tagName, className }) => `${tagName}.${String(className)}`);
  });

/** Of the page, below its last part. */
const emptyBelow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const end = document.querySelector('main')!.getBoundingClientRect().bottom + scrollY;
    return Math.abs(Math.round(document.documentElement.scrollHeight - end));
  });

for (const width of [1440, 1280, 390]) {
  test(`an explained score ends where its panel does, ${width} px wide`, async ({
    page,
    workbench,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await workbench.open({ genre: 'horror' });
    await workbench.settled();
    const before = await emptyBelow(page);
    await workbench.view('Explain').click();
    await expect(page.locator('.explain-stage').first()).toBeVisible();
    await expect(page.locator('.explain-stage .katex').first()).toBeVisible();
    expect(await emptyBelow(page)).toBe(before);
    expect(await loose(page)).toEqual([]);
  });
}
