import { expect, test } from './fixtures';

/** A MovieLens-like release with more films of each kind than a scenario needs. */
function release(users: number, each: number) {
  const films = Array.from({ length: 300 }, (_, k) => {
    const genres = k % 2 === 0 ? 'Horror|Sci-Fi' : 'Comedy|Romance';
    return `${k + 1},"Film ${k + 1}, The <b>Bold</b> (19${50 + (k % 50)})",${genres}`;
  });
  const ratings = Array.from({ length: users * each }, (_, n) => {
    const user = Math.floor(n / each);
    const film = ((user % 2) + 2 * ((n * 7) % 150)) % 300;
    return `${user + 1},${film + 1},${3 + (n % 5) / 2},1000`;
  });
  const file = (name: string, lines: string[]) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  });
  return {
    ratings: file('ratings.csv', ['userId,movieId,rating,timestamp', ...ratings]),
    movies: file('movies.csv', ['movieId,title,genres', ...films]),
  };
}

test('a MovieLens release is read, kept and opened', async ({ workbench, page }) => {
  await workbench.open();
  const panel = page.locator('#import');
  await panel.scrollIntoViewIfNeeded();
  const { ratings, movies } = release(80, 40);
  await panel.locator('input[type=file]').first().setInputFiles([ratings, movies]);
  await expect(panel).toContainText('These are the files of MovieLens');
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(panel).toContainText('is ready', { timeout: 60_000 });
  await expect(panel).toContainText('80 users');
  await panel.getByRole('button', { name: 'Open it' }).click();
  await expect(page).toHaveURL(/data=own-/);
  await workbench.live();
  await expect(workbench.recommendations.atRank(1)).toContainText('Film');
  // Titles are text: a tag in one makes no element.
  await expect(page.locator('#recommendations b', { hasText: 'Bold' })).toHaveCount(0);
});

test('a wrong file is named with line and remedy, and nothing changes', async ({
  workbench,
  page,
}) => {
  await workbench.open();
  const before = await workbench.recommendations.top(3);
  const panel = page.locator('#import');
  await panel.scrollIntoViewIfNeeded();
  const { movies } = release(2, 2);
  const wrong = {
    name: 'ratings.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('userId,movieId,rating\na,b,c\nd,e,f\n'),
  };
  await panel.locator('input[type=file]').first().setInputFiles([wrong, movies]);
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('ratings.csv, line 2');
  await expect(alert).toContainText('nothing of the present session was changed');
  expect(await workbench.recommendations.top(3)).toEqual(before);
});
