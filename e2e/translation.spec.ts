/** A browser's own translation changes the text of a page that React thinks it owns. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/**
 * `wrap`: text nodes are moved into `<font>` elements, whatever the page says. `replace`: translated
 * text in such elements takes their place, but not where the page says `translate="no"`.
 */
const translate = (page: Page, how: 'wrap' | 'replace') =>
  page.evaluate((how) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    let count = 0;
    for (const text of texts) {
      const parent = text.parentElement!;
      if (!text.data.trim() || parent.closest('script, style, noscript, font')) continue;
      if (how === 'replace' && parent.closest('[translate="no"]')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      text.replaceWith(outer);
      if (how === 'wrap') inner.append(text);
      else inner.textContent = text.data.toUpperCase();
      count++;
    }
    return count;
  }, how);

for (const how of ['wrap'] as const) {
  test(`the page goes on when a translation has come over it (${how})`, async ({
    workbench,
    page,
  }) => {
    test.slow();
    const { support, recommendations, training } = workbench;
    await workbench.open();
    await workbench.settled();
    await training.root.scrollIntoViewIfNeeded();
    await workbench.openResearchers();
    await expect(page.locator('#race h2')).toBeVisible();
    expect(await translate(page, how)).toBeGreaterThan(how === 'wrap' ? 300 : 100);
    await page.evaluate(() => scrollTo(0, 0));

    // An edit: trays, counts and ranks follow.
    const [first] = await recommendations.top(1);
    await recommendations.row(first.item).locator('.add-like').click();
    await expect(support.row(first.item)).toBeVisible();
    await workbench.settled();
    await expect(support.root.locator('.tray-liked h3 .num')).toContainText('9');
    await expect(recommendations.root.locator('.rec-foot')).toContainText(
      /before your last change/i,
    );
    expect((await recommendations.top(1))[0].item).not.toBe(first.item);
    const title = recommendations.atRank(1).locator('.rank-title');
    const named = recommendations.atRank(1).locator('.rank-pick');
    await expect(named).toHaveAttribute('aria-label', /\. .* \(\d{4}\)/);
    const words = (await title.locator('> span').textContent())!;
    expect(await named.getAttribute('aria-label')).toContain(words);

    await expect(page.locator('.trouble')).toHaveCount(0);
  });
}
