/**
 * How faults of an import are said. A language is a table with words for every code, which the type
 * demands; English is here, for the library and the page, other languages are the page's.
 */
import type { BinaryKind, Expectation, Expectations, Fault, Faults, Problem } from './problem';

export interface Wording {
  message: string;
  /** What to do about it. */
  remedy: string;
}

export interface ImportWords {
  /** Nouns, to follow “expected”. */
  expected: { [Code in keyof Expectations]: (values: Expectations[Code]) => string };
  /** `shape` says an expectation in the same language. */
  faults: {
    [Code in keyof Faults]: (
      values: Faults[Code],
      shape: (expected: Expectation) => string,
    ) => Wording;
  };
  /** One wrong line; `line` is 0 when the file as a whole is meant. */
  problem: (file: string, line: number, expected: string, found: string) => string;
}

export function sayExpected(words: ImportWords, expected: Expectation): string {
  // The table has the code's own words for the code's own values: its type says so.
  const say = words.expected[expected.code] as (values: Expectation) => string;
  return say(expected);
}

export function sayFault(words: ImportWords, fault: Fault): Wording {
  const say = words.faults[fault.code] as ImportWords['faults'][keyof Faults] as (
    values: Fault,
    shape: (expected: Expectation) => string,
  ) => Wording;
  return say(fault, (expected) => sayExpected(words, expected));
}

export const sayProblem = (words: ImportWords, { file, line, expected, found }: Problem): string =>
  words.problem(file, line, sayExpected(words, expected), found);

const MEGA = 1e6;
export const megabytes = (bytes: number): string => `${Math.round(bytes / MEGA)} MB`;

const ONE_FILE =
  'Give a table of user, item and rating as text (CSV, TSV, JSON lines or the like), alone or zipped.';

/** Files without text: what they are, and the way out. */
const KINDS: Record<BinaryKind, { is: string; remedy: string }> = {
  parquet: {
    is: 'is a Parquet file, which this page does not read',
    remedy:
      "Save it as CSV: in Python, pandas.read_parquet('file').to_csv('file.csv', index=False).",
  },
  excel: {
    is: 'is a workbook of Excel or another spreadsheet, which this page does not read',
    remedy: 'Open it there, choose “Save as”, then “CSV UTF-8”, and give that file.',
  },
  archive: {
    is: 'is packed in a way that this page cannot open',
    remedy:
      'Unpack it and give the files within, or a zip of them. Zip and gzip are read as they are.',
  },
  database: {
    is: 'is a database',
    remedy: 'Export the table of ratings from it as CSV.',
  },
  picture: { is: 'is a picture', remedy: ONE_FILE },
  document: {
    is: 'is a document for reading, not a table',
    remedy: 'Save its table as CSV.',
  },
  binary: {
    is: 'is not text',
    remedy: 'Save the table as CSV with the program that wrote it.',
  },
};

export const ENGLISH: ImportWords = {
  expected: {
    'u.data': () => 'user, item, rating 0.5 to 5 and timestamp, separated by tabs',
    'u.item': () => 'movie id, title, dates, link and 19 genre flags, separated by |',
    'ratings.dat': () => 'user::movie::rating::timestamp with a rating from 0.5 to 5',
    'movies.dat': () => 'movie::title (year)::genres',
    'ratings.csv': () => 'userId,movieId,rating,timestamp with a rating from 0.5 to 5',
    'movies.csv': () => 'movieId,title,genres',
    columns: ({ count }) => `${count} columns`,
    user: ({ column }) => `a user in column ${column}`,
    item: ({ column }) => `an item in column ${column}`,
    rating: ({ column }) => `a rating on the scale in column ${column}`,
    time: ({ column }) => `a time in column ${column}, as seconds or as a date`,
    'line-bytes': ({ most }) => `lines of at most ${megabytes(most)}`,
  },
  faults: {
    'no-files': () => ({
      message: 'There is nothing to import yet.',
      remedy: 'Choose files first.',
    }),
    'no-table': ({ files }) => ({
      message: `No table was found in ${files.join(', ') || 'what was given'}.`,
      remedy: ONE_FILE,
    }),
    'no-columns': () => ({
      message: 'The columns have no meaning yet.',
      remedy: 'Say which is user, item and rating.',
    }),
    'many-files': ({ folder, most }) => ({
      message: `${folder} holds more than ${most} files.`,
      remedy: 'Give the folder of one data set, or its files.',
    }),
    'deep-folder': ({ folder, most }) => ({
      message: `${folder} has folders in folders, more than ${most} deep.`,
      remedy: 'Give the folder of one data set, or its files.',
    }),
    'missing-file': ({ release, file, together }) => ({
      message: `${release} needs the file ${file}, and it is not there.`,
      remedy: `Give ${together.join(' and ')} together, or the original zip.`,
    }),
    'empty-file': ({ file, expected }, shape) => ({
      message: `${file} is empty.`,
      remedy: `Expected lines of ${shape(expected)}.`,
    }),
    'wrong-lines': ({ file, wrong, read, expected }, shape) => ({
      message: `${file} is not what its name says: ${wrong} of ${read} lines read are wrong.`,
      remedy: `Expected lines of ${shape(expected)}.`,
    }),
    'empty-table': ({ file }) => ({
      message: `${file} is empty.`,
      remedy: 'Expected one line for each rating or click.',
    }),
    'misfit-lines': ({ file, wrong, read, field }) => ({
      message: `${wrong} of the ${read} lines read of ${file} do not fit the columns chosen.`,
      remedy:
        field === 'rating'
          ? 'Check which column is the rating, and the scale of the ratings. The column is marked above.'
          : 'Check what separates the columns, and which is the user, the item and the rating.',
    }),
    'few-ratings': ({ ratings, needed }) => ({
      message: `Only ${ratings} ratings could be read.`,
      remedy: `At least ${needed} are needed to learn anything.`,
    }),
    'few-each': ({ users, needed, each }) => ({
      message: `Only ${users} ${users === 1 ? 'person has' : 'people have'} ${each} ratings or more.`,
      remedy: `At least ${needed} are needed: some to train on, others to test on. A list of your own films can be your support set instead.`,
    }),
    'one-person': ({ file, ratings }) => ({
      message: `${file} holds ${ratings} ratings of one person: a model that is to learn how people differ cannot be trained on it.`,
      remedy: 'Use it as your support set instead: the trained model then adapts to you.',
    }),
    'same-column': () => ({
      message: 'User and item are the same column.',
      remedy: 'Say which other column names the item.',
    }),
    'no-text': ({ file, kind }) => ({
      message: `${file} ${KINDS[kind].is}.`,
      remedy: KINDS[kind].remedy,
    }),
    'long-line': ({ file, line }) => ({
      message: `Line ${line} of ${file} is longer than any table's.`,
      remedy: 'Give a text file with one rating a line.',
    }),
    'damaged-zip': ({ file }) => ({
      message: `${file} is not a readable zip.`,
      remedy: 'Download the archive again: it looks damaged or cut off.',
    }),
    'damaged-entry': ({ file, entry }) => ({
      message: `${entry} in ${file} cannot be unpacked.`,
      remedy:
        'Download the archive again: it looks damaged. One with a password has to be unpacked first.',
    }),
    'large-entry': ({ file, entry, mostBytes }) => ({
      message: `${entry} in ${file} unpacks to more than ${megabytes(mostBytes)}.`,
      remedy: 'Unpack it yourself and give a smaller file.',
    }),
    'many-entries': ({ file, most }) => ({
      message: `${file} holds more than ${most} files.`,
      remedy: 'Give the original MovieLens zip, or the files themselves.',
    }),
  },
  problem: (file, line, expected, found) =>
    `${file}${line > 0 ? `, line ${line}` : ''}: expected ${expected}, found “${found}”`,
};
