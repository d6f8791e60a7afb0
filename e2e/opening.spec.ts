import { expect, test } from './fixtures';
import { chapter, choose, loved, opening, people } from './pages/opening';

test.use({ returning: false });

interface Watched {
  settings: string[];
}

/** Runs in the page before it: notes every setting that the header shows. */
function watchSettings(): void {
  const page = window as unknown as Watched;
  page.settings = [];
  const look = (): void => {
    const chosen = document.querySelector('header [role="radio"][aria-checked="true"]');
    const name = chosen?.textContent;
    if (name && page.settings.at(-1) !== name) page.settings.push(name);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

test.describe('a first visit', () => {
  test('begins with a stranger, who is guessed, and goes on with films of one’s own', async ({
    page,
    workbench,
    checkAccessibility,
  }) => {
    const [person] = await people();
    await page.addInitScript(watchSettings);
    await workbench.goto();
    // The question, both ways past it and the workbench are there before any model is.
    await expect(opening(page).getByRole('heading', { level: 2 })).toContainText(
      'A stranger loved',
    );
    await expect(opening(page).getByRole('button', { name: 'Skip' })).toBeVisible();
    await expect(page.locator('#support-set')).toBeInViewport();
    await choose(page, loved(person.asked), (film) => film.click());
    await checkAccessibility('the opening');

    await opening(page).getByRole('button', { name: 'Let it guess' }).click();
    await expect(chapter(page, 'outcome')).toBeFocused();
    await expect(chapter(page, 'outcome')).toContainText('You found 3 of the 3.');
    // The workbench is given the four films, and what the model says of them turns live.
    await workbench.live();
    const rated = await workbench.support.pairs();
    expect(rated.map(({ label }) => label)).toEqual(person.shown.map(({ stars }) => stars));
    await expect(opening(page).locator('[data-source="live"]')).toBeVisible();
    await expect(page.locator('#support-set')).toContainText('These ratings are the stranger’s');
    await expect(page.locator('#context .map-own')).toContainText('the stranger');
    await expect(opening(page).locator('.mark-right').first()).toBeVisible();
    await checkAccessibility('the outcome');

    await opening(page).getByRole('button', { name: 'Your turn' }).click();
    await expect(chapter(page, 'shelf')).toBeFocused();
    await workbench.settled();
    await choose(page, ['Alien', 'The Matrix', 'The Terminator'], (film) => film.click());
    await expect(workbench.support.rows).toHaveCount(3);
    await expect(chapter(page, 'shelf')).toContainText('That is all it needs');
    await workbench.settled();
    await expect(workbench.narrator).toContainText('of the first 20');
    await checkAccessibility('the shelf');
    // The setting changes once, with the guess that asks for it, and stays for the visitor's own films.
    await expect(workbench.setting('New visitor')).toBeChecked();
    const settings = await page.evaluate(() => (window as unknown as Watched).settings);
    expect(settings).toEqual(['Genre', 'New visitor']);

    // Whoever has played is not asked again.
    await page.goto('about:blank');
    await workbench.open();
    await expect(opening(page)).toHaveCount(0);
  });

  test('can be skipped by keyboard from the first frame', async ({ page, workbench }) => {
    await workbench.goto();
    await opening(page).getByRole('button', { name: 'Skip' }).press('Enter');
    await expect(opening(page)).toHaveCount(0);
    await workbench.live();
    await expect(workbench.support.rows).toHaveCount(8);
    await workbench.open();
    await expect(opening(page)).toHaveCount(0);
  });

  test('takes the stranger’s ratings back when it is skipped', async ({ page, workbench }) => {
    const [person] = await people();
    await workbench.open();
    const own = await workbench.support.pairs();
    await choose(page, loved(person.asked), (film) => film.click());
    await opening(page).getByRole('button', { name: 'Let it guess' }).click();
    await expect(workbench.support.rows).toHaveCount(person.shown.length);
    await workbench.live();
    await opening(page).getByRole('button', { name: 'Skip' }).click();
    await expect(workbench.setting('Genre')).toBeChecked();
    await workbench.settled();
    expect(await workbench.support.pairs()).toEqual(own);
    await workbench.setting('New visitor').click();
    await workbench.settled();
    await expect(workbench.support.rows).toHaveCount(0);
  });

  test('gives films of the shelf five stars of a new visitor', async ({ page, workbench }) => {
    const [person] = await people();
    await workbench.open();
    await choose(page, loved(person.asked), (film) => film.click());
    await opening(page).getByRole('button', { name: 'Let it guess' }).click();
    await opening(page).getByRole('button', { name: 'Your turn' }).click();
    await expect(chapter(page, 'shelf')).toBeFocused();
    await workbench.settled();
    await choose(page, ['Alien', 'The Matrix', 'The Terminator'], (film) => film.click());
    await expect(chapter(page, 'shelf')).toContainText('That is all it needs');
    await workbench.settled();
    expect((await workbench.support.pairs()).map(({ label }) => label)).toEqual([5, 5, 5]);
  });

  test('says that going on without a film leads to a genre, and goes there', async ({
    page,
    workbench,
  }) => {
    const [person] = await people();
    await workbench.open();
    await choose(page, loved(person.asked), (film) => film.click());
    await opening(page).getByRole('button', { name: 'Let it guess' }).click();
    await workbench.live();
    await opening(page).getByRole('button', { name: 'Your turn' }).click();
    const goOn = opening(page).locator('.shelf .guess-go button');
    await expect(goOn).toHaveText('Go on with a genre');
    await choose(page, ['Alien'], (film) => film.click());
    await expect(goOn).toHaveText('Go on with the whole page');
    const film = opening(page).getByRole('button', { name: 'Alien (1979)' });
    await film.click();
    await expect(film).toHaveAttribute('aria-pressed', 'false');
    await expect(goOn).toHaveText('Go on with a genre');
    await goOn.click();
    await expect(opening(page)).toHaveCount(0);
    await expect(workbench.setting('Genre')).toBeChecked();
    await expect(page.locator('.genre-button')).toBeFocused();
  });

  test('leaves for a genre', async ({ page, workbench }) => {
    await workbench.open();
    await opening(page).getByRole('button', { name: 'Pick a genre' }).click();
    await expect(page.getByRole('searchbox', { name: 'Find a genre' })).toBeFocused();
    await expect(opening(page)).toHaveCount(0);
  });

  test('lets the workbench be used at once', async ({ page, workbench }) => {
    await workbench.open();
    await workbench.support.addBySearch('Toy Story');
    await workbench.settled();
    await expect(workbench.support.rows).toHaveCount(9);
    await expect(opening(page)).toBeVisible();
  });

  for (const parameters of [{ embed: '1' }, { genre: 'comedy.romance' }, { lesson: 'film' }]) {
    const [name] = Object.keys(parameters);
    test(`has no opening where the address says something: ${name}`, async ({
      page,
      workbench,
    }) => {
      await workbench.open(parameters as unknown as Record<string, string>);
      await expect(opening(page)).toHaveCount(0);
    });
  }
});

/** Words of the elements that are broken over lines. */
const brokenWords = (all: Element[]): string[] =>
  all.flatMap((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      for (const word of text.data.matchAll(/[^\s-]+/g)) {
        const range = new Range();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ y }) => Math.round(y)));
        if (lines.size > 1) broken.push(word[0]);
      }
    }
    return broken;
  });

for (const [width, height] of [
  [390, 844],
  [320, 568],
]) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width, height } });

    test('nothing moves below the finger, and the outcome has whole names and totals', async ({
      page,
      workbench,
    }) => {
      const [person] = await people();
      await workbench.goto();
      const go = opening(page).getByRole('button', { name: 'Let it guess' });
      const place = async () => (await go.boundingBox())!.y;
      await expect(go).toBeVisible();
      const before = await place();
      await choose(page, [person.asked[0].title, ...loved(person.asked).slice(1)], (film) => film.tap()); // prettier-ignore
      await workbench.live();
      expect(await place()).toBe(before);
      await go.tap();
      await expect(chapter(page, 'outcome')).toBeFocused();
      const table = opening(page).locator('.outcome-films');
      const heads = table.locator('thead th');
      await expect(heads).toHaveText([
        /^Their stars/,
        /^You/,
        /^The model/,
        /^What everybody likes/,
      ]);
      for (const source of ['recorded', 'live']) {
        if (source === 'live') await expect(table.locator('[data-source="live"]')).toBeVisible();
        expect(await heads.evaluateAll(brokenWords), source).toEqual([]);
        const rows = table.locator('tbody th, tfoot :is(th, td)');
        expect(await rows.evaluateAll(brokenWords), source).toEqual([]);
        const over = await table.evaluate(
          (one) => one.scrollWidth - one.parentElement!.clientWidth,
        );
        expect(over, source).toBeLessThanOrEqual(0);
      }
      const totals = table.locator('tfoot td [aria-hidden]');
      await expect(totals).toHaveText(
        await chapter(page, 'outcome').evaluate((title) =>
          [...title.textContent.matchAll(/found (\d)(?! of the)|found (\d) of the/g)].map(
            ([, a, b]) => `${a ?? b}/3`,
          ),
        ),
      );
      await expect(totals).toHaveCount(3);
    });
  });
}

for (const width of [390, 320]) {
  test.describe(`${width} px wide`, () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width, height: 640 } });

    test('a row that goes on sideways shows a card that is cut', async ({ page, workbench }) => {
      await workbench.goto();
      const cards = opening(page).locator('.guess .film-choice');
      await expect(cards).toHaveCount(6);
      const parts = await cards.evaluateAll((all) => {
        const { right } = all[0].parentElement!.getBoundingClientRect();
        return all.map((card) => {
          const box = card.getBoundingClientRect();
          return (Math.min(box.right, right) - box.left) / box.width;
        });
      });
      const cut = parts.filter((part) => part < 1)[0];
      expect(cut).toBeGreaterThan(0.3);
      expect(cut).toBeLessThan(0.7);
    });
  });
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the stranger is guessed, and nothing is wider than the phone', async ({
    page,
    workbench,
  }) => {
    const [person] = await people();
    await workbench.goto();
    await choose(page, loved(person.asked), (film) => film.tap());
    await opening(page).getByRole('button', { name: 'Let it guess' }).tap();
    await expect(chapter(page, 'outcome')).toContainText('You found 3 of the 3.');
    await workbench.live();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBe(390);
    await opening(page).getByRole('button', { name: 'Your turn' }).tap();
    await workbench.settled();
    await choose(page, ['Alien'], (film) => film.tap());
    await expect(workbench.support.rows).toHaveCount(1);
    expect(await wide()).toBe(390);
  });
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('no card flies', async ({ page, workbench }) => {
    const [person] = await people();
    await workbench.open();
    await choose(page, loved(person.asked), (film) => film.press('Space'));
    await opening(page).getByRole('button', { name: 'Let it guess' }).press('Enter');
    await expect(page.locator('.film-flying')).toHaveCount(0);
    await expect(chapter(page, 'outcome')).toBeFocused();
  });
});
