import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const VARIANTS = [
  { name: 'FiLM', parameters: { variant: 'mean.dot.film' } },
  { name: 'soft modularization', parameters: { variant: 'mean.dot.soft' } },
  { name: 'generated weights', parameters: { variant: 'max.mlp.linear' } },
  { name: 'the recurrent encoder and gates', parameters: { variant: 'gru.dot.sigmoid' } },
];

/** The chain is there and, multiplied out again, gives the score that it explains. */
async function multipliesOut(page: Page): Promise<void> {
  const chain = page.locator('.explain');
  await expect(chain).toBeVisible();
  expect(Number(await chain.getAttribute('data-error'))).toBeLessThanOrEqual(1e-4);
  await expect(chain).toContainText('Multiplied out again');
}

/** Boxes of the chain that touch, of those that are not within each other: nearer than 4 px. */
function touching(): string[] {
  interface Part {
    element: Element;
    box: DOMRect;
  }
  const chain = document.querySelector('.explain')!;
  const parts = [
    ...chain.querySelectorAll(
      '.explain-strip, .explain-terms, h3, h4, p, select, header > *, .explain-generated > span',
    ),
  ].map((element): Part => ({ element, box: element.getBoundingClientRect() }));
  // In a row of a table: the bar as it is drawn, and words as far as they reach.
  const rows = [...chain.querySelectorAll('.explain-terms tr')].map((row) =>
    [...row.children].map((cell): Part => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      const bar = cell.querySelector('i');
      return { element: cell, box: (bar ?? range).getBoundingClientRect() };
    }),
  );
  const gap = (a: DOMRect, b: DOMRect) =>
    Math.max(
      Math.max(a.left, b.left) - Math.min(a.right, b.right),
      Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom),
    );
  const name = ({ element }: Part) => `${element.className} ${element.textContent?.slice(0, 20)}`;
  return [parts, ...rows].flatMap((all) => {
    const seen = all.filter(({ box }) => box.width > 1 && box.height > 1);
    return seen.flatMap((a, k) =>
      seen
        .slice(k + 1)
        .filter((b) => !a.element.contains(b.element) && !b.element.contains(a.element))
        .filter((b) => gap(a.box, b.box) < 3.9)
        .map((b) => `${name(a)} | ${name(b)}: ${gap(a.box, b.box).toFixed(1)}`),
    );
  });
}

for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) {
  for (const variant of ['mean.dot.film', 'mean.attention.soft']) {
    test(`nothing touches in the chain of ${variant} at ${width} px`, async ({
      workbench,
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await workbench.open({ view: 'explain', variant });
      await expect(page.locator('.explain .katex').first()).toBeAttached();
      await expect.poll(() => page.evaluate(touching)).toEqual([]);
    });
  }
} // prettier-ignore

/** Adds up what is shown of the sum behind a stage's number: the rows must give the total. */
async function addsUp(page: Page, stage: number): Promise<void> {
  const table = page.locator('.explain-stage').nth(stage).locator('.explain-terms').first();
  const numbers = async (cells: string) =>
    (await table.locator(cells).allTextContents()).map((text) =>
      Number(text.replace('−', '-').replace('= ', '')),
    );
  const [total] = await numbers('tfoot .value');
  const sum = (await numbers('tbody .value')).reduce((all, value) => all + value, 0);
  expect(sum).toBeCloseTo(total, 6);
}

for (const { name, parameters } of VARIANTS) {
  test(`the chain behind a score multiplies out for ${name}`, async ({ workbench, page }) => {
    await workbench.open({ ...parameters, view: 'explain' });
    await workbench.settled();
    await multipliesOut(page);
    // Score, three layers, modulation, hypernetwork, hybrid, context, support pairs.
    await expect(page.locator('.explain-stage')).toHaveCount(9);
    for (const stage of [0, 1, 4, 5]) await addsUp(page, stage);
  });
}

test('a new visitor’s stars are explained by a press on them, with gates and with FiLM', async ({
  workbench,
  page,
}) => {
  const support = '260*5_1210*4.5';
  for (const variant of ['weighted.dot.film', 'mean.dot.sigmoid']) {
    await workbench.open({ setting: 'newcomer', variant, support });
    await workbench.settled();
    const second = (await workbench.recommendations.top(2))[1];
    await workbench.recommendations.row(second.item).locator('.rank-score').click();
    await expect(page.locator('.explain')).toHaveAttribute('data-item', String(second.item));
    await multipliesOut(page);
    await expect(page.locator('.explain h3').first()).toHaveText(
      `Predicted stars ${second.score.toFixed(3)}`,
    );
  }
});

test('a score of the list opens its explanation by the keyboard, and Escape leads back', async ({
  workbench,
  page,
}) => {
  await workbench.open();
  await workbench.settled();
  const third = (await workbench.recommendations.top(3))[2];
  const row = workbench.recommendations.row(third.item);
  await page.locator('.rank-row[data-rank="1"] .rank-pick').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row.locator('.rank-pick')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(row.getByRole('button', { name: /^Explain the score/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const chain = page.locator('.explain');
  await expect(chain).toHaveAttribute('data-item', String(third.item));
  await expect(chain).toBeFocused();
  await expect(chain.locator('h3').first()).toHaveText(`Score ${third.score.toFixed(3)}`);

  // Another cell is taken apart, and what made it follows.
  const layer = page.locator('.explain-stage').nth(1);
  const cells = layer.getByRole('slider');
  const before = await layer.locator('.explain-arithmetic').textContent();
  await cells.press('ArrowLeft');
  await expect(layer.locator('.explain-arithmetic')).not.toHaveText(before!);
  await addsUp(page, 1);
  await addsUp(page, 4);
  await page.keyboard.press('Escape');
  await expect(row.locator('.rank-score')).toBeFocused();
});
