/** What the page's Content-Security-Policy refuses, tried out in the built page. */
import { expect, test } from './fixtures';

const ELSEWHERE = 'http://elsewhere.test/';

test('inline script and requests to another origin are refused', async ({
  workbench,
  page,
  guard,
}) => {
  guard.allowErrors(/Content Security Policy|violates the following/);
  guard.allowHome(ELSEWHERE);
  await workbench.goto();
  const refused = await page.evaluate(async (elsewhere) => {
    const said: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      said.push(event.effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'globalThis.ranInline = true';
    document.body.append(script);
    const picture = new Image();
    picture.src = `${elsewhere}pixel.png`;
    await fetch(elsewhere).catch(() => undefined);
    // Violations are told in a task of their own.
    for (let turn = 0; turn < 50 && said.length < 3; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { said: said.sort(), ran: 'ranInline' in globalThis };
  }, ELSEWHERE);
  expect(refused).toEqual({ said: ['connect-src', 'img-src', 'script-src-elem'], ran: false });
  await expect(page.locator('script:not([src])')).toHaveCount(1); // the one of this test
});
