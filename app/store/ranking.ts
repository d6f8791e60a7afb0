/**
 * Ranks and movement of a ranking: plain arithmetic on item indices. Plain loops, too: the whole
 * catalogue goes through them twice an edit, and a callback an item costs the page milliseconds.
 */

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
  return masked(order, shownMask(order.length, hidden, within), 1);
}

/** The items of `order` that `mask` marks with `mark`, in order. */
function masked(order: Uint32Array, mask: Uint8Array, mark: 0 | 1): Uint32Array {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (let k = 0; k < order.length; k++) if (mask[order[k]] === mark) kept[count++] = order[k];
  return kept.subarray(0, count);
}

/** Rank (1 is best) by item index, 0 for items that are not listed. */
export function rankTable(list: Uint32Array, count: number): Int32Array {
  const ranks = new Int32Array(count);
  for (let k = 0; k < list.length; k++) if (list[k] !== UNKNOWN) ranks[list[k]] = k + 1;
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
  for (let k = 0; k < order.length; k++) {
    const item = order[k];
    // A place that nobody recorded may be any item's.
    if (item === UNKNOWN) rank++;
    else if (mask[item] === 1) ranks[item] = ++rank;
  }
  const moves = new Float64Array(list.length);
  for (let k = 0; k < list.length; k++) {
    const was = ranks[list[k]];
    moves[k] = was === 0 ? NEW : was - (k + 1);
  }
  return moves;
}

type Ordered = Pick<Ranking, 'order' | 'scores'>;

/** A ranking of some items, with all others after them in `rest`'s order and with its scores. */
export function withRest(some: Ordered, rest: Ordered): Ordered {
  const end = some.order.indexOf(UNKNOWN);
  const known = end < 0 ? some.order : some.order.subarray(0, end);
  const ranked = shownMask(some.scores.length, [], known);
  const order = new Uint32Array(some.order.length).fill(UNKNOWN);
  order.set(known);
  order.set(masked(rest.order, ranked, 0), known.length);
  const scores = rest.scores.slice();
  for (let k = 0; k < known.length; k++) scores[known[k]] = some.scores[known[k]];
  return { order, scores };
}
