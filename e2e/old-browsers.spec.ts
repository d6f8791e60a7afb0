/** Browsers that cannot run the page get one sentence, not half a page. */
import { expect, test } from './fixtures';

test('a browser without light-dark() is told which ones do, and nothing is started', async ({
  workbench,
  page,
}) => {
  await page.addInitScript(() => {
    CSS.supports = () => false;
  });
  await workbench.goto();
  await expect(page.getByRole('alert')).toContainText(/too old .* Firefox \d+, Safari [\d.]+/);
  await expect(page.locator('#root')).toBeEmpty();
  expect(page.workers()).toHaveLength(0);
  await workbench.goto({ lang: 'zh' });
  await expect(page.getByRole('alert')).toHaveText(/浏览器太旧了/, { useInnerText: true });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what it needs it for', async ({ page }) => {
    await page.goto('./');
    const said = page.locator('noscript p');
    await expect(said).toHaveText([
      /so it needs JavaScript/,
      /所以需要 JavaScript/,
      /necesita JavaScript/,
    ]);
    for (const sentence of await said.all()) await expect(sentence).toBeVisible();
    await expect(page.locator('#too-old')).toBeHidden();
  });
});

test('the page itself says which browsers it runs in', async ({ workbench, page }) => {
  await workbench.open();
  await expect(page.locator('#too-old')).toBeHidden();
  await page.mouse.wheel(0, 4000);
  await expect(page.locator('.lessons-foot')).toContainText('Firefox');
});
