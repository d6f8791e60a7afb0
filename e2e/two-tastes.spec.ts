import type { Locator, Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

/** The scene 'Two tastes', in its lesson. */
class TwoTastes {
  readonly root: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator('#lesson-two-tastes .tastes');
  }

  /** Likes four films of each taste of the first pair, and waits for both models. */
  async press(): Promise<void> {
    await this.root.getByRole('button', { name: 'Horror Comedy & Romance' }).click();
    await this.answered();
  }

  async answered(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-state', 'ready', { timeout: 60_000 });
  }

  /** Films of A and of B in the first twenty. */
  async shares(list: 'vector' | 'attention'): Promise<[number, number]> {
    const head = this.root.locator(`[data-list="${list}"]`);
    return [Number(await head.getAttribute('data-a')), Number(await head.getAttribute('data-b'))];
  }

  /** To an end of the slider: weights all alike, or as learned. */
  async weights(kind: 'uniform' | 'learned'): Promise<void> {
    await this.root.getByRole('slider', { name: 'Weights' }).focus();
    await this.page.keyboard.press(kind === 'uniform' ? 'Home' : 'End');
    const word = kind === 'uniform' ? 'all alike' : 'as learned';
    await expect(this.root.locator('.taste-sharpness output')).toHaveText(word);
    await expect(this.root).toHaveAttribute('data-state', 'waiting');
    await this.answered();
  }

  /** The table twin, cell by cell, without its head. */
  async table(): Promise<string[][]> {
    const toggle = this.root.locator('.figure-toggle[aria-pressed]');
    await toggle.click();
    const rows = this.root.locator('.figure-table tbody tr');
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => Array.from(row.children, (cell) => cell.textContent!.trim())),
    );
    await toggle.click();
    return cells;
  }
}

test('attention holds two tastes, and with weights all alike it does not', async ({
  workbench,
  page,
}) => {
  test.slow();
  await workbench.open({ lesson: 'two-tastes' });
  const scene = new TwoTastes(page);
  // Films of one taste alone would give two equal lists: until a pair is pressed it invites to that.
  await workbench.settled();
  await scene.root.scrollIntoViewIfNeeded();
  await expect(scene.root).toHaveAttribute('data-state', 'empty');
  await expect(scene.root).toContainText('four films of each go into the support set');
  await expect(scene.root.locator('[data-list]')).toHaveCount(0);
  const pressed = scene.root.locator('[aria-pressed="true"]');
  await expect(pressed).toHaveCount(0);
  await scene.press();
  await expect(pressed).toHaveText(/Horror\s+Comedy & Romance/);
  await expect(workbench.support.rows).toHaveCount(8);

  const learned = await scene.shares('attention');
  expect(Math.min(...learned)).toBeGreaterThanOrEqual(5);
  const rows = await scene.table();
  expect(rows).toHaveLength(20);
  for (const [place, , , title, , ...weights] of rows) {
    const sum = weights.reduce((total, weight) => total + Number(weight), 0);
    expect(Math.abs(sum - 1), `weights of ${place} ${title}`).toBeLessThan(0.005);
  }
  // What is counted is what is listed.
  const counted = (column: number, taste: string) =>
    rows.filter((row) => row[column] === taste || row[column] === 'both').length;
  expect([counted(4, 'a'), counted(4, 'b')]).toEqual(learned);
  expect([counted(2, 'a'), counted(2, 'b')]).toEqual(await scene.shares('vector'));

  await scene.weights('uniform');
  const alike = await scene.shares('attention');
  expect(Math.min(...alike)).toBeLessThan(Math.min(...learned));
  for (const row of await scene.table()) {
    expect(row.slice(5).map(Number)).toEqual(Array(8).fill(0.125));
  }
  await scene.weights('learned');
  expect(await scene.shares('attention')).toEqual(learned);
});

test('a like that becomes a dislike draws no line, and is undone', async ({ workbench, page }) => {
  test.slow();
  await workbench.open({ lesson: 'two-tastes' });
  const scene = new TwoTastes(page);
  const lesson = page.locator('#lesson-two-tastes');
  await lesson.locator('.lesson-setup').click();
  await expect(workbench.support.rows).toHaveCount(8);
  await scene.root.scrollIntoViewIfNeeded();
  await scene.answered();
  await scene.root.locator('.taste-turn').first().click();
  await expect(lesson.locator('.lesson-noticed')).toContainText('Done.');
  await expect(scene.root.locator('.taste-films li').first()).toHaveAttribute(
    'data-liked',
    'false',
  );
  await scene.answered();
  for (const row of await scene.table()) {
    const [turned, ...liked] = row.slice(5).map(Number);
    // The only dislike has all the weight of the dislikes; the likes share theirs without it.
    expect(turned).toBe(1);
    expect(Math.abs(liked.reduce((sum, weight) => sum + weight, 0) - 1)).toBeLessThan(0.005);
  }
});

test('the scene is worked by keys, names the films behind a choice, and fits a phone', async ({
  workbench,
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 390, height: 844 });
  await workbench.open({ lesson: 'two-tastes' });
  const scene = new TwoTastes(page);
  await scene.root.getByRole('button', { name: 'Horror Comedy & Romance' }).focus();
  await page.keyboard.press('Enter');
  await scene.answered();
  const because = scene.root.getByTestId('taste-because');
  const first = await because.textContent();
  const list = scene.root.locator('[data-list="attention"]');
  await list.getByRole('option').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(because).not.toHaveText(first!);
  const title = await list.locator('[data-selected] .taste-title').textContent();
  expect(await because.textContent()).toContain(`${title}, because of `);
  // The marks stand one under another, whether the place has one digit or two.
  const marks = await list
    .locator('.taste-mark')
    .evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().x));
  expect(marks).toHaveLength(20);
  expect(Math.max(...marks) - Math.min(...marks)).toBeLessThan(1);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  const result = await new AxeBuilder({ page }).include('.tastes').analyze();
  expect(result.violations.map(({ id }) => id)).toEqual([]);
});
