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
