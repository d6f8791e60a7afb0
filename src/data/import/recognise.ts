/** What was given: a MovieLens release, tables of some kind, or one person's list. */
import { chooseInteractions, INTERACTIONS, joinsOf, type Candidate, type Join } from './candidates';
import { detectEncoding, type Encoding, type FoundEncoding } from './encoding';
import { movieLensFormat, type MovieLensFormat } from './movielens';
import { ImportError } from './import-error';
import type { BinaryKind } from './problem';
import type { Separator } from './split';
import type { Source } from './source';
import { previewTable, type TablePreview } from './table';
import { readLines } from './text';
import { isTooWrong } from './tolerance';
import { headOf, unpack, type Unpacked } from './unpack';

/** What the visitor has chosen about how files are read; the rest is worked out. */
export interface Wishes {
  /** Name of the table of ratings. */
  table?: string;
  separator?: Separator;
  header?: boolean;
  encoding?: Encoding;
}

export interface RecognisedTable {
  kind: 'table' | 'one-person';
  source: Source;
  preview: TablePreview;
  encoding: FoundEncoding;
  /** Names of all tables, of which `source` is the one of ratings; `unsure` when others may be. */
  tables: string[];
  unsure: boolean;
  joins: Join[];
  /** Tables of one person's films, the one with ratings first. */
  own: Candidate[];
  /** Tables that nothing is taken from, and files without text. */
  aside: string[];
  others: { name: string; kind: BinaryKind }[];
}

/** What the files are; a table needs a plan that the visitor confirms. */
export type Recognised = { kind: 'movielens'; name: string; sources: Source[] } | RecognisedTable;

/** Of a folder without a table not every file is named. */
const NAMES_SAID = 5;
/** Guesses rest on so much of each file. */
const LOOKED_BYTES = 1 << 20;
const LOOKED_LINES = 20_000;
/** So many files are looked into, the largest first. */
const MOST_TABLES = 40;
/** Documents that come with data sets, by their names. */
const NO_TABLE = /^(readme|licen[cs]e|copying|changelog|notice|manifest)\b|\.(md|py|sh|pl|r|html?|yaml|yml|toml|ini|xml)$/; // prettier-ignore

/** Looks at names and first lines. @throws ImportError when there is nothing to read */
export async function recognise(
  given: readonly Source[],
  wishes: Wishes = {},
): Promise<Recognised> {
  const unpacked = await unpack(given);
  const { texts } = unpacked;
  const untouched = Object.keys(wishes).length === 0;
  const format = movieLensFormat(texts.map(({ name }) => name));
  if (untouched && format && (await isRelease(texts, format))) {
    return { kind: 'movielens', name: format.name, sources: texts };
  }
  return recogniseTables(given, unpacked, wishes);
}

/** Names and lines of both files are a release's: others call theirs so too. */
async function isRelease(sources: readonly Source[], format: MovieLensFormat): Promise<boolean> {
  const [ratings, movies] = [format.ratings, format.movies].map((name) =>
    sources.find((source) => source.name === name),
  );
  if (!ratings || !movies) return false;
  const lines = await firstLines(ratings);
  if (format.header && !/^"?userId"?,"?movieId"?,"?rating"?(,|$)/.test(lines.shift() ?? '')) {
    return false;
  }
  return (
    fits(lines, (line) => format.parseRating(line) !== null) &&
    fits((await firstLines(movies)).slice(format.header ? 1 : 0), (line) => format.parseMovie(line) !== null) // prettier-ignore
  );
}

function fits(lines: readonly string[], isGood: (line: string) => boolean): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const good = filled.filter(isGood).length;
  return good > 0 && !isTooWrong(good, filled.length - good);
}

const PREVIEW_LINES = 2000;

async function firstLines(source: Source): Promise<string[]> {
  const first: string[] = [];
  for await (const { lines } of readLines(source)) {
    for (const line of lines) if (first.length < PREVIEW_LINES) first.push(line);
    if (first.length === PREVIEW_LINES) break;
  }
  return first;
}

async function recogniseTables(
  given: readonly Source[],
  { texts, others }: Unpacked,
  wishes: Wishes,
): Promise<RecognisedTable> {
  const documents = texts.length > 1 ? texts.filter(({ name }) => NO_TABLE.test(name)) : [];
  const tables = texts.filter((source) => !documents.includes(source));
  const looked = [...tables].sort((a, b) => b.size - a.size).slice(0, MOST_TABLES);
  const candidates: Candidate[] = [];
  for (const source of tables) {
    if (!looked.includes(source)) continue;
    const candidate = await candidateOf(source, source.name === wishes.table || looked.length === 1 ? wishes : {}); // prettier-ignore
    if (candidate) candidates.push(candidate);
  }
  if (candidates.length === 0) throw noTable(given, others);
  const best = chooseInteractions(candidates);
  const own = ownLists(candidates);
  const wished = candidates.findIndex(({ name }) => name === wishes.table);
  // An export of one person holds a dozen tables, none of which says who.
  const likeliest = best.worth < INTERACTIONS && own.length > 0 ? candidates.indexOf(own[0]) : best.chosen; // prettier-ignore
  const chosen = candidates[wished >= 0 ? wished : likeliest];
  const { source, preview, encoding } = chosen;
  const rest = candidates.filter((candidate) => candidate !== chosen);
  const { item } = preview.guess;
  const joins = item === undefined ? [] : joinsOf(chosen, item, rest);
  const used = joins.map(({ candidate }) => candidate);
  return {
    kind: own.includes(chosen) ? 'one-person' : 'table',
    source,
    preview: { ...preview, encoding: encoding.encoding },
    encoding,
    tables: candidates.map(({ name }) => name),
    unsure: wished < 0 && best.unsure,
    joins,
    own: own.includes(chosen) ? own : [],
    aside: [
      ...rest.filter((candidate) => !used.includes(candidate)).map(({ name }) => name),
      ...tables.filter((table) => !looked.includes(table)).map(({ name }) => name),
    ],
    others,
  };
}

/** Tables of films without a column that says who, those with ratings first, then the longer ones. */
function ownLists(candidates: readonly Candidate[]): Candidate[] {
  const isOwn = ({ preview }: Candidate): boolean => {
    const { user, item, rating, time, title, scenario } = preview.guess;
    // A catalogue has no ratings and no dates of its own.
    const isPlain = preview.columns.length <= 3 && item === title && scenario === undefined;
    const says = rating !== undefined || time !== undefined || isPlain;
    return user === undefined && item !== undefined && (title !== undefined || rating !== undefined) && says; // prettier-ignore
  };
  const worth = ({ preview }: Candidate): number => (preview.guess.rating === undefined ? 0 : 1e7) + preview.looked; // prettier-ignore
  return candidates.filter(isOwn).sort((a, b) => worth(b) - worth(a));
}

async function candidateOf(source: Source, wishes: Wishes): Promise<Candidate | null> {
  const head = await headOf(source, LOOKED_BYTES);
  if (head.length === 0) return null;
  const found = detectEncoding(head);
  const encoding = wishes.encoding ? { encoding: wishes.encoding, sure: true } : found;
  const lines = await linesOf(source, head, encoding.encoding);
  const preview = previewTable(lines, wishes);
  if (preview.looked === 0) return null;
  return { name: source.name, source, preview, encoding };
}

/** Lines of the first bytes; a last one that is cut off is no line. */
async function linesOf(source: Source, head: Uint8Array, encoding: Encoding): Promise<string[]> {
  const piece: Source = {
    ...source,
    async *chunks() {
      yield head;
    },
  };
  const lines: string[] = [];
  for await (const batch of readLines(piece, encoding)) {
    for (const line of batch.lines) if (lines.length < LOOKED_LINES) lines.push(line);
  }
  if (head.length === LOOKED_BYTES && lines.length > 1 && lines.length < LOOKED_LINES) lines.pop();
  return lines;
}

function noTable(given: readonly Source[], others: RecognisedTable['others']): ImportError {
  const [other] = others;
  if (other) return new ImportError({ code: 'no-text', file: other.name, kind: other.kind });
  const files = given.slice(0, NAMES_SAID).map(({ name }) => name);
  if (given.length > NAMES_SAID) files.push('…');
  return new ImportError({ code: 'no-table', files });
}
