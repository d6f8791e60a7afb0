import type { Page } from '@playwright/test';
import { strings as spanish } from '../app/strings/es';
import { LANGUAGES } from '../app/strings/languages';
import { expect, test } from './fixtures';

test('the header reaches every language, and the whole page follows', async ({
  workbench,
  page,
}) => {
  test.slow();
  await workbench.open({ lesson: 'film' });
  const button = page.locator('.header-language button');
  const words = async () => ({
    title: await page.title(),
    heading: await page.locator('#support-set h2').innerText(),
    lesson: await page.locator('#lesson-film h3').first().innerText(),
  });
  await expect(page.locator('#lesson-film h3')).toBeVisible();
  const english = await words();
  const seen = new Map<string, string[]>();
  // From the last to the first, so that each is a change and English comes at the end.
  for (const [code, { name }] of Object.entries(LANGUAGES).reverse()) {
    await button.click();
    const options = page.locator('.language-popover [role=option]');
    await expect(options).toHaveText(Object.values(LANGUAGES).map((language) => language.name));
    await options.filter({ hasText: name }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect(page.locator('article.lessons')).toHaveAttribute('lang', code);
    await expect(button).toHaveText(name);
    if (name !== LANGUAGES.en.name) {
      await expect(page.locator('#lesson-film h3').first()).not.toHaveText(english.lesson);
      await expect.poll(() => new URL(page.url()).searchParams.get('lang')).toBe(code);
    }
    seen.set(code, Object.values(await words()));
  }
  expect(seen.get('en')).toEqual(Object.values(english));
  for (const at of [0, 1, 2]) {
    expect(new Set([...seen.values()].map((texts) => texts[at])).size).toBe(seen.size);
  }
});

test('a finger reaches every language on a narrow screen', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    baseURL,
  });
  const page = await context.newPage();
  await page.goto('./');
  for (const [code, { name }] of Object.entries(LANGUAGES).reverse()) {
    await page.locator('.header-language button').tap();
    await page.getByRole('option', { name, exact: true }).tap();
    await expect(page.locator('html')).toHaveAttribute('lang', code);
  }
  await context.close();
});

interface Watched {
  headings: string[];
}

/** Runs in the page before it: notes every text that the opening's heading has. */
function watchHeading(): void {
  const page = window as unknown as Watched;
  page.headings = [];
  new MutationObserver(() => {
    const text = document.querySelector('#opening-title')?.textContent;
    if (text && page.headings.at(-1) !== text) page.headings.push(text);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

const isIn = (page: Page, code: keyof typeof LANGUAGES) =>
  expect(page.locator('html')).toHaveAttribute('lang', code);
const languageOf = (page: Page) => new URL(page.url()).searchParams.get('lang');

test.describe('in a browser that asks for Spanish', () => {
  test.use({ locale: 'es-MX', returning: false });

  test('a first visit is in Spanish from its first paint', async ({ workbench, page }) => {
    const { common, opening } = spanish;
    // Nothing of the model can be loaded: what is shown was recorded.
    await page.route(/worker-|\/(datasets|models)\//, () => undefined);
    await page.addInitScript(watchHeading);
    await workbench.goto();
    await expect(page.locator('[data-source="recorded"]')).toHaveText(common.recorded);
    await isIn(page, 'es');
    await expect(page).toHaveTitle(`${common.title} ${common.subtitle}`);
    await expect(page.locator('.header-language button')).toHaveText(LANGUAGES.es.name);
    const headings = await page.evaluate(() => (window as unknown as Watched).headings);
    expect(headings).toEqual([opening.question]);
  });

  test('a choice stands above it, and a link above both', async ({ workbench, page }) => {
    await workbench.open();
    await page.locator('.header-language button').click();
    await page.getByRole('option', { name: LANGUAGES.en.name, exact: true }).click();
    await isIn(page, 'en');
    await expect.poll(() => languageOf(page)).toBe('en');
    await workbench.open();
    await isIn(page, 'en');
    await workbench.open({ lang: 'zh' });
    await isIn(page, 'zh');
    await workbench.open({ genre: 'war' });
    await isIn(page, 'en');
  });
});
