/** A newborn network: one press starts it, it stops itself, and what it listed before stands beside what it lists now. */
import type { Locator, Page } from '@playwright/test';
import { apart } from './apart';
import { expect, test } from './fixtures';

const section = (page: Page) => page.locator('.newborn');
const button = (page: Page) => section(page).locator('.newborn-main');
const state = (page: Page) => section(page).locator('[data-newborn]');
const side = (page: Page, name: 'before' | 'now') =>
  section(page).locator(`.newborn-side[data-side="${name}"]`);
const items = (list: Locator) =>
  list.locator('li').evaluateAll((rows) => rows.map((row) => Number(row.dataset.item)));
const measure = async (list: Locator) =>
  Number(await list.locator('[data-value]').getAttribute('data-value'));

async function isState(page: Page, wanted: string, timeout = 60_000): Promise<void> {
  await expect(state(page)).toHaveAttribute('data-newborn', wanted, { timeout });
}

/** Steps that stand on the panel at one moment: of its count, the list, what is under it, and the scrubber. */
const stepsSaid = (page: Page) =>
  page.locator('#training').evaluate((panel) => {
    const of = (selector: string, name: string) => {
      const said = panel.querySelector<HTMLElement>(selector)?.dataset[name];
      return said === undefined ? null : Number(said);
    };
    const scrubbed = panel.querySelector('.scrubber output')?.textContent?.replace(/\D/g, '');
    return {
      counted: of('.training-count', 'step') ?? 0,
      listed: of('[data-side="now"]', 'steps') ?? 0,
      measured: of('[data-side="now"] [data-value]', 'measuredAt') ?? 0,
      scrubbed: Number(scrubbed ?? 0),
    };
  });

test('by mouse: it learns, stops itself, and its list is the list of the page', async ({
  workbench,
  page,
}) => {
  test.setTimeout(420_000);
  await workbench.open({ backend: 'wasm' });
  await workbench.settled();
  await button(page).click();
  await isState(page, 'running');
  await expect(side(page, 'before').locator('li[data-item]')).toHaveCount(5);
  // While it learns, what stands together never runs ahead of what it is of.
  let compared = 0;
  for (const until = Date.now() + 300_000; Date.now() < until; await page.waitForTimeout(50)) {
    const said = await stepsSaid(page);
    expect(said.measured, JSON.stringify(said)).toBeLessThanOrEqual(said.listed);
    expect(said.listed, JSON.stringify(said)).toBeLessThanOrEqual(said.counted);
    expect(said.scrubbed, JSON.stringify(said)).toBeLessThanOrEqual(said.counted);
    if (said.measured > 0 && said.scrubbed > 0) compared++;
    if ((await state(page).getAttribute('data-newborn')) !== 'running') break;
  }
  expect(compared).toBeGreaterThan(5);
  await isState(page, 'itself', 60_000);
  const steps = Number(await side(page, 'now').getAttribute('data-steps'));
  expect(steps).toBeGreaterThanOrEqual(300);
  // The page's own ranking is of the same parameters, and of the same films.
  await expect(async () => {
    const listed = await workbench.recommendations.items(5);
    expect(await items(side(page, 'now'))).toEqual(listed);
  }).toPass({ timeout: 60_000 });
  expect(await items(side(page, 'before'))).not.toEqual(await items(side(page, 'now')));
  expect(await measure(side(page, 'now'))).toBeGreaterThan(
    2 * (await measure(side(page, 'before'))),
  );
  // It rests: no step is taken any more.
  const { training } = workbench;
  const rested = await training.step();
  await page.waitForTimeout(1500);
  expect(await training.step()).toBe(rested);
});

test('by mouse: it is paused, goes on, is stopped, and is let go of with the setting', async ({
  workbench,
  page,
}) => {
  const { training } = workbench;
  await workbench.open({ backend: 'wasm' });
  await workbench.settled();
  await button(page).click();
  await isState(page, 'running');
  await training.waitForStep(3);
  await training.button('Pause').click();
  await isState(page, 'paused');
  const paused = await training.step();
  await expect(button(page)).toHaveText('Go on');
  // The second press of a double one falls on the button that stops, and stops nothing.
  await button(page).dblclick();
  await isState(page, 'running');
  await training.waitForStep(paused + 3);
  await expect(button(page)).toHaveText('Stop here');
  await apart(page);
  await button(page).click();
  await isState(page, 'hand');
  await expect(state(page)).toContainText(/You stopped it at step [\d,]+\./);
  const now = Number(await side(page, 'now').getAttribute('data-steps'));
  expect(now).toBeGreaterThan(paused);

  await apart(page);
  await button(page).click();
  await isState(page, 'running');
  await training.waitForStep(2);
  await workbench.setting('New visitor').click({ force: true });
  await isState(page, 'left');
  await expect(side(page, 'before').locator('li[data-item]')).toHaveCount(0);
});

for (const width of [390, 320]) {
  test.describe(`by finger, ${width} px wide`, () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width, height: 700 } });

    test('it starts and stops under a finger, and nothing on the page moves for it', async ({
      workbench,
      page,
    }) => {
      await workbench.open({ backend: 'wasm' });
      await workbench.settled();
      const toggle = section(page).getByRole('switch', { name: /^Stops by itself/ });
      await expect(toggle).toBeChecked();
      await section(page).locator('label').tap();
      await expect(toggle).not.toBeChecked();
      const height = () => section(page).evaluate((one) => one.getBoundingClientRect().height);
      const idle = await height();
      await button(page).tap();
      await isState(page, 'running');
      await workbench.training.waitForStep(3);
      await expect(side(page, 'now').locator('li[data-item]')).toHaveCount(5);
      expect(await height()).toBe(idle);
      await apart(page);
      await button(page).tap();
      await isState(page, 'hand');
      expect(await height()).toBe(idle);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
    });
  });
}
