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

/** The items that the list shows: in order, without `hidden`, only `within` where that is given. */
export function listed(
  order: Uint32Array,
  hidden: ReadonlySet<number>,
  within: ReadonlySet<number> | null,
): Uint32Array {
  return order.filter((item) => !hidden.has(item) && (within === null || within.has(item)));
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
  hidden: ReadonlySet<number>,
  within: ReadonlySet<number> | null,
): Float64Array {
  const before = new Set(reference.support);
  const old = reference.order.filter(
    (item) =>
      !hidden.has(item) && !before.has(item) && (item === UNKNOWN || !within || within.has(item)),
  );
  const ranks = rankTable(old, reference.scores.length);
  return Float64Array.from(list, (item, position) =>
    ranks[item] === 0 ? NEW : ranks[item] - (position + 1),
  );
}

type Ordered = Pick<Ranking, 'order' | 'scores'>;

/** A ranking of some items, with all others after them in `rest`'s order and with its scores. */
export function withRest(some: Ordered, rest: Ordered): Ordered {
  const end = some.order.indexOf(UNKNOWN);
  const known = end < 0 ? some.order : some.order.subarray(0, end);
  const ranked = new Set(known);
  const order = new Uint32Array(some.order.length).fill(UNKNOWN);
  order.set(known);
  order.set(
    rest.order.filter((item) => !ranked.has(item)),
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
