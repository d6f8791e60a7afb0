/** Ranks and movement of a ranking: plain arithmetic on item indices. */

/** A ranking as the adapter gave it, and the support set it was given for. */
export interface Ranking {
  /** Item indices, best first, support items included; `UNKNOWN` marks places nobody recorded. */
  order: Uint32Array;
  /** By item; NaN where nothing was recorded. */
  scores: Float32Array;
  /** Items of the support set that the ranking was computed for. */
  support: readonly number[];
}

export const UNKNOWN = 0xffffffff;
/** Movement of an item that the reference ranking did not list. */
export const NEW = Number.MAX_SAFE_INTEGER;

/** 1 for each of `count` items that a list may show: not `hidden`, in `within` where that is given. */
function shownMask(
  count: number,
  hidden: Iterable<number>,
  within: Iterable<number> | null,
): Uint8Array {
  const mask = new Uint8Array(count);
  if (within) for (const item of within) mask[item] = 1;
  else mask.fill(1);
  for (const item of hidden) mask[item] = 0;
  return mask;
}

/**
 * The items that the list shows: in order, without `hidden` and places that nobody recorded, only
 * `within` where that is given.
 * @param order a place for each item of the catalogue
 */
export function listed(
  order: Uint32Array,
  hidden: Iterable<number>,
  within: Iterable<number> | null,
): Uint32Array {
  const mask = shownMask(order.length, hidden, within);
  return order.filter((item) => mask[item] === 1);
}

/** Rank (1 is best) by item index, 0 for items that are not listed. */
export function rankTable(list: Uint32Array, count: number): Int32Array {
  const ranks = new Int32Array(count);
  list.forEach((item, position) => {
    if (item !== UNKNOWN) ranks[item] = position + 1;
  });
  return ranks;
}

/**
 * Places each item of `list` has gained against `reference` (positive: up), by position in `list`.
 * Items that are in the present support set are left out of both, so that adding a movie does not
 * make every movie below it seem to rise; items that were in the reference's support set are `NEW`.
 */
export function movement(
  list: Uint32Array,
  reference: Ranking,
  hidden: Iterable<number>,
  within: Iterable<number> | null,
): Float64Array {
  const { order, scores, support } = reference;
  const mask = shownMask(scores.length, [...hidden, ...support], within);
  const ranks = new Int32Array(scores.length);
  let rank = 0;
  for (const item of order) {
    // A place that nobody recorded may be any item's.
    if (item === UNKNOWN) rank++;
    else if (mask[item] === 1) ranks[item] = ++rank;
  }
  return Float64Array.from(list, (item, position) =>
    ranks[item] === 0 ? NEW : ranks[item] - (position + 1),
  );
}

type Ordered = Pick<Ranking, 'order' | 'scores'>;

/** A ranking of some items, with all others after them in `rest`'s order and with its scores. */
export function withRest(some: Ordered, rest: Ordered): Ordered {
  const end = some.order.indexOf(UNKNOWN);
  const known = end < 0 ? some.order : some.order.subarray(0, end);
  const ranked = shownMask(some.scores.length, [], known);
  const order = new Uint32Array(some.order.length).fill(UNKNOWN);
  order.set(known);
  order.set(
    rest.order.filter((item) => ranked[item] !== 1),
    known.length,
  );
  const scores = Float32Array.from(rest.scores);
  for (const item of known) scores[item] = some.scores[item];
  return { order, scores };
}

/** Share of `a`'s first `n` items that are also among `b`'s first `n`; for the polite sentence. */
export function overlap(a: Uint32Array, b: Uint32Array, n: number): number {
  const top = new Set(b.subarray(0, n));
  const size = Math.min(n, a.length);
  return size === 0 ? 0 : a.subarray(0, n).filter((item) => top.has(item)).length / size;
}
