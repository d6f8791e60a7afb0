/**
 * Gathers ratings one by one into growing columns, within a bound. When a data set is larger than
 * the bound, whole users are left out: each user has a fixed place in [0, 1) drawn from its name and
 * the seed, and the cut moves down until what remains fits. So the sample does not depend on how the
 * file is ordered, nor on its size being known beforehand, and every user that stays is complete.
 */
import { deriveSeed } from '../random';

/** Name of a user or an item in the source. */
export type Key = string | number;

export interface Collected {
  users: Key[];
  items: Key[];
  /** Dense indices into `users` and `items`, sorted by user, then item. */
  user: Uint32Array;
  item: Uint32Array;
  /** 1..10 */
  halfStars: Uint8Array;
  /** Ratings of the same user and item beyond the first; the last one in the file counts. */
  duplicates: number;
  /** Ratings left out because their user was. */
  sampledOut: number;
  /** Share of users kept. */
  kept: number;
}

export interface CollectOptions {
  /** Most ratings kept. */
  atMost: number;
  seed: number;
}

const FIRST_CAPACITY = 1 << 16;
/** Moving the cut costs a pass over what is held; a quarter each time keeps that rare. */
const CUT = 0.75;

export class RatingCollector {
  private users = new Map<Key, number>();
  private items = new Map<Key, number>();
  private places: number[] = [];
  private user = new Uint32Array(FIRST_CAPACITY);
  private item = new Uint32Array(FIRST_CAPACITY);
  private stars = new Uint8Array(FIRST_CAPACITY);
  private count = 0;
  private cut = 1;
  private sampledOut = 0;

  constructor(private readonly options: CollectOptions) {}

  /** Ratings held at present. */
  get size(): number {
    return this.count;
  }

  /** @param halfStars 1..10 */
  add(user: Key, item: Key, halfStars: number): void {
    const u = this.indexOfUser(user);
    if (this.places[u] >= this.cut) {
      this.sampledOut += 1;
      return;
    }
    if (this.count === this.user.length) this.grow();
    this.user[this.count] = u;
    this.item[this.count] = indexIn(this.items, item);
    this.stars[this.count] = halfStars;
    this.count += 1;
    while (this.count > this.options.atMost) this.leaveOutUsers();
  }

  /** The columns, sorted and without duplicates; users and items nobody refers to are dropped. */
  finish(): Collected {
    const order = new Uint32Array(this.count).map((_, i) => i);
    const { user, item } = this;
    order.sort((a, b) => user[a] - user[b] || item[a] - item[b] || a - b);
    const last = order.filter((row, i) => {
      const next = order[i + 1];
      return next === undefined || user[next] !== user[row] || item[next] !== item[row];
    });
    const users = compact([...this.users.keys()], last.map((row) => user[row])); // prettier-ignore
    const items = compact([...this.items.keys()], last.map((row) => item[row])); // prettier-ignore
    return {
      users: users.keys,
      items: items.keys,
      user: users.index,
      item: items.index,
      halfStars: Uint8Array.from(last, (row) => this.stars[row]),
      duplicates: this.count - last.length,
      sampledOut: this.sampledOut,
      kept: this.cut,
    };
  }

  private indexOfUser(key: Key): number {
    const before = this.users.size;
    const index = indexIn(this.users, key);
    if (index === before) this.places.push(placeOf(key, this.options.seed));
    return index;
  }

  private leaveOutUsers(): void {
    this.cut *= CUT;
    let to = 0;
    for (let from = 0; from < this.count; from++) {
      if (this.places[this.user[from]] >= this.cut) continue;
      this.user[to] = this.user[from];
      this.item[to] = this.item[from];
      this.stars[to] = this.stars[from];
      to += 1;
    }
    this.sampledOut += this.count - to;
    this.count = to;
  }

  private grow(): void {
    const capacity = Math.min(this.user.length * 2, this.options.atMost + 1);
    const larger = Math.max(capacity, this.user.length + 1);
    this.user = extended(this.user, new Uint32Array(larger));
    this.item = extended(this.item, new Uint32Array(larger));
    this.stars = extended(this.stars, new Uint8Array(larger));
  }
}

function indexIn(index: Map<Key, number>, key: Key): number {
  let at = index.get(key);
  if (at === undefined) index.set(key, (at = index.size));
  return at;
}

function extended<A extends Uint32Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** Renumbers `index` so that only keys in use remain, in their first order. */
function compact(keys: Key[], index: Uint32Array): { keys: Key[]; index: Uint32Array } {
  const used = new Uint8Array(keys.length);
  for (const i of index) used[i] = 1;
  const renumbered = new Uint32Array(keys.length);
  const kept: Key[] = [];
  keys.forEach((key, i) => {
    if (!used[i]) return;
    renumbered[i] = kept.length;
    kept.push(key);
  });
  return { keys: kept, index: index.map((i) => renumbered[i]) };
}

/** A user's place in [0, 1): a hash of name and seed, mixed so that near names lie far apart. */
function placeOf(key: Key, seed: number): number {
  let hash = deriveSeed(seed, String(key));
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
