import type { Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

/** More stops than the whole page has. */
const MAX_STOPS = 500;

/** Presses Tab until the focus is on what `selector` finds; every stop on the way must be seen. */
async function tabTo(page: Page, selector: string, back = false): Promise<void> {
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const focus = await page.evaluate((wanted) => {
      const element = document.activeElement!;
      const shown = (at: Element | null): boolean =>
        at !== null &&
        (getComputedStyle(at).outlineStyle !== 'none' || getComputedStyle(at).boxShadow !== 'none');
      return {
        isThere: element.matches(wanted),
        // A slider's thumb or a field's frame shows the focus of the input inside it.
        isSeen: [element, element.parentElement, element.parentElement?.parentElement ?? null].some(
          shown,
        ),
        name: `${element.tagName} ${element.className} ${element.getAttribute('aria-label')}`,
      };
    }, selector);
    expect(focus.isSeen, `focus is visible on ${focus.name}`).toBe(true);
    if (focus.isThere) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

test('the whole first lesson can be done with the keyboard alone', async ({ workbench, page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await workbench.open();
  await workbench.settled();
  const lesson = page.locator('#lesson-cold-start');
  // Whatever loads late has to be there, or Tab would pass its place.
  await expect(lesson.locator('.challenge-film')).toHaveCount(6);

  // Its heading opens it.
  await tabTo(page, '#lesson-cold-start h3 button');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lesson=cold-start/);

  // The challenge: three of six films, then the answer.
  await tabTo(page, '#lesson-cold-start .challenge-film');
  for (let film = 0; film < 3; film++) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
  }
  await expect(lesson.locator('.challenge-film[data-selected]')).toHaveCount(3);
  await tabTo(page, '#lesson-cold-start .challenge-foot button');
  await page.keyboard.press('Enter');
  await expect(lesson.locator('.challenge-verdict')).toContainText(/You found [0-3] of the 3/);
  await expect(lesson.locator('.challenge-verdict')).toBeFocused();

  // A marked word lights the picture when the focus comes to it.
  await tabTo(page, '#lesson-cold-start .lit[data-part="support"]');
  await expect(page.locator('html')).toHaveAttribute('data-lit', 'support');

  await tabTo(page, '#lesson-cold-start .lesson-setup');
  await page.keyboard.press('Enter');
  await expect(page.locator('#support-set')).toContainText('Comedy & Romance');
  await expect(workbench.support.rows).toHaveCount(8, { timeout: 20_000 });
  await workbench.settled();
  await expect(page.locator('.lesson-card')).toContainText('Lesson 1');
  await expect(lesson.locator('.lesson-noticed')).toBeEmpty();

  await tabTo(page, '.movie-search input', true);
  await page.keyboard.type('Alien', { delay: 30 });
  await expect(page.getByRole('option').first()).toContainText('Alien');
  await page.keyboard.press('Enter');
  await expect(workbench.support.rows).toHaveCount(9);
  await expect(lesson.locator('.lesson-noticed')).toContainText('Done.');
  await expect(page.locator('.lesson-card')).toContainText('Done.');
  await expect(page.locator('.lessons-progress')).toContainText('1 of 11');

  // The card leads back to the words.
  await tabTo(page, '.lesson-card .button');
  await page.keyboard.press('Enter');
  await expect(lesson.locator('.lesson-action')).toBeInViewport();
  await expect(lesson.locator('.lesson-setup')).toBeFocused();
});

test('words and symbols light their panel, and a panel its words', async ({ workbench, page }) => {
  await workbench.open();
  const root = page.locator('html');
  const outline = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle);
  const lesson = await workbench.openLesson('cold-start');
  await lesson.locator('.lit[data-part="support"]').first().hover();
  await expect(root).toHaveAttribute('data-lit', 'support');
  expect(await outline('#support-set')).toBe('solid');
  expect(await outline('#context')).toBe('none');

  await lesson.locator('.katex [data-part="context"]').first().hover();
  await expect(root).toHaveAttribute('data-lit', 'context');
  expect(await outline('#context')).toBe('solid');

  await page.locator('#recommendations h2').hover();
  await expect(root).toHaveAttribute('data-lit', 'recommendations');
  expect(await outline('#lesson-cold-start .katex [data-part="recommendations"]')).toBe('solid');
  expect(await outline('#recommendations')).toBe('none');
});

test('four films of the challenge are handed to the model on the page', async ({
  workbench,
  page,
}) => {
  await workbench.open({ lesson: 'cold-start' });
  const challenge = page.locator('.challenge');
  for (const film of [0, 1, 2]) await challenge.locator('.challenge-film').nth(film).click();
  await challenge.getByRole('button', { name: 'Show the answer' }).click();
  const stars = () => challenge.locator('tbody td:nth-child(3)').allTextContents();
  await expect(challenge.locator('[data-source]')).toHaveText('recorded');
  const recorded = await stars();
  await challenge.getByRole('button', { name: 'Give these four' }).click();
  await expect(workbench.support.rows).toHaveCount(4);
  await expect(challenge.locator('[data-source]')).toHaveText('live', { timeout: 30_000 });
  await expect.poll(stars).toEqual(recorded);
});

test('the article speaks Chinese, and its equations are there', async ({ workbench, page }) => {
  await workbench.open({ lang: 'zh', lesson: 'film' });
  const lesson = page.locator('#lesson-film');
  await expect(lesson).toContainText('每个单元两个数');
  await expect(lesson.locator('.katex').first()).toBeVisible();
  const axe = async (part: string) => {
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    expect(violations.map(({ id }) => id), part).toEqual([]); // prettier-ignore
  };
  await axe('.lessons');
  // One is open at a time: each is looked at while it is.
  const ids = await page.locator('.lesson').evaluateAll((all) => all.map(({ id }) => id));
  for (const id of ids.filter((one) => one !== 'lesson-film')) {
    await workbench.openLesson(id.replace('lesson-', ''));
    await axe(`#${id}`);
  }
});
