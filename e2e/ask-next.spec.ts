import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

const asker = (page: Page): Locator =>
  page.getByRole('region', { name: 'What should I rate next?' });

/** The film that is asked about, once the model has worked it out. */
async function asked(page: Page): Promise<number> {
  const film = asker(page).locator('[data-asked]');
  await expect(film).toBeVisible({ timeout: 60_000 });
  return Number(await film.getAttribute('data-asked'));
}

/** Where so many stars are let go, of a row of five. */
async function starAt(page: Page, stars: number): Promise<{ x: number; y: number }> {
  const row = asker(page).getByRole('slider', { name: /^Your stars for/ });
  await row.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await row.boundingBox())!;
  return { x: x + (width * stars) / 5, y: y + height / 2 };
}

test('a new visitor is asked film by film, by mouse and by keyboard', async ({
  workbench,
  page,
  checkAccessibility,
}) => {
  test.slow();
  const { support } = workbench;
  await workbench.open({ setting: 'newcomer' });
  await workbench.settled();
  await support.root.getByRole('button', { name: 'What should I rate next?' }).click();
  const first = await asked(page);
  await asker(page).getByText('Why this film?').click();
  await expect(asker(page)).toContainText(/best known films.* move the ranking most: each of \d+/);
  await checkAccessibility('the asker', ['.ask-next']);

  // Not seen: the next one comes, and nothing is rated.
  await asker(page).getByRole('button', { name: 'Haven’t seen it' }).click();
  const second = await asked(page);
  expect(second).not.toBe(first);
  await expect(support.rows).toHaveCount(0);

  // A press on the stars rates; the next question takes the answer in.
  const { x, y } = await starAt(page, 4.4);
  await page.mouse.click(x, y);
  await expect(support.row(second)).toHaveAttribute('data-label', '4.5');
  await expect(asker(page).locator(`[data-asked="${second}"]`)).toHaveCount(0);
  const third = await asked(page);
  expect([first, second]).not.toContain(third);

  // By keyboard: the arrows choose, Enter rates.
  await asker(page).getByRole('slider').press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(support.row(third)).toHaveAttribute('data-label', '1');
  await expect(asker(page)).toContainText('2 answers');

  // Undo, answer by answer: the rating goes, then the film that was not seen is asked about again.
  const undo = asker(page).getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(support.row(third)).toHaveCount(0);
  await undo.click();
  await expect(support.rows).toHaveCount(0);
  await undo.click();
  expect(await asked(page)).toBe(first);
  await expect(undo).toBeDisabled();

  // MeLU's list instead: recorded, the same for everybody.
  await asker(page).getByLabel('Chosen by').selectOption('evidence');
  await asker(page).getByText('Why this film?').click();
  await expect(asker(page)).toContainText('Place 1 of MeLU’s evidence candidates');
  // A head, no question to eight, and how many films were rated by then; what it comes to, by both counts.
  await expect(asker(page).getByRole('row')).toHaveCount(11);
  await expect(asker(page)).toContainText('After 8 questions, of which some are answered');
  await expect(asker(page)).toContainText('After 8 ratings, however many questions they took,');
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('a tap on the stars answers', async ({ workbench, page }) => {
    test.slow();
    const { support } = workbench;
    await workbench.open({ setting: 'newcomer' });
    await workbench.settled();
    await support.root.getByRole('button', { name: 'What should I rate next?' }).tap();
    const first = await asked(page);
    const { x, y } = await starAt(page, 1.9);
    await page.touchscreen.tap(x, y);
    await expect(support.row(first)).toHaveAttribute('data-label', '2');
    await expect(asker(page).locator(`[data-asked="${first}"]`)).toHaveCount(0);
    const second = await asked(page);
    await asker(page).getByRole('button', { name: 'Haven’t seen it' }).tap();
    await expect(asker(page).locator(`[data-asked="${second}"]`)).toHaveCount(0);
    await asker(page).getByRole('button', { name: 'Undo' }).tap();
    expect(await asked(page)).toBe(second);
  });
});
