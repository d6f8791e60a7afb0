/** The search field by mouse and by finger: what the keyboard does, every other hand does too. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Workbench } from './pages/workbench';

const option = (page: Page, title: string): Locator =>
  page.locator('.search-result').filter({ hasText: title }).first();

async function open(workbench: Workbench): Promise<Workbench['support']> {
  await workbench.open();
  await workbench.settled();
  return workbench.support;
}

/** Types `title`, and gives its row and its movie once the list is there. */
async function find({ support, page }: Workbench, title: string, touch: boolean) {
  await (touch ? support.search.tap() : support.search.click());
  await page.keyboard.insertText(title);
  const row = option(page, title);
  await expect(row).toBeVisible();
  return { row, item: Number(await row.getAttribute('data-movie')) };
}

type Press = (page: Page, target: Locator) => Promise<void>;

/** At the middle of what is seen, whatever lies there. */
const byMouse: Press = async (page, target) => {
  const box = (await target.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};
const byFinger: Press = async (page, target) => {
  const box = (await target.boundingBox())!;
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
};

function everyPress(press: Press, touch: boolean): void {
  test('the title, plus and minus of a result each do what they say', async ({
    workbench,
    page,
  }) => {
    const support = await open(workbench);
    for (const [title, part, label] of [
      ['Big Fish', '.search-title', '1'],
      ['Grease', '.search-add i:not(.minus)', '1'],
      ['Waterworld', '.search-add .minus', '0'],
    ]) {
      const { row, item } = await find(workbench, title, touch);
      await press(page, row.locator(part));
      await expect(support.row(item)).toHaveAttribute('data-label', label);
      await expect(page.locator('.search-popup')).toHaveCount(0);
      await expect(support.search).toHaveValue('');
    }
  });

  test('a press elsewhere closes the list and adds nothing', async ({ workbench, page }) => {
    const support = await open(workbench);
    const before = await support.items();
    await find(workbench, 'star', touch);
    await press(page, support.root.getByRole('heading', { level: 2 }));
    await expect(page.locator('.search-popup')).toHaveCount(0);
    expect(await support.items()).toEqual(before);
  });
}

test.describe('by mouse', () => {
  everyPress(byMouse, false);

  test('a result is dragged into a tray', async ({ workbench, page }) => {
    const support = await open(workbench);
    const { row, item } = await find(workbench, 'Big Fish', false);
    const from = (await row.locator('.search-title').boundingBox())!;
    const to = (await support.tray('Disliked').boundingBox())!;
    await page.mouse.move(from.x + 40, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y - 20, { steps: 4 });
    await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 6 });
    await page.mouse.up();
    await expect(support.row(item)).toHaveAttribute('data-label', '0');
    await expect(page.locator('.search-popup')).toHaveCount(0);
  });

  test('the whole list is in sight, above the field where that has more room', async ({
    workbench,
    page,
  }) => {
    await open(workbench);
    for (const height of [900, 720]) {
      await page.setViewportSize({ width: 1440, height });
      await find(workbench, 'the', false);
      const popup = (await page.locator('.search-popup').boundingBox())!;
      expect(popup.y).toBeGreaterThanOrEqual(0);
      expect(popup.y + popup.height).toBeLessThanOrEqual(height);
      await page.keyboard.press('Escape');
    }
  });
});

test('slips of the hand find near titles, and say that they are only near', async ({
  workbench,
  page,
}) => {
  const support = await open(workbench);
  await support.search.fill('matirx');
  const popup = page.locator('.search-popup');
  await expect(popup.locator('.search-none')).toHaveText(
    'No title matches “matirx”. These titles are near:',
  );
  await expect(popup.locator('.search-result').first()).toContainText('The Matrix 1999');
  await support.search.fill('sci fi');
  await expect(popup).toContainText('It is a genre: pick it in the genre picker, or here:');
  await popup.getByRole('button', { name: 'Sci-Fi', exact: true }).click();
  await expect(popup).toHaveCount(0);
  await expect(support.root.locator('.genre-button')).toContainText('Sci-Fi');
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  everyPress(byFinger, true);

  test('the list says what a finger does, and names no keys', async ({ workbench, page }) => {
    await open(workbench);
    await find(workbench, 'Big Fish', true);
    await expect(page.locator('.search-foot')).toContainText('Tap a title: liked');
    await expect(page.locator('.search-foot')).not.toContainText('Enter');
  });

  test('a result is dragged into a tray', async ({ workbench, page }) => {
    const support = await open(workbench);
    const { row, item } = await find(workbench, 'Big Fish', true);
    const from = (await row.boundingBox())!;
    const session = await page.context().newCDPSession(page);
    const touch = (type: string, x?: number, y?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type: type as 'touchMove',
        touchPoints: x === undefined ? [] : [{ x, y: y! }],
      });
    await touch('touchStart', from.x + 80, from.y + from.height / 2);
    await expect(page.locator('.touch-ghost')).toBeVisible();
    const to = (await support.tray('Disliked').boundingBox())!;
    await touch('touchMove', to.x + 90, to.y + to.height / 2 - 10);
    await touch('touchMove', to.x + 90, to.y + to.height / 2);
    await expect(support.tray('Disliked')).toHaveAttribute('data-drop-target', 'true');
    await touch('touchEnd');
    await expect(support.row(item)).toHaveAttribute('data-label', '0');
    await expect(page.locator('.search-popup')).toHaveCount(0);
  });
});

test('Enter means what is typed, though the list may still be that of the letters before', async ({
  workbench,
  page,
}) => {
  const support = await open(workbench);
  await find(workbench, 'Toy', false);
  await expect(page.locator('.search-result').first()).toContainText('Toy Story');
  // The field follows at once, the list only with the next task: the key comes in between.
  await support.search.evaluate(async (field: HTMLInputElement) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    set!.call(field, 'Toys');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await Promise.resolve();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })); // prettier-ignore
  });
  await expect(support.rows.filter({ hasText: /Toys\s*1992/ })).toHaveCount(1);
  await expect(support.rows.filter({ hasText: 'Toy Story' })).toHaveCount(0);
});

test('a long list says that it scrolls, and a long title keeps its year', async ({
  workbench,
  page,
}) => {
  await workbench.open();
  await workbench.settled();
  await find(workbench, 'star', false);
  await expect(page.locator('.search-foot')).toContainText(/^\d+ titles: scroll/);
  const inside = await page.locator('.search-result').evaluateAll((rows) =>
    rows.every((row) => {
      const [title, year] = ['.search-title', 'small'].map((part) =>
        row.querySelector(part)!.getBoundingClientRect(),
      );
      return year.right <= title.right + 1;
    }),
  );
  expect(inside).toBe(true);
});
