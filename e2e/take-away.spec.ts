/** What leaves the page: the ranking as a program, and a link for a class. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

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
  await expect(page.locator('.held-bar')).toContainText('1 value');
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
