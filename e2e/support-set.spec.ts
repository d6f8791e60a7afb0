import { catalogue } from './catalogue';
import { expect, test } from './fixtures';

test.describe('editing the support set', () => {
  test('picking a genre lets its eight movies in over three beats and re-sorts the list', async ({
    workbench,
  }) => {
    const { support, recommendations } = workbench;
    await workbench.open();
    await workbench.settled();
    // It comes after the first answer, and tells of what it has seen.
    await expect(workbench.narrator).toBeVisible();
    const before = await recommendations.items(20);

    await support.pickGenre('Comedy & Romance');
    const seen = new Set<number>();
    await expect
      .poll(
        async () => {
          const count = await support.rows.count();
          seen.add(count);
          return count;
        },
        { intervals: [60], timeout: 40_000 },
      )
      .toBe(8);
    await workbench.settled();
    expect([...seen].filter((count) => count > 0 && count < 8).length).toBeGreaterThanOrEqual(1);

    const scenario = (await catalogue()).itemsOf('comedy+romance');
    for (const { item, label } of await support.pairs()) {
      expect(label).toBe(1);
      expect(scenario.has(item)).toBe(true);
    }
    expect(await recommendations.items(20)).not.toEqual(before);
    const fresh = (await recommendations.items(20)).filter((item) => !before.includes(item)).length;
    await expect(workbench.narrator).toContainText(
      new RegExp(`^8 films of Comedy & Romance came in: .*\\b${fresh} of the first 20 are new`),
    );
    await support.pickGenre('Drama & War');
    await expect(support.root.getByTestId('arriving')).toBeVisible();
    // What was said of the genre before is not true of the one that comes in.
    expect(await workbench.narrator.textContent()).not.toContain('Comedy & Romance');
  });

  test('what moves under a resting pointer or takes over the focus previews nothing', async ({
    workbench,
    page,
  }) => {
    const { support, recommendations } = workbench;
    await workbench.open();
    await workbench.settled();
    const without = recommendations.root.locator('.ranked[data-without]');
    const [first, second, third, fourth] = await support.items();
    const remove = support.row(first).getByRole('button', { name: /^Remove / });
    await support.row(first).hover();
    await expect(without).toBeVisible();
    const { x, y, width, height } = (await remove.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
    await page.mouse.down();
    await page.mouse.up();
    await expect(support.row(first)).toHaveCount(0);
    // The next film's row lies under the pointer now, which nobody has moved: a browser says so itself
    // by events at the same place, which a hand of a test has to send.
    await page.mouse.move(x + width / 2, y + height / 2);
    await expect(support.row(second).locator('.tray-tools')).toHaveCSS('opacity', '1');
    await workbench.live();
    await page.waitForTimeout(1500);
    await expect(support.root.locator('[data-pointed]')).toHaveCount(0);
    await expect(without).toHaveCount(0);
    await page.mouse.move(x + width / 2 - 20, y + height / 2, { steps: 2 });
    await expect(support.row(second)).toHaveAttribute('data-pointed');
    await expect(without).toBeVisible();

    // By keyboard the focus goes to the next row, and previews it only once the visitor moves on.
    await page.mouse.move(5, 5);
    const press = (item: number) => support.row(item).getByRole('button', { name: /^Remove / });
    await press(second).focus();
    await page.keyboard.press('Enter');
    await expect(press(third)).toBeFocused();
    await workbench.live();
    await page.waitForTimeout(1500);
    await expect(support.root.locator('[data-pointed]')).toHaveCount(0);
    await expect(without).toHaveCount(0);
    // Brought back, a film that was pointed at as it went is not pointed at.
    await page.keyboard.press('Control+z');
    await expect(support.row(second)).toHaveCount(1);
    await workbench.live();
    await page.waitForTimeout(1500);
    await expect(without).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(support.row(fourth)).toHaveAttribute('data-pointed');
    await expect(without).toBeVisible();
  });

  test('a recommendation is added by its button, and leaves the list', async ({ workbench }) => {
    const { support, recommendations } = workbench;
    await workbench.open();
    await workbench.settled();
    const [first] = await recommendations.top(1);
    await recommendations.row(first.item).hover();
    await recommendations
      .row(first.item)
      .getByRole('button', { name: /^Add .* to liked$/ })
      .click();
    await expect(support.tray('Liked').locator(`[data-support="${first.item}"]`)).toBeVisible();
    await workbench.settled();
    const [second] = await recommendations.top(1);
    await recommendations.row(second.item).hover();
    await recommendations
      .row(second.item)
      .getByRole('button', { name: /^Add .* to disliked$/ })
      .click();
    await expect(support.tray('Disliked').locator(`[data-support="${second.item}"]`)).toBeVisible();
    await workbench.settled();
    expect(await recommendations.items(20)).not.toContain(first.item);
    expect(await recommendations.items(20)).not.toContain(second.item);
  });

  test('a recommendation is dragged by mouse into either tray, and between trays', async ({
    workbench,
  }) => {
    const { support, recommendations } = workbench;
    await workbench.open();
    await workbench.settled();
    const [first] = await recommendations.top(1);
    await recommendations.row(first.item).dragTo(support.tray('Liked'));
    await expect(support.row(first.item)).toHaveAttribute('data-label', '1');
    await workbench.settled();
    const [second] = await recommendations.top(1);
    await recommendations.row(second.item).dragTo(support.tray('Disliked'));
    await expect(support.row(second.item)).toHaveAttribute('data-label', '0');
    await support.row(first.item).dragTo(support.tray('Disliked'));
    await expect(support.row(first.item)).toHaveAttribute('data-label', '0');
  });

  test('the whole edit works by keyboard', async ({ workbench, page }) => {
    const { support, recommendations } = workbench;
    await workbench.open();
    await workbench.settled();
    const size = (await support.pairs()).length;

    // Rank 1 is where Tab stops; arrows go down the list.
    await recommendations.atRank(1).locator('.rank-pick').focus();
    await page.keyboard.press('ArrowDown');
    const second = (await recommendations.top(2))[1];
    await expect(recommendations.row(second.item).locator('.rank-pick')).toBeFocused();
    // Past the score, which explains itself, to the button that adds.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(support.row(second.item)).toHaveAttribute('data-label', '1');
    await workbench.settled();

    await support.addBySearch('Toy Story', { liked: false });
    const data = await catalogue();
    const toyStory = data.find('Toy Story', 1995);
    await expect(support.row(toyStory)).toHaveAttribute('data-label', '0');
    // A row that goes to the other tray leaves the focus in its panel.
    await support
      .row(toyStory)
      .getByRole('button', { name: 'Move Toy Story to liked' })
      .press('Enter');
    await expect(support.row(toyStory)).toHaveAttribute('data-label', '1');
    await expect(support.root.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await workbench.settled();
    // What the movie is for is said while the focus is on it, and no longer.
    const remove = support.row(toyStory).getByRole('button', { name: 'Remove Toy Story' });
    const leftOut = page.getByTestId('left-out');
    await remove.focus();
    await expect(leftOut).toHaveText(/^Without Toy Story the context moves by \d+% of its length/);
    await expect(recommendations.root.locator('.ranked')).toHaveAttribute('data-without');
    await support.search.focus();
    await expect(leftOut).toBeEmpty();
    await remove.press('Enter');
    await expect(support.row(toyStory)).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(support.row(toyStory)).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(support.rows).toHaveCount(size);
    await page.keyboard.press('Control+Shift+z');
    await expect(support.row(second.item)).toHaveCount(1);
  });

  test('names the genre only as long as one of its own films is there', async ({ workbench }) => {
    const { support } = workbench;
    const picker = support.root.locator('.genre-button');
    await workbench.open({ genre: 'drama.war' });
    await workbench.settled();
    await expect(picker).toContainText('Drama & War');
    await support.tool('Clear').click();
    await support.addBySearch('Toy Story');
    await workbench.settled();
    await expect(picker).toContainText('Your films');
    await support.pickGenre('Drama & War');
    await expect(picker).toContainText('Drama & War');
    await workbench.settled();
    await expect(support.rows).toHaveCount(8);
  });

  test('undo, redo, shuffle, clear and the way back to the genre’s own', async ({ workbench }) => {
    const { support, recommendations } = workbench;
    await workbench.open();
    await workbench.settled();
    const own = await support.items();
    const ownRanking = await recommendations.items(20);
    await expect(support.tool(/own support set/)).toBeDisabled();

    await support.remove(own[0]);
    await workbench.settled();
    expect(await support.items()).toEqual(own.slice(1));
    await support.tool('Undo').click();
    expect(await support.items()).toEqual(own);
    await support.tool('Redo').click();
    expect(await support.items()).toEqual(own.slice(1));
    await support.tool('Undo').click();

    // Eight movies fall into their old order once in 40,320 shuffles: three times never.
    const orders: number[][] = [];
    for (let k = 0; k < 3; k++) {
      await support.tool('Shuffle order').click();
      orders.push(await support.items());
    }
    expect(orders.some((order) => order.join() !== own.join())).toBe(true);
    for (const order of orders) expect([...order].sort()).toEqual([...own].sort());
    await workbench.settled();
    // A mean of the pairs does not see their order.
    expect(await recommendations.items(20)).toEqual(ownRanking);

    await support.tool('Clear').click();
    await expect(support.rows).toHaveCount(0);
    await workbench.settled();
    await expect(recommendations.root).toContainText('the ranking before any adaptation');
    expect(await recommendations.items(20)).not.toEqual(ownRanking);

    await support.tool(/own support set/).click();
    await workbench.settled();
    expect(await support.items()).toEqual(own);
    expect(await recommendations.items(20)).toEqual(ownRanking);
  });

  test('every edit costs one forward pass and no gradient step', async ({ workbench }) => {
    const { support } = workbench;
    await workbench.open();
    await workbench.settled();
    await support.addBySearch('Alien');
    await workbench.settled();
    const cost = support.root.locator('[data-forward-passes]');
    await expect(cost).toHaveAttribute('data-forward-passes', '1');
    await expect(cost).toHaveAttribute('data-gradient-steps', '0');
    await expect(cost).toContainText(/1 forward pass · 0 gradient steps · [\d.]+ m?s · \w+/);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap adds, removes and undoes', async ({ workbench }) => {
    const { support, recommendations } = workbench;
    await workbench.open();
    await workbench.settled();
    const [first] = await recommendations.top(1);
    await recommendations
      .row(first.item)
      .getByRole('button', { name: /^Add .* to liked$/ })
      .tap();
    await expect(support.row(first.item)).toHaveCount(1);
    await support
      .row(first.item)
      .getByRole('button', { name: /^Remove / })
      .tap();
    await expect(support.row(first.item)).toHaveCount(0);
    await support.tool('Undo').tap();
    await expect(support.row(first.item)).toHaveCount(1);
  });

  test('nothing is wider than the phone', async ({ workbench, page }) => {
    await workbench.open();
    await workbench.settled();
    const [content, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth,
    ]);
    expect(content).toBeLessThanOrEqual(window);
  });
});
