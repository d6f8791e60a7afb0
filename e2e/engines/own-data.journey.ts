import { writeFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { releaseFiles } from '../../tests/data/import/releases';
import { expect, test } from './fixtures';

/** 1,600 ratings of books, with commas and quotes in their titles. */
function books(): string {
  const lines = ['reader;isbn;score;shelf;name'];
  const shelves = ['Crime', 'History', 'Poetry', 'Travel'];
  for (let reader = 0; reader < 80; reader++) {
    for (let k = 0; k < 20; k++) {
      const book = (reader * 7 + k * 13) % 160;
      lines.push(`r${reader};b${book};${1 + ((reader + book) % 10)};${shelves[book % 4]};"The ""Book"" ${book}"`); // prettier-ignore
    }
  }
  return lines.join('\n');
}

const FILES = '#import input[type="file"]';
const button = (name: string) => ({ css: '#import button', name });

test('a MovieLens zip and a table of books are imported, opened and ranked', async ({
  workbench,
  hand,
  driver,
}, info) => {
  await workbench.open({ backend: 'wasm' });
  const choose = async (file: string): Promise<void> => {
    await workbench.openResearchers();
    // The panel comes once the model answers, below the others.
    await hand.appears('#import .import-drop');
    await hand.aimAt(button('Try two domains without own data'));
    await driver.chooseFiles(FILES, [file]);
  };
  const zip = info.outputPath('ml-100k.zip');
  const size = { users: 60, movies: 400, ratings: 3000 };
  await writeFile(zip, zipSync(releaseFiles('ml-100k', size), { level: 1 }));
  await choose(zip);
  await hand.reads('#import', 'These are the files of MovieLens 100k');
  await hand.click(button('Import'));
  const outcome = await hand.reads('#import .import-outcome', 'is ready');
  expect(outcome).toContain('60 users');
  expect(outcome).toContain('3,000 ratings');
  await hand.leave(() => hand.click(button('Open it')), /data=own-/);
  await workbench.settled();
  const films = await workbench.top(5);
  for (const { title } of films) expect(title).toMatch(/^Film <b>\d+<\/b>|La Légende/);

  const table = info.outputPath('books.csv');
  await writeFile(table, books());
  await choose(table);
  await hand.reads('#import .import-mapping', 'The "Book"');
  await hand.choose({ css: '#import select', name: 'User' }, 'reader');
  await hand.choose({ css: '#import select', name: /^Scenario/ }, 'shelf');
  await hand.click(button('Import'));
  await hand.reads('#import .import-outcome', /is ready.*80 users.*1,600 ratings/);
  await hand.leave(() => hand.click(button('Open it')), /data=own-/);
  await hand.until(
    'books in the list',
    () => hand.texts('#recommendations .rank-title'),
    (titles) => titles.some((title) => title.startsWith('The "Book"')),
  );
  await workbench.settled();
  await hand.reads('#support-set', /Crime|History|Poetry|Travel/);
});
