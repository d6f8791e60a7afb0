import { expect, test } from './fixtures';
import { numberOf } from './pages/picture';

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, k) => value - b[k]));

test('the visitor’s point travels to the middle of the genre that streams in', async ({
  workbench,
}) => {
  await workbench.open({ genre: 'horror.sci-fi' });
  await workbench.settled();
  const start = await workbench.ownPoint();
  await workbench.support.pickGenre('Comedy & Romance');
  await expect(workbench.support.rows).toHaveCount(8, { timeout: 20_000 });
  await workbench.settled();
  const end = await workbench.ownPoint();
  expect(distance(start, end)).toBeGreaterThan(0);

  const rows = await workbench.context.table();
  const middle = (name: string): number[] => {
    const row = rows.find(([genre]) => genre === name);
    if (!row) throw new Error(`${name} is not on the map`);
    return row.slice(2).map(numberOf);
  };
  const toComedy = distance(end, middle('Comedy & Romance'));
  const toHorror = distance(end, middle('Horror & Sci-Fi'));
  expect(toComedy).toBeLessThan(toHorror);
  expect(distance(start, middle('Horror & Sci-Fi'))).toBeLessThan(
    distance(start, middle('Comedy & Romance')),
  );
});

test('the trail grows with every edit', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.settled();
  const steps = page.locator('.map-step');
  const before = await steps.count();
  await workbench.support.addBySearch('Toy Story');
  await workbench.settled();
  await expect(steps).toHaveCount(before + 1);
});

test('gamma and beta change with the selected movie and with the support set', async ({
  workbench,
  page,
}) => {
  const { support, recommendations, backbone } = workbench;
  await workbench.open();
  await workbench.settled();
  const first = await backbone.table();
  const layers = new Set(first.map(([layer]) => layer));
  expect([...layers]).toEqual(['1', '2', '3']);
  expect(new Set(first.map(([, , what]) => what))).toEqual(new Set(['gamma', 'beta']));
  const gammas = first.filter(([, , what]) => what === 'gamma').map((row) => numberOf(row[3]));
  expect(gammas.every(Number.isFinite)).toBe(true);
  expect(new Set(gammas).size).toBeGreaterThan(10);

  const fifth = (await recommendations.top(5))[4];
  await recommendations.row(fifth.item).locator('.rank-pick').click();
  await expect(page.locator('#backbone')).toContainText('The network, rewired for');
  await workbench.settled();
  const other = await backbone.table();
  expect(other).not.toEqual(first);

  await support.addBySearch('Toy Story', { liked: false });
  await workbench.settled();
  expect(await backbone.table()).not.toEqual(other);
});

test('weights of the routes into every module sum to 1, and differ between support sets', async ({
  workbench,
}) => {
  const { support, backbone } = workbench;
  await workbench.open({ variant: 'mean.dot.soft', view: 'routes' });
  await workbench.settled();

  const readRoutes = async (): Promise<number[]> => {
    const rows = await backbone.table();
    const into = new Map<string, number>();
    for (const [from, to, weight] of rows) {
      const target = `${from.split('.')[0]} to ${to}`;
      into.set(target, (into.get(target) ?? 0) + numberOf(weight));
    }
    expect(into.size).toBeGreaterThanOrEqual(9);
    for (const [target, sum] of into) expect(sum, target).toBeCloseTo(1, 2);
    return rows.map((row) => numberOf(row[2]));
  };

  const horror = await readRoutes();
  await support.tool('Clear').click();
  await support.addBySearch('Toy Story');
  await workbench.settled();
  const toys = await readRoutes();
  expect(Math.max(...horror.map((weight, k) => Math.abs(weight - toys[k])))).toBeGreaterThan(0.01);
});

test('a picture is saved as SVG and its table as CSV', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.settled();
  const panel = page.locator('#backbone');
  for (const [format, ending] of [
    ['Picture (SVG)', '.svg'],
    ['Table (CSV)', '.csv'],
  ]) {
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    expect((await download).suggestedFilename()).toContain(ending);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('cells out of sight are not computed, and are those of the list once in sight', async ({
    workbench,
    page,
  }) => {
    await page.addInitScript(() => {
      const send = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (this: Worker, ...all: unknown[]) {
        const { call } = all[0] as { call?: string };
        const { dataset } = document.documentElement;
        if (call === 'modulationViews') dataset.asked = String(Number(dataset.asked ?? 0) + 1);
        return send.apply(this, all as Parameters<typeof send>);
      };
    });
    const { support, backbone } = workbench;
    const asked = () => page.evaluate(() => Number(document.documentElement.dataset.asked ?? 0));
    await workbench.open();
    await workbench.settled();
    await expect(page.locator('#backbone')).not.toBeInViewport();
    const before = await asked();
    await support.tool('Clear').click();
    await workbench.settled();
    await expect(page.locator('#backbone [data-behind]')).toHaveCount(1);
    expect(await asked()).toBe(before);
    const empty = await backbone.table();
    expect(await asked()).toBeGreaterThan(before);
    await support.tool(/^Undo/).click();
    await workbench.settled();
    expect(await backbone.table()).not.toEqual(empty);
  });
});

test('a saved PNG is drawn in the font of the page', async ({ workbench, page }) => {
  await page.addInitScript(() => {
    const shared = window as unknown as { drawn: Promise<string>[] };
    shared.drawn = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object) => {
      if (object instanceof Blob && object.type.startsWith('image/svg')) {
        shared.drawn.push(object.text());
      }
      return make(object);
    };
  });
  await workbench.open();
  await workbench.settled();
  await page.locator('#context').getByRole('button', { name: 'Save' }).first().click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /PNG/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.png$/);
  const [svg] = await page.evaluate(() =>
    Promise.all((window as unknown as { drawn: Promise<string>[] }).drawn),
  );
  expect(svg).toMatch(/@font-face \{[^}]*Inter Variable[^}]*data:[\w/-]*woff2;base64,/);
  // Fonts that the picture does not name stay out of it.
  expect(svg).not.toContain('KaTeX');
});
