/**
 * Seeded randomness, always passed in: the same seed gives the same tasks on every machine.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** Uniform in `[0, 1)`. */
  uniform(): number;
  /** Uniform integer in `0..n-1`; `n` at least 1. */
  integer(n: number): number;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed | 0);
  return {
    uniform: () => uniformFloat64(generator),
    integer: (n) => uniformInt(generator, 0, n - 1),
  };
}

/** A seed for one purpose (`split`, `tasks`), so that purposes do not share a stream (FNV-1a). */
export function deriveSeed(seed: number, purpose: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < purpose.length; i++) {
    hash = Math.imul(hash ^ purpose.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}

/** Standard normal (Box-Muller). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.uniform()));
  return radius * Math.cos(2 * Math.PI * random.uniform());
}

type Mutable = { length: number; [index: number]: number };

/** Fisher-Yates, in place. */
export function shuffle<T>(random: Random, array: T[]): T[];
export function shuffle<A extends Mutable>(random: Random, array: A): A;
export function shuffle(random: Random, array: { length: number; [index: number]: unknown }) {
  for (let i = array.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const swapped = array[i];
    array[i] = array[j];
    array[j] = swapped;
  }
  return array;
}

export function choice<T>(random: Random, array: ArrayLike<T>): T {
  if (array.length === 0) throw new RangeError('choice: nothing to choose from');
  return array[random.integer(array.length)];
}

/** `count` different members in random order, all of them when there are fewer. */
export function sampleWithoutReplacement<T>(
  random: Random,
  population: ArrayLike<T>,
  count: number,
): T[] {
  const n = population.length;
  const wanted = Math.min(count, n);
  // Fisher-Yates that remembers only the positions it has touched: O(count), not O(n).
  const moved = new Map<number, number>();
  const sample: T[] = new Array(wanted);
  for (let i = 0; i < wanted; i++) {
    const j = i + random.integer(n - i);
    sample[i] = population[moved.get(j) ?? j];
    moved.set(j, moved.get(i) ?? i);
  }
  return sample;
}
