/**
 * Which column means what: by its name where that says it, and by its cells. A column that looks like
 * ratings is taken for them even without a name: 'every line is a like' is for tables that have none.
 */
import { fieldOfName, type Field } from './names';
import type { ColumnProfile } from './profile';
import type { RatingValues } from './scale';

/** Cells of a named column that must be fit for what the name says. */
const FIT = 0.6;
const RATING_VALUES_MOST = 201;
/** Titles are about as many as items. */
const TITLES_OF_ITEMS = 0.8;
/** A diary names some films twice. */
const MOSTLY_ONCE = 0.6;

/** @param columns their names; null where the table has none */
export function guessMapping(
  columns: readonly string[] | null,
  profiles: readonly ColumnProfile[],
  ratings: readonly RatingValues[],
  rows: readonly (readonly string[])[],
): Partial<Record<Field, number>> {
  const guess: Partial<Record<Field, number>> = columns
    ? byName(columns, profiles, ratings, rows)
    : {};
  const free = (column: number): boolean => !Object.values(guess).includes(column);
  const all = profiles.map((_, column) => column);
  if (guess.item === undefined && guess.title !== undefined) {
    const isPerson = guess.user === undefined && !columns;
    if (!isPerson) guess.item = guess.title;
  }
  const known = columns?.map((name) => fieldOfName(name) !== null) ?? all.map(() => false);
  const isKey = (column: number): boolean =>
    free(column) && !known[column] && !profiles[column].counter && profiles[column].filled > 0.5 && !(ratings[column].numeric > 0.9 && !Number.isInteger(ratings[column].high)); // prettier-ignore
  if (isOwnList(columns, profiles, ratings)) return ownList(profiles, ratings);
  if (!columns) placesByContent(guess, profiles, ratings);
  else {
    // Names that say nothing: the first columns whose values come again, in the usual order.
    const keys = all.filter((column) => isKey(column) && profiles[column].different < 0.9);
    if (guess.item === undefined && guess.user === undefined && keys.length < 2) keys.length = 0;
    // Of one person each thing is there once, or nearly.
    const isOwn = guess.item !== undefined && profiles[guess.item].different > MOSTLY_ONCE;
    if (guess.user === undefined && !isOwn) guess.user = keys.shift();
    if (guess.item === undefined) guess.item = keys.shift();
    if (guess.user === undefined) delete guess.user;
    if (guess.item === undefined) delete guess.item;
  }
  if (guess.rating === undefined) {
    const at = all.find((column) => free(column) && !known[column] && looksLikeRatings(profiles[column], ratings[column])); // prettier-ignore
    if (at !== undefined && guess.user !== undefined) guess.rating = at;
  }
  return guess;
}

/** A list of titles without names of columns, alone or with a rating each. */
function isOwnList(
  columns: readonly string[] | null,
  profiles: readonly ColumnProfile[],
  ratings: readonly RatingValues[],
): boolean {
  if (columns || profiles.length === 0) return false;
  const [first, ...others] = profiles;
  if (others.length === 0) return first.numeric < 0.5;
  return (
    others.length < 3 &&
    first.different > 0.95 &&
    first.letters > 3 &&
    others.every((profile, k) => profile.numeric > 0.9 && !looksLikeKeys(profile, ratings[k + 1]))
  );
}

/** Whole numbers beyond any rating and any year. */
const looksLikeKeys = (profile: ColumnProfile, { high }: RatingValues): boolean =>
  profile.numeric > 0.9 && high > 2100;

function ownList(
  profiles: readonly ColumnProfile[],
  ratings: readonly RatingValues[],
): Partial<Record<Field, number>> {
  const year = ratings.findIndex(({ low, high }) => low > 1850 && high < 2100);
  const rating = profiles.findIndex((profile, at) => at > 0 && looksLikeRatings(profile, ratings[at])); // prettier-ignore
  return { item: 0, title: 0, ...(year > 0 ? { year } : {}), ...(rating > 0 && rating !== year ? { rating } : {}) }; // prettier-ignore
}

function byName(
  columns: readonly string[],
  profiles: readonly ColumnProfile[],
  ratings: readonly RatingValues[],
  rows: readonly (readonly string[])[],
): Partial<Record<Field, number>> {
  const guess: Partial<Record<Field, number>> = {};
  const best: Partial<Record<Field, number>> = {};
  columns.forEach((name, column) => {
    const named = fieldOfName(name);
    if (!named) return;
    const strength = named.strength * fitness(named.field, profiles[column], ratings[column]);
    if (strength <= (best[named.field] ?? 0)) return;
    best[named.field] = strength;
    guess[named.field] = column;
  });
  // A person's name in a table that names its things otherwise.
  if (guess.user === undefined && guess.item !== undefined && guess.title !== undefined) {
    const name = columns[guess.title].trim().toLowerCase();
    if (name === 'name' && !follows(rows, guess.item, guess.title)) {
      guess.user = guess.title;
      delete guess.title;
    }
  }
  return guess;
}

/** Whether a value of one column nearly always comes with the same of another. */
function follows(rows: readonly (readonly string[])[], from: number, to: number): boolean {
  const first = new Map<string, string>();
  let same = 0;
  for (const row of rows) {
    if (!first.has(row[from])) first.set(row[from], row[to]);
    if (first.get(row[from]) === row[to]) same += 1;
  }
  return same >= 0.9 * rows.length;
}

/** 0..1: a name is believed less where the cells do not fit it, and not at all where there are none. */
function fitness(field: Field, profile: ColumnProfile, rating: RatingValues): number {
  if (profile.filled === 0) return 0;
  if (field === 'rating') return rating.numeric >= FIT ? 1 : 0.2;
  if (field === 'title') return profile.numeric < 1 - FIT ? 1 : 0.3;
  if (field === 'time') return profile.times ? 1 : 0.3;
  if (field === 'scenario') return profile.numeric < 1 - FIT || profile.distinct < 50 ? 1 : 0.3;
  return 1;
}

/** Few values, no index, and not all the same. */
export function looksLikeRatings(profile: ColumnProfile, rating: RatingValues): boolean {
  if (profile.filled === 0 || profile.counter || rating.numeric < 0.9) return false;
  if (rating.distinct < 2 || rating.distinct > RATING_VALUES_MOST) return false;
  if (rating.scale === 'counts' || rating.scale === 'hours') return profile.different < 0.5;
  // As many values as a scale of ten has, or halves and tenths of one.
  return rating.high <= 10 || rating.distinct <= 21 || !Number.isInteger(rating.low);
}

/** A table without names: user, item, rating, time, unless the cells say otherwise. */
function placesByContent(
  guess: Partial<Record<Field, number>>,
  profiles: readonly ColumnProfile[],
  ratings: readonly RatingValues[],
): void {
  const left = profiles.map((_, column) => column).filter((column) => !(profiles[column].counter && column === 0 && profiles.length > 3)); // prettier-ignore
  const take = (field: Field, test: (column: number) => boolean): void => {
    const at = left.find(test);
    if (at === undefined) return;
    guess[field] = at;
    left.splice(left.indexOf(at), 1);
  };
  const isTime = (column: number): boolean => {
    const { times, largest } = profiles[column];
    return times !== null && (times.kind !== 'number' || largest > 3e8);
  };
  const behind = left.slice(2);
  take('time', (column) => behind.includes(column) && isTime(column));
  take('rating', (column) => behind.includes(column) && looksLikeRatings(profiles[column], ratings[column])); // prettier-ignore
  if (guess.rating === undefined && left.length > 2) {
    take('rating', (column) => behind.includes(column) && ratings[column].numeric > 0.9 && ratings[column].high <= 100); // prettier-ignore
  }
  take('user', () => true);
  take('item', () => true);
  take('title', (column) => profiles[column].numeric < 0.4 && profiles[column].letters > 3 && profiles[column].lists < 0.5 && profiles[column].distinct >= TITLES_OF_ITEMS * profiles[guess.item!].distinct); // prettier-ignore
}
