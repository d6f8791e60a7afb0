/** Reading the project's CSV: one line a rating, with the movie's title, year and genres. */
import { csvParseRows } from 'd3-dsv';
import { parseGenres } from './genres';
import { displayTitle } from './titles';
import type { RawData } from './raw-data';

/** A line of a source file that is not what it should be. */
export class CsvError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'CsvError';
    this.line = line;
  }
}

const COLUMNS = ['movieId', 'title', 'year', 'genres', 'userId', 'rating'] as const;
type Column = (typeof COLUMNS)[number];

function columnPositions(header: readonly string[]): Record<Column, number> {
  const positions = COLUMNS.map((name) => [name, header.indexOf(name)] as const);
  const missing = positions.filter(([, at]) => at < 0).map(([name]) => name);
  if (missing.length > 0) {
    throw new CsvError(1, `expected the columns ${COLUMNS.join(', ')}; missing ${missing}`);
  }
  return Object.fromEntries(positions) as Record<Column, number>;
}

function wholeNumber(text: string, line: number, what: string): number {
  if (!/^\d+$/.test(text)) throw new CsvError(line, `${what} is '${text}', expected a number`);
  return Number(text);
}

/** Half stars, 1..10. */
function halfStars(text: string, line: number): number {
  const value = Number(text) * 2;
  if (!Number.isInteger(value) || value < 1 || value > 10) {
    throw new CsvError(line, `rating is '${text}', expected 0.5 to 5 in half stars`);
  }
  return value;
}

/** Quoted CSV with the columns above, as R's `write.csv` makes it; `NA` is 'not known'. */
export function parseRatingsCsv(text: string): RawData {
  const rows = csvParseRows(text.replace(/^\uFEFF/, ''));
  if (rows.length < 2) throw new CsvError(1, 'the file has no ratings');
  const at = columnPositions(rows[0]);
  const movieOf = new Map<number, number>();
  const userOf = new Map<number, number>();
  const data: RawData = { movies: [], user: [], item: [], halfStars: [] };
  for (let r = 1; r < rows.length; r++) {
    const row = rows[r];
    const line = r + 1;
    if (row.length !== rows[0].length) {
      throw new CsvError(line, `${row.length} fields, expected ${rows[0].length}`);
    }
    const id = wholeNumber(row[at.movieId], line, 'movieId');
    let item = movieOf.get(id);
    if (item === undefined) {
      item = data.movies.length;
      movieOf.set(id, item);
      const title = row[at.title];
      const year = row[at.year];
      data.movies.push({
        id,
        title: title === 'NA' ? `Movie ${id}` : displayTitle(title),
        year: year === 'NA' ? 0 : wholeNumber(year, line, 'year'),
        genres: parseGenres(row[at.genres]),
      });
    }
    const userId = wholeNumber(row[at.userId], line, 'userId');
    let user = userOf.get(userId);
    if (user === undefined) userOf.set(userId, (user = userOf.size));
    data.user.push(user);
    data.item.push(item);
    data.halfStars.push(halfStars(row[at.rating], line));
  }
  return data;
}
