import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Workbench } from './pages/workbench';

/** Opens the view in the language of `parameters`; the page is then as a visitor sees it. */
type Open = (workbench: Workbench, page: Page, parameters: Record<string, string>) => Promise<void>;

const VIEWS: Record<string, Open> = {
  'the workbench, a picture as its table': async (workbench, page, lang) => {
    await workbench.open(lang);
    await page.locator('#backbone .figure-toggle[aria-pressed]').click();
    await expect(page.locator('.figure-table')).toBeVisible();
  },
  'the routes': (workbench, _, lang) =>
    workbench.open({ ...lang, variant: 'mean.dot.soft', view: 'routes' }),
  'an explained score': async (workbench, page, lang) => {
    await workbench.open({ ...lang, view: 'explain' });
    await expect(page.locator('.explain-stage').first()).toBeVisible();
  },
  'a new visitor': (workbench, _, lang) =>
    workbench.open({ ...lang, setting: 'newcomer', support: '260*5_1210*4.5' }),
  'the genre picker': async (workbench, page, lang) => {
    await workbench.open(lang);
    await page.locator('.genre-picker button').click();
    await expect(page.locator('.genre-option').first()).toBeVisible();
  },
  'the search results': async (workbench, page, lang) => {
    await workbench.open(lang);
    await page.locator('.movie-search input').fill('star');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'a comparison, something held and the answer of the challenge': async (workbench, page, lang) => {
    await workbench.open({ ...lang, lesson: 'cold-start' });
    for (const n of [0, 1, 2]) await page.locator('.challenge-film').nth(n).click();
    await page.locator('.challenge-foot .button.primary').click();
    await expect(page.locator('.challenge-result')).toBeVisible();
    await page.locator('.rec-pin').click();
    await page.locator('#backbone .cell-grid').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#backbone .figure-editor input[type=range]').press('PageUp');
    await expect(page.locator('.held-bar')).toBeVisible();
    await expect(page.locator('.panel-compare')).toBeVisible();
  },
};

const LANGUAGES = { en: 'English', zh: 'Chinese' } as const;

for (const [lang, language] of Object.entries(LANGUAGES)) {
  for (const [name, open] of Object.entries(VIEWS)) {
    test(`axe finds nothing wrong with ${name}, in ${language}`, async ({
      workbench,
      page,
      checkAccessibility,
    }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await open(workbench, page, { lang });
      await workbench.live();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await checkAccessibility(`${name}, ${colorScheme}`);
      }
    });
  }
}

test('axe finds nothing wrong on a phone', async ({ workbench, page, checkAccessibility }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await workbench.open();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await checkAccessibility(`the phone layout, ${colorScheme}`);
  }
});
