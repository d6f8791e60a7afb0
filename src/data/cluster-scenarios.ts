/**
 * Scenarios for data that name none and have no genres: items that the same people chose, by k-means
 * on the directions of their factors. Without them a table of clicks would have no tasks to train on.
 */
import { createRandom, deriveSeed, type Random } from './random';
import type { RawScenario } from './raw-data';
import type { Factors, Movies } from './types';

/** Rarely chosen items have factors that say little; the first are the most chosen. */
const MOST_ITEMS = 4000;
/** Items a cluster should have, which decides how many there are. */
const ITEMS_EACH = 60;
const CLUSTERS = { fewest: 4, most: 24 } as const;
/** A smaller cluster is no scenario to sample tasks from. */
const SMALLEST = 20;
const ITERATIONS = 25;

/** Scenarios over item indices, named by their most chosen item; at least one, of everything. */
export function clusterScenarios(
  movies: Movies,
  { item, dim }: Pick<Factors, 'item' | 'dim'>,
  seed: number,
): RawScenario[] {
  const items: number[] = [];
  for (let i = 0; i < Math.min(MOST_ITEMS, movies.count); i++) {
    if (item.subarray(i * dim, (i + 1) * dim).some((value) => value !== 0)) items.push(i);
  }
  const rows = items.map((i) => unit(item.subarray(i * dim, (i + 1) * dim)));
  const wanted = Math.round(items.length / ITEMS_EACH);
  const clusters = Math.min(CLUSTERS.most, Math.max(CLUSTERS.fewest, wanted));
  const cluster = kMeans(rows, clusters, createRandom(deriveSeed(seed, 'alike')));
  const members = Array.from({ length: clusters }, (_, c) => items.filter((_, n) => cluster[n] === c)); // prettier-ignore
  const scenarios = members
    .filter((own) => own.length >= SMALLEST)
    .map((own): RawScenario => ({ name: `${movies.title[own[0]]} and alike`, items: own }));
  if (scenarios.length > 0) return scenarios;
  return [{ name: 'Everything', items: Array.from({ length: movies.count }, (_, i) => i) }];
}

function unit(row: Float32Array): Float32Array {
  const length = Math.hypot(...row);
  return row.map((value) => value / length);
}

/** Cluster of each row (Lloyd, from k-means++ seeds). */
function kMeans(rows: readonly Float32Array[], clusters: number, random: Random): Uint8Array {
  const cluster = new Uint8Array(rows.length);
  if (rows.length <= clusters) return cluster.map((_, n) => n);
  const centres = firstCentres(rows, clusters, random);
  for (let round = 0; round < ITERATIONS; round++) {
    let moved = false;
    rows.forEach((row, n) => {
      const nearest = nearestOf(centres, row);
      moved ||= nearest !== cluster[n];
      cluster[n] = nearest;
    });
    if (!moved && round > 0) break;
    centres.forEach((centre, c) => recentre(centre, rows, cluster, c));
  }
  return cluster;
}

/** Rows far from each other: each next one with a chance that grows with its squared distance. */
function firstCentres(rows: readonly Float32Array[], clusters: number, random: Random) {
  const centres = [Float64Array.from(rows[random.integer(rows.length)])];
  const distance = Float64Array.from(rows, (row) => squaredDistance(centres[0], row));
  while (centres.length < clusters) {
    let left = random.uniform() * distance.reduce((a, b) => a + b, 0);
    const next = distance.findIndex((d) => (left -= d) <= 0);
    const centre = Float64Array.from(rows[Math.max(0, next)]);
    centres.push(centre);
    rows.forEach((row, n) => (distance[n] = Math.min(distance[n], squaredDistance(centre, row))));
  }
  return centres;
}

function nearestOf(centres: readonly Float64Array[], row: Float32Array): number {
  let best = 0;
  let least = Infinity;
  centres.forEach((centre, c) => {
    const d = squaredDistance(centre, row);
    if (d < least) [least, best] = [d, c];
  });
  return best;
}

/** The mean of a cluster's rows; an empty cluster stays where it is. */
function recentre(
  centre: Float64Array,
  rows: readonly Float32Array[],
  cluster: Uint8Array,
  c: number,
): void {
  const own = rows.filter((_, n) => cluster[n] === c);
  if (own.length === 0) return;
  centre.fill(0);
  for (const row of own) row.forEach((value, j) => (centre[j] += value / own.length));
}

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2;
  return sum;
}
