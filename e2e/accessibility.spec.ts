import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { DEFAULT_LANGUAGE, LANGUAGES } from '../app/strings/languages';

/** Brings a view onto the page that is open, from the view before it. */
type Show = (page: Page) => Promise<void>;

/**
 * Views by name, one after the other on a page that is opened once. `regions` hold what the view changes;
 * without them the whole page is looked at, which takes a minute: once is enough, and in other languages
 * `#backbone` stands for it.
 */
interface Walk {
  parameters?: Record<string, string>;
  views: Record<string, { show?: Show; regions?: string[] }>;
}

const toggleTable: Show = (page) =>
  page.locator('#backbone .figure-tools .figure-toggle[aria-pressed]').click();

const WALKS: Record<string, Walk> = {
  'the workbench': {
    parameters: { lesson: 'cold-start' },
    views: {
      'a picture as its table': {
        show: async (page) => {
          await page.locator('#researchers h2 button').click();
          await expect(page.locator('#race h2')).toBeVisible();
          await toggleTable(page);
          await expect(page.locator('.figure-table')).toBeVisible();
        },
      },
      'the genre picker': {
        regions: ['#support-set', '.genre-option'],
        show: async (page) => {
          await toggleTable(page);
          await page.locator('.genre-picker button').click();
          await expect(page.locator('.genre-option').first()).toBeVisible();
        },
      },
      'the search results': {
        regions: ['#support-set', '[role=listbox]'],
        show: async (page) => {
          await page.keyboard.press('Escape');
          await page.locator('.movie-search input').fill('star');
          await expect(page.getByRole('option').first()).toBeVisible();
        },
      },
      'a comparison, something overridden and the answer of the challenge': {
        regions: ['#backbone', '#recommendations', '.panel-compare', '.challenge-result'],
        show: async (page) => {
          await page.keyboard.press('Escape');
          for (const n of [0, 1, 2]) await page.locator('.challenge-film').nth(n).click();
          await page.locator('.challenge-foot .button.primary').click();
          await expect(page.locator('.challenge-result')).toBeVisible();
          await page.locator('.rec-pin').click();
          await page.locator('#backbone .cell-grid').first().focus();
          await page.keyboard.press('Enter');
          await page.locator('#backbone .figure-editor input[type=range]').press('PageUp');
          await expect(page.locator('.intervention-bar')).toBeVisible();
          await expect(page.locator('.panel-compare')).toBeVisible();
        },
      },
      'an explained score': {
        regions: ['#backbone'],
        show: async (page) => {
          await page.locator('.rank-row[data-rank="2"] .rank-score').click();
          await expect(page.locator('.explain-stage').first()).toBeVisible();
        },
      },
    },
  },
  'the routes': {
    parameters: { variant: 'mean.dot.soft', view: 'routes' },
    views: { 'the routes': { regions: ['#backbone'] } },
  },
  'a new visitor': {
    parameters: { setting: 'newcomer', support: '260*5_1210*4.5' },
    views: {
      'a new visitor': {
        regions: ['header', '#support-set', '#context', '#backbone', '#recommendations'],
      },
    },
  },
};

for (const [lang, { name: language }] of Object.entries(LANGUAGES)) {
  for (const [walk, { parameters, views }] of Object.entries(WALKS)) {
    test(`axe finds nothing wrong with ${walk}, in ${language}`, async ({
      workbench,
      page,
      checkAccessibility,
    }) => {
      // As many views as several tests have, and all of a long page looked at twice.
      test.slow();
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await workbench.open({ ...parameters, lang });
      for (const [name, { show, regions }] of Object.entries(views)) {
        await show?.(page);
        await workbench.live();
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const parts = regions ?? (lang === DEFAULT_LANGUAGE ? [] : ['#backbone']);
          await checkAccessibility(`${name}, ${colorScheme}`, parts);
        }
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
