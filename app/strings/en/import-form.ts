/** The form about a table, and what is said of an import that went well. */
import type { Notes, Reason } from '../../../src/data/import/account';
import type { DateOrder } from '../../../src/data/import/dates';
import type { Encoding } from '../../../src/data/import/encoding';
import type { BinaryKind } from '../../../src/data/import/problem';
import type { ScaleId } from '../../../src/data/import/scale';
import type { Separator } from '../../../src/data/import/split';

/** Words for every code, which the type demands of each language. */
export interface ImportFormWords {
  year: string;
  onePerson: string;
  wrongColumn: string;
  missing: Record<'item' | 'same', string>;
  table: string;
  tableUnsure: string;
  separator: string;
  separators: Record<Separator, string>;
  encoding: string;
  encodingUnsure: string;
  encodings: Record<Encoding, string>;
  header: string;
  dates: string;
  orders: Record<DateOrder, string>;
  datesUnsure: string;
  timesUnreadable: (column: string) => string;
  seen: (low: string, high: string, count: string) => string;
  zeros: (count: string) => string;
  amounts: string;
  joins: (file: string, titles: boolean, categories: boolean) => string;
  onePersonIs: (file: string) => string;
  showColumns: string;
  /** `read` of `lines`; the reasons follow. */
  account: (file: string, lines: string, read: string) => string;
  nothingLeftOut: string;
  leftOut: (reasons: readonly string[]) => string;
  reasons: Record<Reason, (count: string) => string>;
  notes: {
    [Code in keyof Notes]: (
      values: Notes[Code],
      scaleName: (scale: ScaleId) => string,
      number: (value: number) => string,
    ) => string;
  };
  kinds: Record<BinaryKind, string>;
}

const ENCODINGS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Western (Windows-1252, Latin-1)',
  'windows-1250': 'Central European (Windows-1250)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  'koi8-r': 'Cyrillic (KOI8-R)',
  'windows-1253': 'Greek (Windows-1253)',
  'windows-1254': 'Turkish (Windows-1254)',
  'windows-1255': 'Hebrew (Windows-1255)',
  'windows-1256': 'Arabic (Windows-1256)',
  gb18030: 'Chinese (GBK, GB 18030)',
  big5: 'Chinese (Big5)',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC-JP)',
  'euc-kr': 'Korean (EUC-KR)',
};

const ORDERS: Record<DateOrder, string> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
};

const KINDS: Record<BinaryKind, string> = {
  parquet: 'a Parquet file: save it as CSV',
  excel: 'a workbook: save it as CSV',
  archive: 'an archive of another kind: unpack it',
  database: 'a database',
  picture: 'a picture',
  document: 'a document',
  binary: 'no text',
};

export const importForm: ImportFormWords = {
  year: 'Year (optional)',
  onePerson: 'none: all lines are one person’s',
  wrongColumn: 'Lines do not fit this column.',
  missing: {
    item: 'Say first which column is the item.',
    same: 'User and item are the same column: choose another for one of them.',
  },
  table: 'Main table',
  tableUnsure: 'Another of these may hold the ratings: check.',
  separator: 'Columns are separated by',
  separators: {
    ',': 'commas',
    '\t': 'tabs',
    ';': 'semicolons',
    '|': 'upright bars |',
    '::': 'double colons ::',
    ' ': 'runs of spaces',
  },
  encoding: 'Letters are written in',
  encodingUnsure: 'This is a guess: choose another if letters look odd below.',
  encodings: ENCODINGS,
  header: 'The first line names the columns',
  dates: 'Dates are written as',
  orders: ORDERS,
  datesUnsure:
    'No date here tells the day from the month: say which comes first. It only matters where somebody rated a thing twice.',
  timesUnreadable: (column) =>
    `The times in “${column}” cannot be read and are left out. Of several ratings of one thing the last in the file counts.`,
  seen: (low, high, count) => `Ratings seen here go from ${low} to ${high} (${count} of them).`,
  zeros: (count) =>
    `0 occurs ${count} times: check above whether it is a rating or means “not rated”.`,
  amounts:
    'Amounts become likes: at or above the person’s own median 5 stars, below it 2.5. All of them count as taken.',
  joins: (file, titles, categories) =>
    `${titles && categories ? 'Titles and categories' : titles ? 'Titles' : 'Categories'} come from ${file}, by the item’s key.`,
  onePersonIs: (file) =>
    `${file} is one person’s list: no column says who, and each film is there once. A model learns how people differ, so one list is no data set; but the trained model can adapt to it: use it as your support set.`,
  showColumns: 'A column does say who: show the columns',
  account: (file, lines, read) => `${file}: ${lines} lines, ${read} ratings read.`,
  nothingLeftOut: 'Nothing was left out.',
  leftOut: (reasons) => `Left out: ${reasons.join('; ')}.`,
  reasons: {
    header: (n) => `the line of column names${n === '1' ? '' : ` (${n})`}`,
    before: (n) => `${n} before the table`,
    blank: (n) => `${n} blank`,
    continued: (n) => `${n} that go on a quoted cell`,
    unrated: (n) => `${n} without a rating`,
    nobody: (n) => `${n} without a user`,
    nothing: (n) => `${n} without an item`,
    wrong: (n) => `${n} that could not be read`,
    repeated: (n) => `${n} repeated ratings: the latest counts`,
    sampled: (n) => `${n} of users left out to fit the memory`,
  },
  notes: {
    encoding: ({ encoding, sure }) =>
      `Read as ${ENCODINGS[encoding]}${sure ? '' : ', which is a guess'}.`,
    scale: ({ scale, low, high }, scaleName, number) =>
      scale === 'range'
        ? `Ratings go from ${number(low)} to ${number(high)} and became half stars from 0.5 to 5.`
        : `Ratings are read as ${scaleName(scale)}.`,
    amounts: () =>
      'Amounts became likes: at or above the person’s own median 5 stars, below it 2.5.',
    'scale-widened': ({ to }, scaleName) =>
      `Later lines hold higher ratings than the first: the scale is ${scaleName(to)}.`,
    'time-left-out': ({ column }) =>
      `The times in column ${column} cannot be read and were left out.`,
    'day-order': ({ column, order, sure }) =>
      `Dates in column ${column} are read as ${ORDERS[order]}${sure ? '' : ', which is a guess: no date tells the day from the month'}.`,
    'no-titles': ({ example, movieLens }) =>
      `There are no titles among the files: items are called ${example} and so on. ${movieLens ? 'Titles come with movies.csv: give it together with the ratings.' : 'Give a table of titles together with the ratings to have them.'}`,
    'titles-from': ({ file, found, of }) => `${found} of ${of} titles come from ${file}.`,
    'categories-from': ({ file }) => `Categories come from ${file}.`,
    'categories-bounded': ({ kept, of }) =>
      kept === 0
        ? `None of ${of} categories has 20 items: scenarios are made by likeness instead.`
        : `${kept} of ${of} categories became scenarios: the largest, with 20 items or more.`,
    'left-aside': ({ file }) => `${file} was not needed.`,
    'other-kind': ({ file, kind }) => `${file} was not read: ${KINDS[kind]}.`,
    'few-raters': ({ needed }) =>
      `Hardly anybody has ${needed} ratings: the data can train “what do people like” by scenarios, but not the visitor’s star ratings.`,
  },
  kinds: KINDS,
};
