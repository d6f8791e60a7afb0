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
