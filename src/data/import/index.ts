/**
 * Imports a data set: files, folders or archives, of a MovieLens release or any table, to a built
 * data set. Nothing is changed until all of it has been read, checked and built.
 */
import { buildDataset, type BuiltDataset } from '../build';
import type { RawData } from '../raw-data';
import type { Account, Note } from './account';
import { partYears } from './items';
import { movieLensFormat } from './movielens';
import { nounOfName } from './names';
import { ImportError } from './import-error';
import type { Problem } from './problem';
import type { Progress } from './progress';
import { checkPeople, rawFromMovieLens, rawFromTable } from './raw';
import { readCatalogue } from './read-catalogue';
import { readMovieLens } from './read-movielens';
import { readTable, type TablePlan } from './read-table';
import type { Recognised, RecognisedTable } from './recognise';
import { isAmount, scaleOf, type Scale } from './scale';

export { recognise, type Recognised, type RecognisedTable, type Wishes } from './recognise';
export type { TablePlan } from './read-table';

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
  /** Every line of the ratings, read or left out and why. */
  account: Account;
  notes: readonly Note[];
  /** What the ratings were before they became stars; null for likes. */
  scale: Scale | null;
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
    const { ratings, movies, problems, account } = read;
    return {
      name: format.name,
      raw: rawFromMovieLens(ratings, movies),
      problems,
      duplicates: ratings.duplicates,
      sampledOut: ratings.sampledOut,
      account,
      notes: checkPeople(ratings, format.ratings),
      scale: scaleOf('stars'),
    };
  }
  if (!plan) throw new ImportError({ code: 'no-columns' });
  return importTable(recognised, plan, options, progress);
}

async function importTable(
  recognised: RecognisedTable,
  plan: TablePlan,
  options: ImportOptions,
  progress: Progress,
): Promise<Imported> {
  const { source, preview } = recognised;
  const { mapping } = plan;
  if (mapping.user === mapping.item) throw new ImportError({ code: 'same-column' });
  const table = await readTable(source, plan, options, progress);
  const { ratings, halfStars, facts, problems, account, scale } = table;
  const notes = [...notesOnReading(recognised, scale), ...table.notes];
  notes.push(...checkPeople(ratings, source.name));
  const wanted = new Set(ratings.items);
  for (const join of recognised.joins) {
    const more = await readCatalogue(join, wanted, progress);
    const file = join.candidate.name;
    const before = facts.titles.size;
    if (mapping.title === null) for (const [key, title] of more.titles) if (!facts.titles.has(key)) facts.titles.set(key, title); // prettier-ignore
    for (const [key, year] of more.years) if (!facts.years.has(key)) facts.years.set(key, year);
    if (facts.titles.size > before) {
      notes.push({ code: 'titles-from', file, found: facts.titles.size, of: wanted.size });
    }
    if (mapping.scenario === null && facts.categories.size === 0 && more.categories.size > 0) {
      for (const [name, items] of more.categories) facts.categories.set(name, items);
      facts.beyond += more.beyond;
      notes.push({ code: 'categories-from', file });
    }
  }
  partYears(facts);
  const isNamed = preview.header || preview.keys !== undefined;
  const noun = nounOfName(isNamed ? preview.columns[mapping.item] : '');
  const { raw, notes: more, titled } = rawFromTable(ratings, halfStars, facts, noun);
  notes.push(...more);
  if (titled === 0 && mapping.item !== mapping.title && /\d$/.test(raw.movies[0].title)) {
    notes.push({ code: 'no-titles', example: raw.movies[0].title, movieLens: noun === 'Movie' });
  }
  return {
    name: source.name,
    raw,
    problems,
    duplicates: ratings.duplicates,
    sampledOut: ratings.sampledOut,
    account,
    notes,
    scale,
  };
}

function notesOnReading(recognised: RecognisedTable, scale: Scale | null): Note[] {
  const notes: Note[] = [];
  const { encoding, aside, others } = recognised;
  if (encoding.encoding !== 'utf-8') notes.push({ code: 'encoding', ...encoding });
  if (scale && isAmount(scale)) notes.push({ code: 'amounts', scale: scale.id });
  else if (scale) notes.push({ code: 'scale', scale: scale.id, low: scale.low, high: scale.high });
  for (const file of aside) notes.push({ code: 'left-aside', file });
  for (const { name, kind } of others) notes.push({ code: 'other-kind', file: name, kind });
  return notes;
}

/** How a table is read when nobody corrects the guess; null where a column is still to be named. */
export function guessedPlan({ preview }: RecognisedTable): TablePlan | null {
  const { guess, profiles, ratings } = preview;
  const { user = null, item, rating = null, scenario = null, title = null, time = null, year = null } = guess; // prettier-ignore
  if (item === undefined) return null;
  return {
    shape: preview,
    mapping: { user, item, rating, scenario, title, time, year },
    scale: rating === null ? scaleOf('stars') : scaleOf(ratings[rating].scale, ratings[rating]),
    ...(rating === null ? {} : { decimal: profiles[rating].decimal }),
    ...(time === null ? {} : { times: profiles[time].times }),
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
