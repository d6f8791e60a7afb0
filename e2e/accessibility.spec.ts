import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Workbench } from './pages/workbench';

/** Opens the view; the page is then as a visitor sees it. */
type Open = (workbench: Workbench, page: Page) => Promise<void>;

const VIEWS: Record<string, Open> = {
  'the workbench': async (workbench) => workbench.open(),
  'the routes': async (workbench) => workbench.open({ variant: 'mean.dot.soft', view: 'routes' }),
  'an explained score': async (workbench) => workbench.open({ view: 'explain' }),
  'a new visitor': async (workbench) => workbench.open({ setting: 'newcomer' }),
  'the genre picker': async (workbench, page) => {
    await workbench.open();
    await workbench.support.root.locator('.genre-picker button').click();
    await expect(page.getByRole('searchbox', { name: 'Find a genre' })).toBeVisible();
  },
  'the search results': async (workbench, page) => {
    await workbench.open();
    await workbench.support.search.fill('star');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'a table twin': async (workbench, page) => {
    await workbench.open();
    await page.locator('#backbone').getByRole('button', { name: 'As table' }).click();
    await expect(page.locator('.figure-table')).toBeVisible();
  },
  'the page in Chinese': async (workbench) => workbench.open({ lang: 'zh' }),
};

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, open] of Object.entries(VIEWS)) {
    test(`axe finds nothing wrong with ${name}, ${scheme}`, async ({
      workbench,
      page,
      checkAccessibility,
    }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await open(workbench, page);
      await workbench.live();
      await checkAccessibility(`${name}, ${scheme}`);
    });
  }

  test(`axe finds nothing wrong on a phone, ${scheme}`, async ({
    workbench,
    page,
    checkAccessibility,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await workbench.open();
    await checkAccessibility(`the phone layout, ${scheme}`);
  });
}
