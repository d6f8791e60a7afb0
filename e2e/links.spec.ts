import { expect, test } from './fixtures';

test('the address holds the support set, and opens it again', async ({ workbench, page }) => {
  const { support, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  await support.addBySearch('Toy Story', { liked: false });
  await workbench.settled();
  await expect(page).toHaveURL(/support=/);
  const pairs = await support.pairs();
  const ranking = await recommendations.items(20);

  await page.goto('about:blank');
  await page.goBack();
  await workbench.settled();
  expect(await support.pairs()).toEqual(pairs);
  expect(await recommendations.items(20)).toEqual(ranking);
});

test('back and forward travel through edits', async ({ workbench, page }) => {
  const { support } = workbench;
  await workbench.open();
  await workbench.settled();
  const own = await support.items();
  await support.remove(own[0]);
  await expect(page).toHaveURL(/support=/);
  await support.remove(own[1]);
  await workbench.settled();
  await page.waitForTimeout(400);
  await page.goBack();
  await expect(support.row(own[1])).toHaveCount(1);
  await page.goForward();
  await expect(support.row(own[1])).toHaveCount(0);
});

test('parameters that make no sense are named, and the rest goes on', async ({
  workbench,
  page,
}) => {
  await page.goto(
    './?setting=bogus&seed=-4&variant=mean.dot.film&support=1_x&backend=abacus&wat=1',
  );
  await workbench.settled();
  const lines = workbench.notice('address');
  await expect(lines.filter({ hasText: 'setting=bogus' })).toBeVisible();
  await expect(lines.filter({ hasText: 'seed=-4' })).toBeVisible();
  await expect(lines.filter({ hasText: 'support=1_x' })).toBeVisible();
  await expect(lines.filter({ hasText: 'backend=abacus' })).toBeVisible();
  await expect(workbench.setting('Genre')).toBeChecked();
  await expect(workbench.support.rows).toHaveCount(8);
});

test('a genre and movies that the data does not have are named', async ({ workbench }) => {
  await workbench.goto({ genre: 'cookery', support: '1_99999999', movie: '88888888' });
  await workbench.settled();
  await expect(workbench.notice('address-genre')).toContainText('cookery');
  await expect(workbench.notice('address-movies')).toBeVisible();
  await expect(workbench.notice('address-movie')).toContainText('88888888');
  await expect(workbench.support.rows).toHaveCount(1);
});

test('?embed leaves header and lessons out', async ({ workbench, page }) => {
  await workbench.open({ embed: '1' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0);
  await expect(workbench.support.root).toBeVisible();
  await expect(page.locator('article')).toHaveCount(0);
});

test('?hide leaves out the panels that it names', async ({ workbench, page }) => {
  await workbench.open({ hide: 'training.race.header' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0);
  await workbench.openResearchers();
  await expect(page.locator('#lab')).toBeVisible();
  await expect(page.locator('#training')).toHaveCount(0);
  await expect(page.locator('#race')).toHaveCount(0);
});
