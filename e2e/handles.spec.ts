import { expect, test } from './fixtures';
import type { Workbench } from './pages/workbench';

/** The way to the handle of each modulation: the first cell, or the first route. */
const HANDLES = [
  { name: 'a gamma', variant: 'mean.dot.film', picture: '.cell-grid', view: 'film' },
  { name: 'a gate', variant: 'mean.dot.sigmoid', picture: '.cell-grid', view: 'film' },
  { name: 'a generated weight', variant: 'mean.dot.linear', picture: '.cell-grid', view: 'film' },
  { name: 'a route', variant: 'mean.dot.soft', picture: '.route-graph', view: 'routes' },
];

const scores = async ({ recommendations }: Workbench) =>
  (await recommendations.top(10)).map(({ item, score }) => [item, score]);

for (const { name, variant, picture, view } of HANDLES) {
  test(`holding ${name} moves the ranking, and letting go brings it back`, async ({
    workbench,
    page,
  }) => {
    await workbench.open({ variant, view });
    await workbench.settled();
    const free = await scores(workbench);
    await page.locator(`#backbone ${picture}`).first().focus();
    await page.keyboard.press('Enter');
    const slider = page.locator('#backbone .figure-editor input[type=range]');
    await slider.press('End');
    await expect(page.locator('.intervention-bar')).toContainText('1 value');
    for (const panel of ['#backbone', '#recommendations']) {
      await expect(page.locator(`${panel} .intervened-badge`)).toHaveText('intervened');
    }
    await expect(page.locator('#context .intervened-badge')).toHaveCount(0);
    await workbench.live();
    expect(await scores(workbench)).not.toEqual(free);

    await page.getByRole('button', { name: 'Let go of all' }).click();
    await expect(page.locator('.intervened-badge')).toHaveCount(0);
    await workbench.live();
    expect(await scores(workbench)).toEqual(free);
  });
}

test('another task’s context can be swapped in, and every picture follows', async ({
  workbench,
  page,
}) => {
  await workbench.open({ view: 'explain' });
  await workbench.settled();
  const free = await scores(workbench);
  const point = await workbench.ownPoint();
  await page.locator('.context-swap').getByRole('button', { name: 'Swap in another' }).click();
  await page.getByRole('searchbox', { name: 'Find a genre' }).fill('Comedy & Romance');
  await page.locator('.genre-option').filter({ hasText: /^Comedy & Romance/ }).click(); // prettier-ignore
  await expect(page.locator('.intervention-bar')).toContainText(
    'The context is that of Comedy & Romance',
  );
  await expect(page.locator('.intervened-badge')).toHaveCount(3);
  await workbench.live();
  await expect(page.locator('.rec-foot')).toContainText('before you held anything');
  expect(await scores(workbench)).not.toEqual(free);
  expect(await workbench.ownPoint()).not.toEqual(point);
  // The explained chain is that of the overridden context, and multiplies out.
  await expect(page.locator('.explain')).toContainText('You hold the context');
  expect(Number(await page.locator('.explain').getAttribute('data-error'))).toBeLessThanOrEqual(
    1e-4,
  );

  await page.getByRole('button', { name: 'Own context' }).click();
  await expect(page.locator('.intervention-bar')).toHaveCount(0);
  await workbench.live();
  expect(await scores(workbench)).toEqual(free);
});

/** The panels that the bar lies on. */
function underBar(): string[] {
  const bar = document.querySelector('.intervention-bar')!;
  const { left, right, top, bottom } = bar.getBoundingClientRect();
  const panels = [...document.querySelectorAll('.flow .panel')];
  return panels
    .filter((panel) => {
      const box = panel.getBoundingClientRect();
      return box.left < right && box.right > left && box.top < bottom && box.bottom > top;
    })
    .map((panel) => panel.id);
}

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844], [320, 640]]) {
  test(`the bar of overrides lies on no panel at ${width} px`, async ({ workbench, page }) => {
    await page.setViewportSize({ width, height });
    await workbench.open({ variant: 'mean.dot.film', view: 'film' });
    await workbench.settled();
    const list = page.locator('#recommendations');
    const layer = page.getByRole('button', { name: 'Leave layer 2 unmodulated' });
    await page.locator('#backbone').scrollIntoViewIfNeeded();
    await layer.scrollIntoViewIfNeeded();
    const [before, own] = [(await list.boundingBox())!, (await layer.boundingBox())!];
    await layer.click();
    const bar = page.locator('.intervention-bar');
    await expect(bar).toHaveText(/^\s*Layer 2 is left unmodulated\.\s*Let go of all$/);
    await expect(bar).toBeInViewport({ ratio: 1 });
    // Nothing moves under the pointer when it comes.
    const [after, now] = [(await list.boundingBox())!, (await layer.boundingBox())!];
    expect(Math.abs(after.y - before.y)).toBeLessThan(1);
    expect(Math.abs(now.y - own.y)).toBeLessThan(1);
    // It is said of the layer, not of a value.
    await expect(workbench.narrator).toContainText('You left layer 2 unmodulated:');
    await page.evaluate(() => scrollTo(0, 0));
    expect(await page.evaluate(underBar)).toEqual([]);
    // Scrolled, it stays in sight, at the window's upper edge.
    await page.evaluate(() => scrollTo(0, 900));
    await expect.poll(async () => (await bar.boundingBox())!.y).toBeLessThan(1);
    await expect(bar).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'Let go of all' }).click();
    await expect(bar).toHaveCount(0);
  });
} // prettier-ignore

test('a newborn network says that its lists are without overrides, and undoes them', async ({
  workbench,
  page,
}) => {
  await workbench.open({ variant: 'mean.dot.film', view: 'film' });
  await workbench.settled();
  const newborn = page.locator('.newborn');
  await expect(newborn).not.toContainText('You override the model');
  await page.getByRole('button', { name: 'Leave layer 2 unmodulated' }).click();
  await newborn.locator('.newborn-main').click();
  await expect(newborn.locator('[data-newborn="running"]')).toBeAttached({ timeout: 60_000 });
  await expect(newborn).toContainText('You override the model: the ranking above shows that.');
  await newborn.getByRole('button', { name: 'Let go of it' }).click();
  await expect(newborn).not.toContainText('You override the model');
  await expect(page.locator('.intervention-bar')).toHaveCount(0);
});
