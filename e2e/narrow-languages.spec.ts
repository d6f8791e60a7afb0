/** The narrowest screen that the page is for, in every language. */
import { LANGUAGES } from '../app/strings/languages';
import { expect, test } from './fixtures';

/** Everything that sticks out of the window sideways and is neither cut nor scrolled by what it is in. */
function stickingOut(): string[] {
  const isHeld = (element: Element): boolean => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (outer !== document.body && getComputedStyle(outer).overflowX !== 'visible') return true;
    }
    return false;
  };
  const wide = document.documentElement.clientWidth;
  const out = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (right > wide + 0.5 || left < -0.5) && !isHeld(element);
  });
  const page = document.documentElement.scrollWidth;
  const lines = out.map((element) => {
    const { left, right } = element.getBoundingClientRect();
    const text = (element.textContent ?? '').trim().slice(0, 40);
    return `${element.tagName}.${element.getAttribute('class') ?? ''} ${Math.round(left)}..${Math.round(right)} ${text}`;
  });
  return page > wide ? [`the page is ${page} px wide`, ...lines] : lines;
}

/** The spacing that readers may ask for (WCAG 2.2, 1.4.12). */
const SPREAD =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } ' +
  'p { margin-bottom: 2em !important; }';

for (const code of Object.keys(LANGUAGES)) {
  test(`the search field’s hint is read to its end in ${code}`, async ({ workbench, page }) => {
    await workbench.open({ lang: code, backend: 'wasm' });
    // Of the widths with as many columns the narrowest: four, two and one.
    for (const width of [1440, 1280, 1241, 721, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const [needs, has] = await page
        .locator('#support-set .movie-search input')
        .evaluate((input: HTMLInputElement) => {
          const { font, paddingLeft, paddingRight } = getComputedStyle(input);
          const words = document.createElement('span');
          words.style.cssText = `position: absolute; white-space: nowrap; font: ${font}`;
          words.textContent = input.placeholder;
          document.body.append(words);
          const { width } = words.getBoundingClientRect();
          words.remove();
          return [width, input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)];
        });
      expect(needs, `at ${width} px`).toBeGreaterThan(40);
      expect(needs, `at ${width} px`).toBeLessThanOrEqual(has - 4);
    }
  });
}

test.describe('on the narrowest screen', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  for (const code of Object.keys(LANGUAGES)) {
    test(`nothing sticks out sideways in ${code}`, async ({ workbench, page }) => {
      await workbench.open({ lang: code, backend: 'wasm' });
      await expect(page.locator('#import .import-drop')).toBeAttached();
      await expect(page.locator('article.lessons')).toBeAttached();
      await workbench.settled();
      await workbench.openResearchers();
      for (const heading of await page.locator('.lesson h3 button').all()) {
        await heading.click();
        await expect.poll(() => page.evaluate(stickingOut)).toEqual([]);
      }
      await page.addStyleTag({ content: SPREAD });
      await expect.poll(() => page.evaluate(stickingOut)).toEqual([]);
    });
  }
});
