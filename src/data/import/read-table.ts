/** Reads a mapped table into ratings, with what its lines say about the items. */
import { emptyAccount, leftOutOf, type Account, type Note } from './account';
import { RatingCollector, withoutRows, type Collected, type CollectOptions } from './collect';
import { readingOfTimes, toTime, type TimeReading } from './dates';
import { ItemFacts, listSeparatorOf, type ListSeparator } from './items';
import { ImportError, Problems } from './import-error';
import type { Expectation } from './problem';
import type { Progress } from './progress';
import { readRows, type Row } from './rows';
import {
  isAmount,
  LIKED,
  onScale,
  scaleByFactor,
  scaleOf,
  TAKEN,
  toHalfStars,
  type Scale,
} from './scale';
import type { Source } from './source';
import type { Mapping, TableShape } from './table';
import { isHopeless, isTooMixed } from './tolerance';
import { decimalOf, isMissing, parseRating, type Decimal } from './values';

/** How the cells of a table are to be read. */
export interface TablePlan {
  shape: TableShape;
  mapping: Mapping;
  /** Of the ratings; a number is the factor that brings them to stars. */
  scale: Scale | number;
  /** The visitor chose the scale: values beyond it are wrong, not the scale. */
  scaleChosen?: boolean;
  /** Without it the first rows say it. */
  decimal?: Decimal;
  /** Without it the first rows say it. */
  times?: TimeReading | null;
}

export interface Table {
  ratings: Collected;
  /** 0..10, by rating. */
  halfStars: Uint8Array;
  /** null: every line was a like. */
  scale: Scale | null;
  facts: ItemFacts;
  problems: Problems;
  account: Account;
  notes: Note[];
}

/** More unreadable times than this, and the column is left out. */
const TIMES_WRONG = 0.01;
/** So many ratings beyond the scale, as a share, and it was guessed too narrow. */
const BEYOND = 0.005;

/** @throws ImportError when nothing could be read, or too many lines are wrong. */
export async function readTable(
  source: Source,
  plan: TablePlan,
  options: CollectOptions,
  progress: Progress,
): Promise<Table> {
  const { mapping, shape } = plan;
  const planned = typeof plan.scale === 'number' ? scaleByFactor(plan.scale) : plan.scale;
  const collector = new RatingCollector(options);
  const facts = new ItemFacts();
  const problems = new Problems();
  const beyond = new Problems();
  const account = emptyAccount(source.name);
  const { leftOut } = account;
  const faults = new Map<Expectation['code'], number>();
  const wanted = 1 + Math.max(mapping.user ?? 0, mapping.item, mapping.rating ?? 0);
  const times = { wrong: 0, filled: 0 };
  let reading: Ready | null = null;
  let headed = !shape.header;
  let highest = 0;

  for await (const { rows, bytes } of readRows(source, shape)) {
    progress.report({ stage: 'read', file: source.name, done: bytes, total: source.size });
    reading ??= readyFor(plan, rows);
    for (const row of rows) take(row, reading);
    if (isHopeless(account.read, leftOut.wrong)) break;
  }
  return finished();

  function take(row: Row, ready: Ready): void {
    account.lines += row.lines;
    leftOut.continued += row.lines - 1;
    if (row.line <= (shape.skip ?? 0)) leftOut.before += 1;
    else if (isBlank(row, shape)) leftOut.blank += 1;
    else if (!headed) {
      headed = true;
      leftOut.header += 1;
    } else {
      const expected = takeRow(row, ready);
      if (expected === null) account.read += 1;
      else if (typeof expected === 'string') leftOut[expected] += 1;
      else {
        leftOut.wrong += 1;
        faults.set(expected.code, (faults.get(expected.code) ?? 0) + 1);
        problems.add(source.name, row.line, expected, row.text);
      }
    }
  }

  /** null when taken; a reason when there is nothing to take; else what was expected. */
  function takeRow(
    { cells: given, text, line }: Row,
    { decimal, reading: timesRead, list }: Ready,
  ): Expectation | 'unrated' | 'nobody' | 'nothing' | null {
    if (given.length < wanted) return { code: 'columns', count: wanted };
    const cells = fitted(given, shape);
    if (!cells) return { code: 'columns', count: shape.width! };
    const user = mapping.user === null ? 'me' : cells[mapping.user].trim();
    const item = cells[mapping.item].trim();
    if (isMissing(user)) return 'nobody';
    if (isMissing(item)) return 'nothing';
    let value = LIKED;
    if (mapping.rating !== null) {
      const cell = cells[mapping.rating];
      if (isMissing(cell)) return 'unrated';
      value = parseRating(cell, decimal);
      if (!Number.isFinite(value)) return { code: 'rating', column: mapping.rating + 1 };
      const placed = onScale(value, planned);
      if (placed === 'missing') return 'unrated';
      if (placed === 'off') {
        const expected = { code: 'rating', column: mapping.rating + 1 } as const;
        if (plan.scaleChosen || value < planned.low) return expected;
        beyond.add(source.name, line, expected, text);
      }
      if (value > highest) highest = value;
    }
    const time = timesRead ? timeOf(cells[mapping.time!] ?? '', timesRead) : 0;
    if (collector.add(user, item, value, time)) facts.take(item, cells, mapping, list);
    return null;
  }

  function timeOf(cell: string, timesRead: TimeReading): number {
    if (isMissing(cell)) return 0;
    times.filled += 1;
    const time = toTime(cell, timesRead);
    if (!Number.isNaN(time)) return time;
    times.wrong += 1;
    return 0;
  }

  function finished(): Table {
    const notes: Note[] = [];
    const { wrong } = leftOut;
    const looked = account.read + wrong + leftOut.unrated + leftOut.nobody + leftOut.nothing;
    if (looked === 0) throw new ImportError({ code: 'empty-table', file: source.name });
    if (isTooMixed(account.read, wrong)) {
      const [field] = [...faults].sort(([, a], [, b]) => b - a)[0] ?? ['columns' as const];
      throw new ImportError(
        { code: 'misfit-lines', file: source.name, wrong, read: account.read + wrong, field },
        problems.examples,
      );
    }
    noteTimes(notes);
    let ratings = collector.finish();
    leftOut.repeated = ratings.duplicates;
    leftOut.sampled = ratings.sampledOut;
    let scale = planned;
    if (beyond.count > BEYOND * account.read) {
      scale = widened(scale, highest);
      notes.push({ code: 'scale-widened', from: planned.id, to: scale.id });
    } else if (beyond.count > 0) {
      const { value } = ratings;
      ratings = withoutRows(ratings, (row) => value[row] > scale.high);
      problems.join(beyond);
      leftOut.wrong += value.length - ratings.value.length;
    }
    account.read = ratings.user.length;
    // Of a pair beyond the scale only the last was looked at again.
    const said = leftOutOf(account);
    account.leftOut.repeated += account.lines - account.read - said;
    return {
      ratings,
      halfStars: starsOf(ratings, scale, mapping),
      scale: mapping.rating === null ? null : scale,
      facts,
      problems,
      account,
      notes,
    };
  }

  function noteTimes(notes: Note[]): void {
    if (mapping.time === null) return;
    const column = String(mapping.time + 1);
    const used = reading?.reading ?? null;
    if (used === null || times.wrong > TIMES_WRONG * times.filled) {
      notes.push({ code: 'time-left-out', column, unreadable: times.wrong });
      collector.forgetTimes();
    } else if (used.kind === 'parts' && used.order !== 'ymd') {
      notes.push({ code: 'day-order', column, order: used.order, sure: used.sure });
    }
  }
}

interface Ready {
  decimal: Decimal;
  reading: TimeReading | null;
  list: ListSeparator;
}

/** What the first rows say about decimals, times and lists, where the plan does not. */
function readyFor({ mapping, decimal, times }: TablePlan, rows: readonly Row[]): Ready {
  const cellsAt = (column: number | null): string[] =>
    column === null ? [] : rows.slice(1).map(({ cells }) => cells[column] ?? '');
  const ofTimes = (): TimeReading | null => readingOfTimes(cellsAt(mapping.time));
  return {
    decimal: decimal ?? decimalOf(cellsAt(mapping.rating)),
    reading: mapping.time === null ? null : times === undefined ? ofTimes() : times,
    list: listSeparatorOf(cellsAt(mapping.scenario)),
  };
}

/** Nothing but white space and separators. */
function isBlank({ cells, text }: Row, shape: TableShape): boolean {
  if (shape.keys) return false;
  const [first] = cells;
  if (first !== undefined && first !== '' && first.trim() !== '') return false;
  return text.trim() === '' || cells.every((cell) => cell.trim() === '');
}

/**
 * Cells as many as columns: what is too much belongs to the last one where that is text. null where
 * it may have shifted the others.
 */
function fitted(cells: readonly string[], { width, separator, text }: TableShape) {
  if (width === undefined || cells.length <= width) return cells;
  const extra = cells.slice(width);
  if (extra.every((cell) => cell.trim() === '')) return cells;
  if (!text) return null;
  return [...cells.slice(0, width - 1), cells.slice(width - 1).join(separator)];
}

/** The next scale that a value fits; amounts where there is none. */
function widened(scale: Scale, highest: number): Scale {
  const wider = scale.low === 0 ? (['zero-ten', 'hundred', 'counts'] as const) : (['ten', 'hundred', 'counts'] as const); // prettier-ignore
  return wider.map((id) => scaleOf(id)).find(({ high }) => highest <= high) ?? scale;
}

/** Half stars by rating; of amounts each person's own median parts likes from what was only taken. */
function starsOf({ user, value }: Collected, scale: Scale, mapping: Mapping): Uint8Array {
  if (mapping.rating === null) return new Uint8Array(value.length).fill(LIKED);
  if (!isAmount(scale)) return Uint8Array.from(value, (rating) => toHalfStars(rating, scale));
  const stars = new Uint8Array(value.length);
  for (let from = 0; from < value.length;) {
    let end = from;
    while (end < value.length && user[end] === user[from]) end++;
    const own = Float32Array.from(value.subarray(from, end)).sort();
    const median = own[own.length >> 1];
    for (let k = from; k < end; k++) stars[k] = value[k] >= median ? LIKED : TAKEN;
    from = end;
  }
  return stars;
}
