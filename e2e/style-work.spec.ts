/** How often the browser works styles out for an edit, by its own count: a few times, not once for each row. */
import { expect, test } from './fixtures';

const EDITS = 6;
/** Rows move for 450 ms; what is asked for after an answer is there by then. */
const SETTLED_MS = 1200;
/** Measured: 16 an edit. With a question about style between two writes, row by row: 58. */
const MOST = 30;

test('an edit has styles worked out a few times', async ({ page, workbench }) => {
  await workbench.open({ genre: 'horror' });
  await workbench.settled();
  await page.waitForTimeout(SETTLED_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'RecalcStyleCount')!.value;
  };
  const before = await worked();
  for (let k = 0; k < EDITS; k++) {
    // By the page itself: Playwright's pointer asks for styles while it aims, and so does its waiting.
    await workbench.support.rows
      .nth(k)
      .getByRole('button', { name: /^Move/ })
      .evaluate((button: HTMLButtonElement) => button.click());
    await page.waitForTimeout(SETTLED_MS);
  }
  const after = await worked();
  await workbench.settled();
  expect(after - before).toBeLessThan(EDITS * MOST);
});
