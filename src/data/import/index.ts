/**
 * Imports a data set: files or a zip, of a MovieLens release or any table, to a built data set.
 * Nothing is changed until all of it has been read, checked and built.
 */
import { buildDataset, type BuiltDataset, type RawData } from '../build';
import { movieLensFormat, type MovieLensFormat } from './movielens';
import { ImportError, type Problem } from './problem';
import type { Progress } from './progress';
import { rawFromMovieLens, rawFromTable } from './raw';
import { readMovieLens } from './read-movielens';
import { readTable } from './read-table';
import type { Source } from './source';
import { previewTable, type Mapping, type TablePreview, type TableShape } from './table';
import { readLines } from './text';
import { isZip, zipSources } from './zip';

/** How a table that is no MovieLens release is to be read. */
export interface TablePlan {
  shape: TableShape;
  mapping: Mapping;
  /** Brings a rating to stars 0.5..5: 1 for stars, 0.5 for 1..10. */
  scale: number;
}

/** What the files are; a table needs a plan that the visitor confirms. */
export type Recognised =
  | { kind: 'movielens'; name: string; sources: Source[] }
  | { kind: 'table'; preview: TablePreview; source: Source };

export interface ImportOptions {
  /** Most ratings kept; whole users are left out beyond it. */
  atMost: number;
  seed: number;
}

export interface Imported {
  name: string;
  raw: RawData;
  problems: { count: number; examples: readonly Problem[] };
  duplicates: number;
  sampledOut: number;
}

/** Names that begin with a dot are what systems leave beside files (`._ratings.csv`). */
const TABLE_NAME = /^[^.].*\.(csv|tsv|txt|dat|data)$/;
/** Of a folder without a table not every file is named. */
const NAMES_SAID = 5;
const wanted = (name: string): boolean => TABLE_NAME.test(name) || name === 'u.item';

/** Looks at names and first lines. @throws ImportError when there is nothing to read */
export async function recognise(given: readonly Source[]): Promise<Recognised> {
  // One after another: a folder may hold many files, and each is opened for a piece.
  const sources: Source[] = [];
  for (const source of given) sources.push(...(await unzipped(source)));
  const names = sources.map((source) => source.name);
  const format = movieLensFormat(names);
  if (format && (names.includes(format.movies) || (await begins(sources, format)))) {
    return { kind: 'movielens', name: format.name, sources };
  }
  const [source] = sources.filter(({ name }) => TABLE_NAME.test(name));
  if (!source) {
    const files = given.slice(0, NAMES_SAID).map(({ name }) => name);
    if (given.length > NAMES_SAID) files.push('…');
    throw new ImportError({ code: 'no-table', files });
  }
  return { kind: 'table', source, preview: previewTable(await firstLines(source)) };
}

/** Reads what was recognised. @throws ImportError, Cancelled */
export async function readImport(
  recognised: Recognised,
  plan: TablePlan | null,
  options: ImportOptions,
  progress: Progress,
): Promise<Imported> {
  if (recognised.kind === 'movielens') {
    const format = movieLensFormat(recognised.sources.map(({ name }) => name))!;
    const read = await readMovieLens(format, recognised.sources, options, progress);
    const { ratings, movies, problems } = read;
    return {
      name: format.name,
      raw: rawFromMovieLens(ratings, movies),
      problems,
      duplicates: ratings.duplicates,
      sampledOut: ratings.sampledOut,
    };
  }
  if (!plan) throw new ImportError({ code: 'no-columns' });
  const { source } = recognised;
  const { shape, mapping, scale } = plan;
  const table = await readTable(source, shape, mapping, scale, options, progress);
  const { ratings, titles, scenarios, problems } = table;
  return {
    name: source.name,
    raw: rawFromTable(ratings, titles, scenarios),
    problems,
    duplicates: ratings.duplicates,
    sampledOut: ratings.sampledOut,
  };
}

/** The same preparation as the bundled data. */
export function buildImport(raw: RawData, seed: number, progress: Progress): BuiltDataset {
  progress.report({ stage: 'prepare', file: '', done: 0, total: 0 });
  return buildDataset(raw, {
    seed,
    onProgress: (stage, done) =>
      progress.report({ stage: 'factorise', file: stage, done, total: 1 }),
  });
}

/** Whether the ratings file, which came alone, is the release's: others call theirs `ratings.csv` too. */
async function begins(sources: readonly Source[], format: MovieLensFormat): Promise<boolean> {
  const lines = await firstLines(sources.find(({ name }) => name === format.ratings)!);
  const header = format.header ? lines.shift() : null;
  const [line] = lines;
  return (
    line !== undefined &&
    format.parseRating(line) !== null &&
    (header === null || /^"?userId"?,"?movieId"?,/i.test(header ?? ''))
  );
}

async function unzipped(source: Source): Promise<Source[]> {
  for await (const chunk of source.chunks()) {
    return isZip(chunk) ? zipSources(source, wanted) : [source];
  }
  return [source];
}

/** Lines that the guesses about a table rest on. */
const PREVIEW_LINES = 2000;

async function firstLines(source: Source): Promise<string[]> {
  for await (const { lines } of readLines(source)) return lines.slice(0, PREVIEW_LINES);
  return [];
}
