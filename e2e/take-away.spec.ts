/** What leaves the page: the ranking as a program, points of the map, and a link for a class. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { numberOf } from './pages/picture';
import { OWNERS } from './pages/workbench';

const runs = (page: Page) => page.locator('.import-runs');

async function program(page: Page, language: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await runs(page).getByRole('button', { name: 'Export as code' }).click();
  await page.getByRole('menuitem', { name: language }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

/** First numbers of the rows between `NAME = [` and the bracket's end. */
function films(text: string, name: string): number[] {
  const [, rows] = new RegExp(`${name} = \\[\\n([^]*?)\\n\\]`).exec(text)!;
  return [...rows.matchAll(/[[(](\d+), /g)].map(([, id]) => Number(id));
}

test('the ranking is saved as a program, in two languages', async ({ workbench, page }) => {
  const { support, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  await support.addBySearch('Toy Story', { liked: false });
  await workbench.settled();
  await expect(page).toHaveURL(/support=/);
  const liked = new URL(page.url()).searchParams.get('support')!.split('_');
  const shown = await recommendations.items(20);
  await workbench.openResearchers();
  const python = await program(page, 'Python (PyTorch)');
  const node = await program(page, 'JavaScript (Node)');
  await expect(runs(page).getByRole('status')).toContainText('The program is saved');
  for (const text of [python, node]) {
    expect(films(text, 'SUPPORT')).toEqual(liked.map((pair) => Number(pair.split('*')[0])));
    expect(films(text, 'PAGE')).toHaveLength(shown.length);
    expect(text).toContain('1, 0, "Toy Story"');
  }
  expect(films(node, 'PAGE')).toEqual(films(python, 'PAGE'));
});

interface MapPoint {
  task: string;
  group: string;
  x: number;
  y: number;
  context: number[];
}

test('points of the map are saved: all, those of a group, those in view', async ({
  workbench,
  page,
}) => {
  await workbench.open();
  await workbench.settled();
  const map = page.locator('#context .context-map');
  const save = async (format: string): Promise<string> => {
    const downloading = page.waitForEvent('download');
    await map.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('menuitem', { name: format }).click();
    return readFile(await (await downloading).path(), 'utf8');
  };
  const points = async (): Promise<MapPoint[]> =>
    JSON.parse(await save('Points in view, with contexts (JSON)')).points;
  await expect(map.locator('.map-legend')).toBeVisible();
  // Until the model has its own map, the recorded one is shown, in fewer digits.
  await expect(map.locator('[data-map-source="live"]')).toBeAttached();
  const all = await points();
  // The middle of a task's points is what the table has for it.
  const [name, , x, y] = (await workbench.context.table()).find(
    ([task]) => !OWNERS.includes(task),
  )!;
  const own = all.filter(({ task }) => task === name);
  const middle = (of: (point: MapPoint) => number) =>
    own.reduce((sum, point) => sum + of(point), 0) / own.length;
  expect(middle((point) => point.x)).toBeCloseTo(numberOf(x), 2);
  expect(middle((point) => point.y)).toBeCloseTo(numberOf(y), 2);

  await map.locator('.map-legend').getByRole('radio', { name: 'horror' }).click();
  const horror = await points();
  expect(horror).toEqual(all.filter(({ group }) => group === 'horror'));
  expect(horror.length).toBeGreaterThan(0);
  const csv = (await save('Points in view, with contexts (CSV)')).trim().split('\n');
  expect(csv).toHaveLength(1 + horror.length);
  expect(csv[0]).toMatch(/task,group,x,y,c1,c2/);
  expect(csv[0].split(',')).toHaveLength(4 + horror[0].context.length);

  await map.getByRole('button', { name: 'Zoom in' }).click();
  await map.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await points()).length).toBeLessThan(horror.length);
});

test('a link for a class opens to the same page, and the server is told nothing of it', async ({
  workbench,
  page,
  context,
}) => {
  const { support, recommendations } = workbench;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.open({ genre: 'war', backend: 'wasm' });
  await workbench.settled();
  await support.addBySearch('Toy Story', { liked: false });
  await workbench.settled();
  await page.getByRole('button', { name: 'Pin this ranking' }).click();
  await page.locator('#backbone .cell-grid').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('#backbone .figure-editor input[type=range]').press('End');
  await workbench.settled();
  await expect(page).toHaveURL(/support=.*hold=.*pin=/);
  const pairs = await support.pairs();
  const ranking = await recommendations.items(20);
  await page.getByRole('button', { name: 'Copy a link to what you see now' }).click();
  await page.getByRole('button', { name: 'Copy a link for a class' }).click();
  await expect(workbench.notice('copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).search).toBe('');
  expect(new URL(link).hash).toContain('support=');

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('about:blank');
  await page.goto(link);
  await workbench.settled();
  expect(await support.pairs()).toEqual(pairs);
  await expect(page.locator('.intervention-bar')).toContainText('1 value');
  await expect(page.getByRole('button', { name: 'Unpin the ranking' })).toBeVisible();
  await workbench.live();
  expect(await recommendations.items(20)).toEqual(ranking);
  // What is changed stays behind the mark, and a page loaded again sends nothing of it either.
  await support.remove(pairs[0].item);
  await workbench.settled();
  await expect.poll(() => page.url()).not.toBe(link);
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await workbench.settled();
  expect(await support.pairs()).toEqual(pairs.slice(1));
  const told = asked.map((url) => new URL(url.split('#')[0]).search);
  expect(told.filter((query) => /support|genre|war/.test(query))).toEqual([]);
});
