import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

test('the first lesson can be done with the keyboard alone', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.settled();
  const lesson = page.locator('#lesson-cold-start');
  await lesson.scrollIntoViewIfNeeded();
  await lesson.getByRole('button', { name: 'Set up the picture' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#support-set')).toContainText('Comedy & Romance');
  await expect(workbench.support.rows).toHaveCount(8, { timeout: 20_000 });
  await workbench.settled();
  await expect(lesson.locator('.lesson-noticed')).toBeEmpty();

  await page.getByRole('combobox', { name: 'Find a movie to add' }).or(
    page.getByRole('searchbox', { name: 'Find a movie to add' }),
  ).first().focus(); // prettier-ignore
  await page.keyboard.type('Alien (1979)'.slice(0, 5), { delay: 30 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(workbench.support.rows).toHaveCount(9);
  await expect(lesson.locator('.lesson-noticed')).toContainText('Done.');
  await expect(page.locator('.lessons-progress')).toContainText('1 of 10');
});

test('pointing at a word lights its panel', async ({ workbench, page }) => {
  await workbench.open();
  const word = page.locator('#lesson-cold-start [data-part="support"]').first();
  await word.scrollIntoViewIfNeeded();
  await word.hover();
  await expect(page.locator('html')).toHaveAttribute('data-lit', 'support');
});

test('the article speaks Chinese, and its equations are there', async ({ workbench, page }) => {
  await workbench.open({ lang: 'zh', lesson: 'film' });
  const lesson = page.locator('#lesson-film');
  await expect(lesson).toContainText('每个单元两个数');
  await expect(lesson.locator('.katex')).toBeVisible();
  const result = await new AxeBuilder({ page }).include('.lessons').analyze();
  expect(result.violations.map(({ id }) => id)).toEqual([]);
});
