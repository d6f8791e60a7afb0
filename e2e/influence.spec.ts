import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Workbench } from './pages/workbench';

const section = (page: Page): Locator =>
  page.getByRole('region', { name: 'Most influential units' });
const button = (page: Page): Locator =>
  section(page).getByRole('button', { name: 'Most influential units' });

/** Films at the head of the list, by index. */
const head = async ({ recommendations }: Workbench, count: number) =>
  (await recommendations.top(count)).map(({ item }) => item);

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
    const words = /^layer (\d+), unit (\d+): (\d+) of the first 20 would be others$/;
    const [, layer, unit, replaced] = words.exec(await named.innerText())!;
    await checkAccessibility('influential units', ['.film-influence']);

    // Its cell opens, and the number said is what holding the unit unmodulated does to the list.
    await named.click();
    const slider = page.locator('#backbone .figure-editor input[type=range]');
    await expect(page.locator('#backbone .figure-editor')).toContainText(
      `Hold ${target}, layer ${layer}, unit ${unit}`,
    );
    if (target === 'gate') {
      const before = await head(workbench, 20);
      await slider.press('End');
      await expect(page.locator('.held-bar')).toContainText('1 value');
      await workbench.live();
      const after = await head(workbench, 20);
      const gone = before.filter((item) => !after.includes(item));
      expect(gone).toHaveLength(Number(replaced));
    } else {
      await slider.press('End');
      await workbench.live();
    }

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
    await expect(page.locator('.held-bar')).toContainText('Layer 2 is left unmodulated.');
    await expect(page.locator('.held-bar')).not.toContainText('value');
    await expect(page.locator('#backbone .intervened-badge')).toHaveText('intervened');
    await workbench.live();
    expect(await head(workbench, 10)).not.toEqual(free);
    const neutral = target === 'gate' ? '1.0000' : '1.0000';
    await expect
      .poll(async () => {
        const rows = (await workbench.backbone.table()).filter(
          ([layer, , what]) => layer === '2' && what === target,
        );
        return rows.length > 0 && rows.every(([, , , value]) => value === neutral);
      })
      .toBe(true);
    await workbench.view('Explain').click();
    await expect(page.locator('.explain')).toHaveAttribute('data-error', /\d/);
    const error = await page.locator('.explain').getAttribute('data-error');
    expect(Number(error)).toBeLessThanOrEqual(1e-4);

    await page.getByRole('button', { name: 'Let go of all' }).click();
    await expect(page.locator('.held-bar')).toHaveCount(0);
    await workbench.live();
    expect(await head(workbench, 10)).toEqual(free);
  });
}
