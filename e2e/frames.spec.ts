import { expect, test } from './fixtures';
import { expectOrderly, listsOf, takeFrames, watchFrames } from './pages/frames';

/** A list that is there so long can be taken in. */
const LONG_MS = 700;

test('at no frame is a row blank, on another one or out of order', async ({ page, workbench }) => {
  await watchFrames(page);
  await workbench.open();
  await workbench.settled();
  const { support, recommendations } = workbench;
  const opening = await takeFrames(page);
  expectOrderly(opening, 'recorded to live');

  await test.step('a genre comes in over three beats', async () => {
    await support.pickGenre('Comedy & Romance');
    const sizes = new Set<number>();
    await expect
      .poll(async () => {
        const { length } = await support.items();
        sizes.add(length);
        return length;
      })
      .toBe(8);
    await workbench.settled();
    await page.waitForTimeout(1000);
    const frames = await takeFrames(page);
    expectOrderly(frames, 'a genre');
    // The list before, and three beats: nothing else is there long enough to be read.
    const held = listsOf(frames).filter((list) => list.held > LONG_MS);
    expect(held.slice(1).length, JSON.stringify(held)).toBeLessThanOrEqual(3);
    expect(held.length, JSON.stringify(held)).toBeGreaterThanOrEqual(3);
    expect(frames.some(({ moving }) => moving > 0)).toBe(true);
  });

  await test.step('a movie is dragged in', async () => {
    await recommendations
      .atRank(2)
      .locator('.rank-title')
      .dragTo(support.root.locator('[data-tray="1"]'));
    await expect(support.rows).toHaveCount(9);
    await workbench.settled();
    await page.waitForTimeout(700);
    expectOrderly(await takeFrames(page), 'a drag');
  });

  await test.step('nothing moves where the order is as it was', async () => {
    await page.waitForTimeout(300);
    await takeFrames(page);
    // Selecting and pointing change the rows, not their order.
    await recommendations.atRank(3).locator('.rank-pick').click();
    await recommendations.atRank(5).hover();
    await page.waitForTimeout(500);
    const still = await takeFrames(page);
    expect(still.filter(({ moving }) => moving > 0)).toEqual([]);
    expect(listsOf(still)).toHaveLength(1);
  });

  await test.step('all is cleared', async () => {
    await support.tool('Clear').click();
    await expect(support.rows).toHaveCount(0);
    await workbench.settled();
    await page.waitForTimeout(700);
    expectOrderly(await takeFrames(page), 'clearing');
  });
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a genre is there at once and nothing moves', async ({ page, workbench }) => {
    await watchFrames(page);
    await workbench.open();
    await workbench.settled();
    await takeFrames(page);
    await workbench.support.pickGenre('Comedy & Romance');
    await expect(workbench.support.rows).toHaveCount(8);
    await workbench.settled();
    await page.waitForTimeout(500);
    const frames = await takeFrames(page);
    expectOrderly(frames, 'a genre, reduced motion');
    expect(frames.filter(({ moving }) => moving > 0)).toEqual([]);
    const held = listsOf(frames).filter((list) => list.held > 150);
    expect(held.length, JSON.stringify(held)).toBeLessThanOrEqual(2);
  });
});
