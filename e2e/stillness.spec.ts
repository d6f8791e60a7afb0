/** What is below the pictures stays where it is when they arrive: a press must not miss what moves away. */
import { expect, test } from './fixtures';

/** Runs in the page before it: notes every place at which the training panel stands. */
function watchPlaces(): void {
  const page = window as unknown as { places: number[] };
  page.places = [];
  const look = (): void => {
    const panel = document.getElementById('training');
    const top = panel && Math.round(panel.getBoundingClientRect().top + scrollY);
    if (top !== null && page.places.at(-1) !== top) page.places.push(top);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

for (const width of [1024, 1260, 1440, 1920]) {
  test(`nothing jumps when the pictures arrive, ${width} px wide`, async ({ workbench, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(watchPlaces);
    await workbench.open({ genre: 'war' });
    await workbench.settled();
    await expect(page.locator('#backbone .cell-grid').first()).toBeVisible();
    await expect(page.locator('#backbone [data-behind]')).toHaveCount(0);
    const places = await page.evaluate(() => (window as unknown as { places: number[] }).places);
    expect(places).toHaveLength(1);
  });
}
