import type { CDPSession, Locator } from '@playwright/test';
import { expect, test } from './fixtures';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

/** Holds the middle of `row` until it comes along. */
async function hold(session: CDPSession, row: Locator): Promise<void> {
  const { x, y, height } = (await row.boundingBox())!;
  const touchPoints = [{ x: x + 80, y: y + height / 2 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await expect(row.page().locator('.touch-ghost')).toBeVisible();
}

const move = (session: CDPSession, x: number, y: number) =>
  session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] });

test('a movie is dragged with a finger, between trays and from the list', async ({
  workbench,
  page,
}) => {
  const { support, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  const session = await page.context().newCDPSession(page);
  const [first] = await support.pairs();
  await hold(session, support.row(first.item));
  const disliked = (await support.tray('Disliked').boundingBox())!;
  await move(session, disliked.x + 90, disliked.y - 30);
  await move(session, disliked.x + 90, disliked.y + 30);
  await expect(support.tray('Disliked')).toHaveAttribute('data-drop-target', 'true');
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(support.row(first.item)).toHaveAttribute('data-label', '0');
  await workbench.settled();

  // From the list below, the page scrolls along until the tray is there.
  const second = (await recommendations.top(2))[1];
  const row = recommendations.row(second.item);
  await row.scrollIntoViewIfNeeded();
  await hold(session, row);
  await move(session, 200, 400);
  await move(session, 200, 20);
  const top = () => support.tray('Liked').evaluate((tray) => tray.getBoundingClientRect().top);
  await expect.poll(top).toBeGreaterThan(60);
  await move(session, 200, (await top()) + 60);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(support.row(second.item)).toHaveAttribute('data-label', '1');
});

test('a tap does what a drag, a hover and a click do', async ({ workbench, page }) => {
  const { support, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  const third = (await recommendations.top(3))[2];
  await recommendations.row(third.item).locator('.add-like').tap();
  await expect(support.row(third.item)).toHaveAttribute('data-label', '1');
  await support
    .row(third.item)
    .getByRole('button', { name: /^Move .* to disliked/ })
    .tap();
  await expect(support.row(third.item)).toHaveAttribute('data-label', '0');

  // What a movie is for, until a tap elsewhere.
  await workbench.settled();
  const [own] = await support.pairs();
  await support.row(own.item).locator('.tray-title').tap();
  await expect(page.getByTestId('left-out')).toHaveText(/^Without .* the context moves by \d+%/);
  await support.root.getByRole('heading', { level: 2 }).tap();
  await expect(page.getByTestId('left-out')).toBeEmpty();

  // A score brings its explanation into sight, and the way back.
  const first = (await recommendations.top(1))[0];
  await recommendations.row(first.item).locator('.rank-score').tap();
  const chain = page.locator('.explain');
  await expect(chain).toHaveAttribute('data-item', String(first.item));
  await expect(chain).toBeFocused();
  await expect(chain.locator('h3').first()).toBeInViewport();
  await chain.getByRole('button', { name: 'Back to the ranking' }).tap();
  await expect(recommendations.row(first.item)).toBeInViewport();
});
