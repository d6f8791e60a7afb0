import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** What is drawn on each canvas in sight, once it stands still. */
async function pictures(page: Page): Promise<string[]> {
  // The model's own map takes the place of the recorded one after the first answer.
  await expect(page.locator('#context canvas[data-map-source="live"]')).toBeVisible({
    timeout: 60_000,
  });
  const read = () =>
    page
      .locator('#backbone canvas, #context canvas')
      .evaluateAll((canvases) => (canvases as HTMLCanvasElement[]).map((one) => one.toDataURL()));
  let last: string[] = [];
  await expect
    .poll(
      async () => {
        const now = await read();
        const isStill = now.length > 0 && now.join() === last.join();
        last = now;
        return isStill;
      },
      { intervals: [700], timeout: 60_000 },
    )
    .toBe(true);
  return last;
}

for (const [first, then] of [['light', 'dark']] as const) {
  test(`a canvas switched to ${then} is the one that opened so`, async ({ workbench, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: first });
    await page.addInitScript((theme) => {
      if (!sessionStorage.opened) localStorage.setItem('cmml.theme', theme);
      sessionStorage.opened = 'yes';
    }, then);
    await workbench.open();
    await workbench.settled();
    const opened = await pictures(page);
    expect(opened.length).toBeGreaterThan(1);

    await page.locator('.header-theme').click();
    const other = await pictures(page);
    expect(other).toHaveLength(opened.length);
    other.forEach((picture, k) => expect(picture, `canvas ${k} in ${first}`).not.toBe(opened[k]));

    await page.locator('.header-theme').click();
    const back = await pictures(page);
    back.forEach((picture, k) =>
      expect(picture === opened[k], `canvas ${k} in ${then}`).toBe(true),
    );

    // And as the page itself opens in the first.
    await page.locator('.header-theme').click();
    const switched = await pictures(page);
    await page.reload();
    await workbench.live();
    await workbench.settled();
    const reopened = await pictures(page);
    switched.forEach((picture, k) =>
      expect(picture === reopened[k], `canvas ${k}, ${first} opened`).toBe(true),
    );
  });
}
