/**
 * Gathers ratings one by one into growing columns, within a bound. When a data set is larger than
 * the bound, whole users are left out: each user has a fixed place in [0, 1) drawn from its name and
 * the seed, and the cut moves down until what remains fits. So the sample does not depend on how the
 * file is ordered, nor on its size being known beforehand, and every user that stays is complete.
 * Memory follows the bound: what is left out is not remembered by name either.
 */
import { deriveSeed } from '../random';
import { detached } from './text';

/** Name of a user or an item in the source. */
export type Key = string | number;

export interface Collected {
  users: Key[];
  items: Key[];
  /** Dense indices into `users` and `items`, sorted by user, then item. */
  user: Uint32Array;
  item: Uint32Array;
  /** As they were added. */
  value: Float32Array;
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
  /** By user index. */
  private places: number[] = [];
  private user = new Uint32Array(FIRST_CAPACITY);
  private item = new Uint32Array(FIRST_CAPACITY);
  private value = new Float32Array(FIRST_CAPACITY);
  private time: Float64Array | null = null;
  private count = 0;
  private cut = 1;
  private sampledOut = 0;

  constructor(private readonly options: CollectOptions) {}

  /** Ratings held at present. */
  get size(): number {
    return this.count;
  }

  /**
   * @param value half stars, or what becomes of a scale later
   * @param time of the rating, in any unit: of several of one pair the latest counts, then the last
   * @returns whether it is held; not when its user is left out
   */
  add(user: Key, item: Key, value: number, time = 0): boolean {
    const u = this.indexOfUser(user);
    if (u < 0) {
      this.sampledOut += 1;
      return false;
    }
    if (this.count === this.user.length) this.grow();
    this.user[this.count] = u;
    this.item[this.count] = indexIn(this.items, item);
    this.value[this.count] = value;
    if (time !== 0) this.time ??= new Float64Array(this.user.length);
    if (this.time) this.time[this.count] = time;
    this.count += 1;
    while (this.count > this.options.atMost) this.leaveOutUsers();
    return true;
  }

  /** Of several ratings of one pair the last in the file counts then. */
  forgetTimes(): void {
    this.time = null;
  }

  /** The columns, sorted and without duplicates; users and items nobody refers to are dropped. */
  finish(): Collected {
    const order = new Uint32Array(this.count).map((_, i) => i);
    const { user, item } = this;
    const time = this.time ?? new Float64Array(0);
    const later = (a: number, b: number): number => (this.time ? time[a] - time[b] : 0);
    order.sort((a, b) => user[a] - user[b] || item[a] - item[b] || later(a, b) || a - b);
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
      value: Float32Array.from(last, (row) => this.value[row]),
      duplicates: this.count - last.length,
      sampledOut: this.sampledOut,
      kept: this.cut,
    };
  }

  /** -1 for a user who is left out: those are not remembered, however many there are. */
  private indexOfUser(key: Key): number {
    const known = this.users.get(key);
    if (known !== undefined) return known;
    const place = placeOf(key, this.options.seed);
    if (place >= this.cut) return -1;
    this.places.push(place);
    return indexIn(this.users, key);
  }

  private leaveOutUsers(): void {
    this.cut *= CUT;
    let to = 0;
    for (let from = 0; from < this.count; from++) {
      if (this.places[this.user[from]] >= this.cut) continue;
      this.user[to] = this.user[from];
      this.item[to] = this.item[from];
      this.value[to] = this.value[from];
      if (this.time) this.time[to] = this.time[from];
      to += 1;
    }
    this.sampledOut += this.count - to;
    this.count = to;
    this.forget();
  }

  /** Drops the names of users and items that no rating refers to any more. */
  private forget(): void {
    const users = compact([...this.users.keys()], this.user.subarray(0, this.count));
    const items = compact([...this.items.keys()], this.item.subarray(0, this.count));
    this.users = new Map(users.keys.map((key, index) => [key, index]));
    this.items = new Map(items.keys.map((key, index) => [key, index]));
    this.places = users.keys.map((key) => placeOf(key, this.options.seed));
    this.user.set(users.index);
    this.item.set(items.index);
  }

  private grow(): void {
    const capacity = Math.min(this.user.length * 2, this.options.atMost + 1);
    const larger = Math.max(capacity, this.user.length + 1);
    this.user = extended(this.user, new Uint32Array(larger));
    this.item = extended(this.item, new Uint32Array(larger));
    this.value = extended(this.value, new Float32Array(larger));
    if (this.time) this.time = extended(this.time, new Float64Array(larger));
  }
}

/**
 * The index of a key, which is new at the end. A key that stays is copied: as a part of a line it
 * would keep the whole megabyte alive that it was cut from.
 */
function indexIn(index: Map<Key, number>, key: Key): number {
  let at = index.get(key);
  if (at === undefined) {
    index.set(typeof key === 'string' ? detached(key) : key, (at = index.size));
  }
  return at;
}

function extended<A extends Uint32Array | Float32Array | Float64Array>(from: A, to: A): A {
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

/** The same without some of its ratings, and without users and items that nobody refers to then. */
export function withoutRows(from: Collected, leftOut: (row: number) => boolean): Collected {
  const rows = from.user.map((_, row) => row).filter((row) => !leftOut(row));
  const users = compact(from.users, rows.map((row) => from.user[row])); // prettier-ignore
  const items = compact(from.items, rows.map((row) => from.item[row])); // prettier-ignore
  return {
    ...from,
    users: users.keys,
    items: items.keys,
    user: users.index,
    item: items.index,
    value: Float32Array.from(rows, (row) => from.value[row]),
  };
}

/** A user's place in [0, 1): a hash of name and seed, mixed so that near names lie far apart. */
function placeOf(key: Key, seed: number): number {
  let hash = deriveSeed(seed, String(key));
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
