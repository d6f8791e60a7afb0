import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { numberOf } from './pages/picture';
import type { Workbench } from './pages/workbench';

const section = (page: Page): Locator =>
  page.getByRole('region', { name: 'Most influential units' });
const button = (page: Page): Locator =>
  section(page).getByRole('button', { name: 'Most influential units' });

/** Films at the head of the list, by index. */
const head = async ({ recommendations }: Workbench, count: number) =>
  (await recommendations.top(count)).map(({ item }) => item);

/** Walks along a row of cells to a unit and chooses it. */
async function chooseByKeyboard(page: Page, row: string, unit: string): Promise<void> {
  const cells = page.getByRole('slider', { name: row });
  await cells.focus();
  await page.keyboard.press('Home');
  const here = async () => (await cells.getAttribute('aria-valuetext')) ?? '';
  for (let k = 0; k < 64 && !(await here()).includes(`unit ${unit}:`); k++) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
}

for (const { variant, target } of [
  { variant: 'mean.dot.film', target: 'gamma' },
  { variant: 'mean.dot.sigmoid', target: 'gate' },
]) {
  test(`the most influential units of ${variant} are named, chosen, and gone with an edit`, async ({
    workbench,
    page,
    checkAccessibility,
  }) => {
    test.slow();
    await workbench.open({ variant, view: 'film' });
    await workbench.settled();
    await expect(section(page).locator('.film-unit')).toHaveCount(0);
    await button(page).click();
    const named = section(page).locator('.film-unit').first();
    await expect(named).toBeVisible({ timeout: 60_000 });
    const words = /^layer (\d+), unit (\d+): (\d+) of the first 20 would be (?:another|others)$/;
    const [, layer, unit, replaced] = words.exec(await named.innerText())!;
    await checkAccessibility('influential units', ['.film-influence']);

    // Its cell opens, with the films that have most and least of it.
    await named.click();
    const editor = page.locator('#backbone .figure-editor');
    await expect(editor).toContainText(`Hold ${target}, layer ${layer}, unit ${unit}`);
    const films = page.getByRole('region', {
      name: `Films by ${target} of layer ${layer}, unit ${unit}`,
    });
    await expect(films.locator('dd')).toHaveCount(6);
    const values = (await films.locator('dd').allInnerTexts()).map((text) =>
      numberOf(text.trim().split(/\s+/).at(-1)!),
    );
    expect(values.slice(0, 3)).toEqual(values.slice(0, 3).sort((a, b) => b - a));
    expect(values.slice(3)).toEqual(values.slice(3).sort((a, b) => a - b));
    const own = (await workbench.backbone.table()).find(
      (row) => row[0] === layer && row[1] === unit && row[2] === target,
    )!;
    expect(numberOf(own[3])).toBeLessThanOrEqual(values[0] + 0.005);
    expect(numberOf(own[3])).toBeGreaterThanOrEqual(values[3] - 0.005);
    await checkAccessibility('films by a unit', ['.film-by-unit']);

    // The number said is what holding that unit unmodulated does to the list.
    const before = await head(workbench, 20);
    const slider = editor.locator('input[type=range]');
    await slider.fill('1');
    if (target === 'gamma') {
      await chooseByKeyboard(page, `beta of layer ${layer}, unit by unit`, unit);
      await expect(editor).toContainText(`Hold beta, layer ${layer}, unit ${unit}`);
      await slider.fill('0');
    }
    await expect(page.locator('.intervention-bar')).toContainText(
      target === 'gamma' ? '2 values' : '1 value',
    );
    await workbench.live();
    const after = await head(workbench, 20);
    expect(before.filter((item) => !after.includes(item))).toHaveLength(Number(replaced));
    // A number that is overridden is the same for every film.
    await expect(page.locator('.film-by-unit')).toContainText('the same for every film');

    // It was the ranking's from before: it is not shown any more, and can be asked anew.
    await expect(section(page).locator('.film-unit')).toHaveCount(0);
    await expect(section(page)).toContainText('Something has changed since');
    await button(page).click();
    await expect(named).toBeVisible({ timeout: 60_000 });
  });

  test(`a layer of ${variant} is left unmodulated and taken up again`, async ({
    workbench,
    page,
  }) => {
    await workbench.open({ variant, view: 'film' });
    await workbench.settled();
    const free = await head(workbench, 10);
    const toggle = page.locator('#backbone').getByRole('button', {
      name: 'Leave layer 2 unmodulated',
    });
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.intervention-bar')).toContainText('Layer 2 is left unmodulated.');
    await expect(page.locator('.intervention-bar')).not.toContainText('value');
    await expect(page.locator('#backbone .intervened-badge')).toHaveText('intervened');
    await workbench.live();
    expect(await head(workbench, 10)).not.toEqual(free);
    await expect
      .poll(async () => {
        const rows = (await workbench.backbone.table()).filter(
          ([layer, , what]) => layer === '2' && what === target,
        );
        return rows.length > 0 && rows.every(([, , , value]) => value === '1.0000');
      })
      .toBe(true);
    await workbench.view('Explain').click();
    await expect(page.locator('.explain')).toHaveAttribute('data-error', /\d/);
    const error = await page.locator('.explain').getAttribute('data-error');
    expect(Number(error)).toBeLessThanOrEqual(1e-4);

    await page.getByRole('button', { name: 'Let go of all' }).click();
    await expect(page.locator('.intervention-bar')).toHaveCount(0);
    await workbench.live();
    expect(await head(workbench, 10)).toEqual(free);
  });
}
