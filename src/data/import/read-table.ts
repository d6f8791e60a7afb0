/** Reads a mapped table into ratings, with the scenario and the title of each item where given. */
import { RatingCollector, type Collected, type CollectOptions, type Key } from './collect';
import { ImportError, Problems, type Expectation } from './problem';
import type { Progress } from './progress';
import type { Source } from './source';
import { RecordGatherer, splitLine, type TableRecord } from './split';
import type { Mapping, TableShape } from './table';
import { detached, readLines } from './text';
import { isHopeless, isTooWrong } from './tolerance';

export interface Table {
  ratings: Collected;
  titles: Map<Key, string>;
  /** Items by scenario name. */
  scenarios: Map<string, Set<Key>>;
  problems: Problems;
}

/** A click counts as this many half stars. */
const LIKED = 10;
/** More are no categories, but names or times in the wrong place. */
const MOST_SCENARIOS = 2000;

/**
 * Ratings of any scale are brought to half stars by `scale`: 1 for stars 0.5..5, 0.5 for 1..10, 5 for
 * 0/1 labels.
 * @throws ImportError when nothing could be read, or too many lines are wrong.
 */
export async function readTable(
  source: Source,
  shape: TableShape,
  mapping: Mapping,
  scale: number,
  options: CollectOptions,
  progress: Progress,
): Promise<Table> {
  const collector = new RatingCollector(options);
  const titles = new Map<Key, string>();
  const scenarios = new Map<string, Set<Key>>();
  const problems = new Problems();
  const wanted = Math.max(...Object.values(mapping).map((column) => column ?? 0)) + 1;
  let good = 0;

  for await (const { record, bytes } of records(source, shape.separator)) {
    progress.report({ stage: 'read', file: source.name, done: bytes, total: source.size });
    if ((shape.header && record.line === 1) || record.text.trim() === '') continue;
    const expected = take(splitLine(record.text, shape.separator));
    if (expected) problems.add(source.name, record.line, expected, record.text);
    else good += 1;
    if (isHopeless(good, problems.count)) break;
  }
  const read = good + problems.count;
  if (read === 0) {
    throw new ImportError({ code: 'empty-table', file: source.name });
  }
  if (isTooWrong(good, problems.count)) {
    throw new ImportError(
      { code: 'misfit-lines', file: source.name, wrong: problems.count, read },
      problems.examples,
    );
  }
  return { ratings: collector.finish(), titles, scenarios, problems };

  /** Takes a record; says what was expected when it cannot. */
  function take(cells: readonly string[]): Expectation | null {
    if (cells.length < wanted) return { code: 'columns', count: wanted };
    const user = cells[mapping.user].trim();
    const item = cells[mapping.item].trim();
    if (user === '') return { code: 'user', column: mapping.user + 1 };
    if (item === '') return { code: 'item', column: mapping.item + 1 };
    const halfStars = mapping.rating === null ? LIKED : toHalfStars(cells[mapping.rating], scale);
    if (halfStars === null) return { code: 'rating', column: mapping.rating! + 1 };
    const time = mapping.time === null ? 0 : toTime(cells[mapping.time]);
    if (Number.isNaN(time)) return { code: 'time', column: mapping.time! + 1 };
    if (!collector.add(user, item, halfStars, time)) return null;
    const title = mapping.title === null ? '' : cells[mapping.title].trim();
    if (title !== '' && !titles.has(item)) titles.set(detached(item), detached(title));
    const scenario = mapping.scenario === null ? '' : cells[mapping.scenario].trim();
    if (scenario !== '') addOnce(members(scenarios, scenario), item);
    return null;
  }
}

/** A copy, so that no line stays in memory for it. */
function addOnce(items: Set<Key>, item: string): void {
  if (!items.has(item)) items.add(detached(item));
}

function members(scenarios: Map<string, Set<Key>>, name: string): Set<Key> {
  let items = scenarios.get(name);
  if (!items) {
    if (scenarios.size === MOST_SCENARIOS) {
      throw new ImportError({ code: 'many-scenarios', most: MOST_SCENARIOS });
    }
    scenarios.set(detached(name), (items = new Set()));
  }
  return items;
}

/** 1..10, rounded to the nearest half star; null when it is no number or outside the scale. */
function toHalfStars(text: string, scale: number): number | null {
  if (text.trim() === '') return null;
  const halfStars = Math.round(Number(text.replace(',', '.')) * scale * 2);
  if (!Number.isFinite(halfStars) || halfStars > 10 || halfStars < 0) return null;
  // The lowest label of a 0/1 or 0..5 scale is the lowest star there is.
  return Math.max(halfStars, 1);
}

/** Seconds or milliseconds as they are, a date in milliseconds; 0 for an empty cell. */
function toTime(text: string): number {
  if (text.trim() === '') return 0;
  const number = Number(text);
  return Number.isFinite(number) ? number : Date.parse(text);
}

async function* records(
  source: Source,
  separator: string,
): AsyncIterable<{ record: TableRecord; bytes: number }> {
  const gatherer = new RecordGatherer(separator);
  for await (const { first, lines, bytes } of readLines(source)) {
    for (let i = 0; i < lines.length; i++) {
      for (const record of gatherer.take(lines[i], first + i)) yield { record, bytes };
    }
  }
  for (const record of gatherer.finish()) yield { record, bytes: source.size };
}
