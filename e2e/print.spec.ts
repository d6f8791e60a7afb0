/** The page on paper: instrument and lessons in order, black on white, nothing that only a screen can do. */
import { expect, test } from './fixtures';

test('prints the instrument and the lessons, up to date, without its controls', async ({
  workbench,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await workbench.open();
  await workbench.settled();
  await workbench.support.addBySearch('Toy Story');
  await workbench.settled();
  const point = page.locator('#context .map-point').first();
  const place = () => point.evaluate((one) => one.outerHTML);
  const added = await place();
  // Out of sight nothing is drawn, whatever is undone.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.locator('article.lessons')).toBeAttached();
  await page.waitForTimeout(500);
  await page.locator('body').press('Control+z');
  await workbench.live();
  await page.waitForTimeout(1000);
  expect(await place()).toBe(added);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect.poll(place).not.toBe(added);

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const inks = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, color };
  });
  expect(inks).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' });
  for (const gone of ['.button', '.notices', '.movie-search', '.rank-add', '.training-controls']) {
    const shown = await page
      .locator(gone)
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    expect(shown, gone).toBe(0);
  }
  const tops = await page.evaluate(() =>
    [
      '#support-set',
      '#context',
      '#backbone',
      '#recommendations',
      '#training',
      'article.lessons',
    ].map((panel) => document.querySelector(panel)!.getBoundingClientRect().top),
  );
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  const folded = await page
    .locator('.lessons .folded')
    .evaluateAll((all) => all.filter((one) => !one.checkVisibility()).length);
  expect(folded).toBe(0);
});
