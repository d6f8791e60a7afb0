import { expect, test } from './fixtures';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test('on a phone the dot and the head of the list stay in sight while films are edited', async ({
  workbench,
  page,
  checkAccessibility,
}) => {
  const { support, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  const sheet = page.locator('.phone-sheet');
  const shown = () =>
    sheet
      .locator('[data-item]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-item'))));
  await expect(sheet).toBeInViewport({ ratio: 1 });
  await expect(recommendations.atRank(1)).not.toBeInViewport();
  expect(await shown()).toEqual(await recommendations.items(4));
  const dot = sheet.locator('.mini-dot');
  const before = await dot.getAttribute('style');

  // Taking films out with a finger moves both, and they say what the list and the map say.
  for (const item of (await support.items()).slice(0, 5)) {
    await support
      .row(item)
      .getByRole('button', { name: /^Remove / })
      .tap();
  }
  await workbench.settled();
  await expect(sheet).toBeInViewport({ ratio: 1 });
  expect(await shown()).toEqual(await recommendations.items(4));
  await expect(dot).not.toHaveAttribute('style', before!);
  await checkAccessibility('the phone with its sheet');

  // It leads to the list, and is out of the way there.
  await sheet.tap();
  await expect(recommendations.atRank(1)).toBeInViewport();
  await expect(sheet).not.toBeInViewport({ ratio: 0.1 });
});

test('a wide window has no sheet', async ({ workbench, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await workbench.open();
  await expect(page.locator('.phone-sheet')).toHaveCount(0);
});
