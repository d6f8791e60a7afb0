/** Reads a mapped table into ratings, with the scenario and the title of each item where given. */
import { RatingCollector, type Collected, type CollectOptions, type Key } from './collect';
import { ImportError, Problems } from './problem';
import type { Progress } from './progress';
import type { Source } from './source';
import { splitLine, type Mapping, type TableShape } from './table';
import { readLines, LONGEST_LINE } from './text';
import { TOLERATED_SHARE } from './tolerance';

export interface Table {
  ratings: Collected;
  titles: Map<Key, string>;
  /** Items by scenario name. */
  scenarios: Map<string, Set<Key>>;
  problems: Problems;
}

/** A click counts as this many half stars. */
const LIKED = 10;

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

  for await (const { line, number, bytes } of records(source)) {
    progress.report({ stage: 'read', file: source.name, done: bytes, total: source.size });
    if ((shape.header && number === 1) || line.trim() === '') continue;
    const cells = splitLine(line, shape.separator);
    const problem = take(cells);
    if (problem) problems.add(source.name, number, problem, line);
    else good += 1;
  }
  if (good + problems.count === 0) {
    throw new ImportError(
      `${source.name} is empty.`,
      'Expected one line for each rating or click.',
    );
  }
  if (problems.count / (good + problems.count) > TOLERATED_SHARE) {
    throw new ImportError(
      `${problems.count} of ${good + problems.count} lines of ${source.name} do not fit the columns chosen.`,
      'Check which column is the user, the item and the rating, and the scale of the ratings.',
      problems.examples,
    );
  }
  return { ratings: collector.finish(), titles, scenarios, problems };

  /** Takes a record; says what was expected when it cannot. */
  function take(cells: readonly string[]): string | null {
    if (cells.length < wanted) return `${wanted} columns`;
    const user = cells[mapping.user].trim();
    const item = cells[mapping.item].trim();
    if (user === '' || item === '') return 'a user and an item';
    const halfStars = mapping.rating === null ? LIKED : toHalfStars(cells[mapping.rating], scale);
    if (halfStars === null) return `a rating that comes to 0.5 to 5 stars`;
    collector.add(user, item, halfStars);
    const title = mapping.title === null ? '' : cells[mapping.title].trim();
    if (title !== '') titles.set(item, title);
    const scenario = mapping.scenario === null ? '' : cells[mapping.scenario].trim();
    if (scenario !== '') members(scenarios, scenario).add(item);
    return null;
  }
}

function members(scenarios: Map<string, Set<Key>>, name: string): Set<Key> {
  let items = scenarios.get(name);
  if (!items) scenarios.set(name, (items = new Set()));
  return items;
}

/** 1..10, rounded to the nearest half star; null when it is no number or outside the scale. */
function toHalfStars(text: string, scale: number): number | null {
  if (text.trim() === '') return null;
  const halfStars = Math.round(Number(text) * scale * 2);
  if (!Number.isFinite(halfStars) || halfStars > 10 || halfStars < 0) return null;
  // The lowest label of a 0/1 or 0..5 scale is the lowest star there is.
  return Math.max(halfStars, 1);
}

/** Lines joined while a quoted field runs on: a record of CSV may hold line ends. */
async function* records(
  source: Source,
): AsyncIterable<{ line: string; number: number; bytes: number }> {
  let open = '';
  let openAt = 0;
  for await (const { first, lines, bytes } of readLines(source)) {
    for (let i = 0; i < lines.length; i++) {
      const line = open ? `${open}\n${lines[i]}` : lines[i];
      if (!open) openAt = first + i;
      if (quotesBalance(line) || line.length > LONGEST_LINE) {
        open = '';
        yield { line, number: openAt, bytes };
      } else open = line;
    }
  }
  if (open) yield { line: open, number: openAt, bytes: source.size };
}

function quotesBalance(line: string): boolean {
  let quotes = 0;
  for (let i = line.indexOf('"'); i >= 0; i = line.indexOf('"', i + 1)) quotes += 1;
  return quotes % 2 === 0;
}
