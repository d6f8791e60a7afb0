import { expect, test } from './fixtures';
import type { Page } from '@playwright/test';

/** Every name on the map with its place, in the order drawn. */
const names = (page: Page) =>
  page
    .locator('#context .map-label')
    .evaluateAll((all) =>
      all.map((label) => [label.textContent, label.getAttribute('x'), label.getAttribute('y')]),
    );

test('names on the map stay, the trail starts with its task, and a movie left out has a ghost', async ({
  page,
  workbench,
}) => {
  await workbench.open();
  await workbench.settled();
  // The recorded map stands there first, and the model's own has other places to a tenth of a pixel.
  await expect(page.locator('#context canvas[data-map-source="live"]')).toBeVisible();
  const before = await names(page);
  await workbench.support.pickGenre('Drama & War');
  await workbench.settled();
  expect(await names(page)).toEqual(before);
  // Three beats of the new genre at most, and nothing from the one before.
  const steps = page.locator('#context .map-step');
  expect(await steps.count()).toBeLessThanOrEqual(2);

  await workbench.support.rows.first().hover();
  await expect(page.locator('#context .map-ghost')).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(page.locator('#context .map-ghost')).toHaveCount(0);
});

test('a new visitor’s map shows people, and a click takes over ratings of one', async ({
  page,
  workbench,
}) => {
  await workbench.open({ setting: 'newcomer' });
  await workbench.settled();
  const { context, support } = workbench;
  const people = (await context.table()).filter(([name]) => /^Viewer \d+$/.test(name));
  expect(people.length).toBeGreaterThan(200);
  await expect(page.locator('#context')).not.toContainText('load its genre');

  // The table was looked at: the picture is there again, as large as before.
  await expect.poll(async () => (await page.locator('#context canvas').boundingBox())!.width).toBeGreaterThan(200); // prettier-ignore
  const box = (await page.locator('#context .map-box').boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(support.rows).toHaveCount(8);
  await workbench.settled();
  // The trail, however far the point has gone, stays in the frame.
  const inside = await page.locator('#context .map-step').evaluateAll((all) => {
    const frame = document.querySelector('#context .map-box')!.getBoundingClientRect();
    return all.every((step) => {
      const { left, right, top, bottom } = step.getBoundingClientRect();
      return (
        left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom
      );
    });
  });
  expect(inside).toBe(true);
});

test('nothing flows on from films whose context was swapped', async ({ page, workbench }) => {
  await workbench.open();
  await workbench.settled();
  const arrow = () =>
    page.locator('#support-set').evaluate((panel) => getComputedStyle(panel, '::after').display);
  expect(await arrow()).not.toBe('none');
  await page.locator('.context-swap-select button').click();
  await page.locator('.genre-option').filter({ hasText: 'Drama & War' }).first().click();
  await expect.poll(arrow).toBe('none');
  await expect(page.locator('#context .map-step')).toHaveCount(0);
  await page.getByRole('button', { name: 'Own context' }).click();
  await expect.poll(arrow).not.toBe('none');
});
