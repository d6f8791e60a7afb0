import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from './fixtures';

const FILMS: [title: string, year: number, stars: number][] = [
  ['The Matrix', 1999, 5], ['Pulp Fiction', 1994, 4.5], ['Forrest Gump', 1994, 2], ['Toy Story', 1995, 3.5],
  ['Jurassic Park', 1993, 3], ['Fight Club', 1999, 5], ['Alien', 1979, 5], ['Blade Runner', 1982, 4.5],
  ['Titanic', 1997, 1.5], ['Shrek', 2001, 2.5], ['Gladiator', 2000, 3], ['Memento', 2000, 4.5],
  ['Amélie', 2001, 4], ['Se7en', 1995, 4.5], ['Braveheart', 1995, 2], ['Independence Day', 1996, 1],
]; // prettier-ignore
const letterboxd = Buffer.from(
  zipSync({
    'letterboxd-ann/ratings.csv': Buffer.from(
      [
        'Date,Name,Year,Letterboxd URI,Rating',
        ...FILMS.map(
          ([title, year, stars]) => `2023-01-01,${title},${year},https://boxd.it/x,${stars}`,
        ),
        '2023-01-01,A Film That Is Nowhere,1998,https://boxd.it/y,3',
      ].join('\n'),
    ),
    'letterboxd-ann/watched.csv': Buffer.from(
      'Date,Name,Year,Letterboxd URI\n2023-01-01,Up,2009,x\n',
    ),
    'letterboxd-ann/profile.csv': Buffer.from('Date Joined,Username\n2020-01-01,ann\n'),
  }),
);

test('a Letterboxd export becomes the visitor’s support set, and the model is tested on the rest', async ({
  workbench,
  page,
}) => {
  test.slow();
  await workbench.open();
  await workbench.openResearchers();
  const panel = page.locator('#import');
  await panel.scrollIntoViewIfNeeded();
  await panel
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'letterboxd.zip', mimeType: 'application/zip', buffer: letterboxd });
  await expect(panel).toContainText('one person’s list', { timeout: 30_000 });
  await panel.getByRole('button', { name: 'Use as my support set' }).click();
  const taste = panel.getByRole('region', { name: 'My taste' });
  await expect(taste).toContainText('17 films in 17 lines');
  await taste.getByText('1 film that this catalogue does not have').click();
  await expect(taste).toContainText('A Film That Is Nowhere (1998)');
  // How many are kept back is said before anything is pressed.
  await expect(taste).toContainText('12 will be your support set, 4 are kept back');
  await taste.getByRole('button', { name: /^Take these 1\d films$/ }).click();
  await expect(page).toHaveURL(/setting=newcomer/);
  await expect(page.getByTestId('narrator')).toHaveText('12 films of yours are the support set.', { timeout: 60_000 }); // prettier-ignore
  await expect(page.locator('#support-set').getByRole('link', { name: 'Have a Letterboxd or IMDb list?' })).toHaveAttribute('href', '#import'); // prettier-ignore
  await expect(taste).toContainText(
    /On 4 films that you rated and we kept from the model, it was [\d.]+ stars off/,
    { timeout: 60_000 },
  );
  await expect(taste).toContainText(/average person, .* is [\d.]+ stars off/);
  await expect(taste.getByRole('row')).toHaveCount(5);
  await expect(page.locator('#support-set')).toContainText('Titanic');
});

test('a pasted list is matched, and asks which film is meant', async ({ workbench, page }) => {
  test.slow();
  await workbench.open();
  await workbench.openResearchers();
  const panel = page.locator('#import');
  await panel.scrollIntoViewIfNeeded();
  await panel.getByText('Or paste a list of films').click();
  await panel
    .getByLabel(/One film a line/)
    .fill(
      'Matrix, The (1999), 5\nAlien (1979), 9/10\nPsycho, 4\nTitanic (1997)\nMatrix (1999), 4\n',
    );
  // What was written as a list of films is read as one: nobody is asked.
  await panel.getByRole('button', { name: 'Look for these films' }).click();
  const taste = panel.getByRole('region', { name: 'My taste' });
  await expect(taste).toContainText('films in 5 lines', { timeout: 30_000 });
  // Who writes a film down without a rating likes it, and reads that it is taken so.
  const liked = taste.getByRole('group').filter({ hasText: 'Without a rating' });
  await liked.locator('summary').click();
  await expect(liked.getByRole('listitem')).toHaveText(['Titanic (1997)']);
  const twice = taste.getByRole('group').filter({ hasText: 'another line names the same film' });
  await expect(twice.locator('li')).toHaveCount(1);
  await taste.getByLabel('Psycho').selectOption({ index: 1 });
  await taste.getByRole('button', { name: 'Take these 4 films' }).click();
  await expect(taste).toContainText('fewer than 8 rated films');
  await expect(page.locator('#support-set')).toContainText('Psycho', { timeout: 30_000 });
});

test('lines as people write them are found, and nothing is offered where nothing is', async ({
  workbench,
  page,
}) => {
  await workbench.open();
  await workbench.openResearchers();
  const panel = page.locator('#import');
  await panel.scrollIntoViewIfNeeded();
  await panel.getByText('Or paste a list of films').click();
  const field = panel.getByLabel(/One film a line/);
  const look = panel.getByRole('button', { name: 'Look for these films' });
  const taste = panel.getByRole('region', { name: 'My taste' });
  await expect(panel.locator('.import-forms')).toContainText('Heat ★★★★');
  await field.fill('Toy Story 1995\nAmelie 4.5\nThe Matrix - 5\nInception 2010 5\nApollo 13');
  await look.click();
  await expect(taste).toContainText('5 films in 5 lines. 5 of them are in this catalogue.');
  await field.fill('Fargo');
  await look.click();
  await expect(taste).toContainText('1 film in 1 line. 1 of them is in this catalogue.');
  await expect(taste.getByRole('button', { name: 'Take this film' })).toBeVisible();
  await field.fill('El padrino');
  await look.click();
  await expect(taste).toContainText('there is nothing to take');
  await expect(taste.getByRole('button', { name: /^Take/ })).toHaveCount(0);
});

test('one person’s table is offered as a support set', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.openResearchers();
  const panel = page.locator('#import');
  await panel.scrollIntoViewIfNeeded();
  await panel
    .locator('input[type=file]')
    .first()
    .setInputFiles(join(import.meta.dirname, '../tests/data/import/cases/one-person.csv'));
  await expect(panel).toContainText('one-person.csv is one person’s list', { timeout: 30_000 });
  await panel.getByRole('button', { name: 'Use as my support set' }).click();
  await expect(panel).toContainText('300 films in 300 lines');
});
