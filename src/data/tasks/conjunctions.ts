/**
 * Task augmentation (`docs/data.md`, 'Treatments'): more meta-training tasks, each a conjunction of
 * genre and decade literals such as `comedy, 1980s, not romance`, none of them close to a held-out
 * scenario.
 */
import { decadeIndex } from '../genres';
import { choice, createRandom, deriveSeed } from '../random';
import type { Random } from '../random';
import { DECADES, GENRES } from '../types';
import type { Dataset, Movies } from '../types';
import { restrictToItems } from './pools';
import type { Positives } from './pools';

export const CONJUNCTION_RULES = {
  /** Chances of one, two and three literals. */
  literals: [0.2, 0.5, 0.3],
  decadeLast: 0.4,
  negatedGenre: 0.3,
  movies: { atLeast: 30, atMost: 1500 },
  interactions: 60,
  /** Largest Jaccard similarity with a held-out scenario. */
  similarity: 0.5,
} as const;

interface Conjunction {
  genres: number[];
  decade?: number;
  without?: number;
}

function drawConjunction(random: Random): Conjunction {
  const [one, two] = CONJUNCTION_RULES.literals;
  const draw = random.uniform();
  const literals = draw < one ? 1 : draw < one + two ? 2 : 3;
  const hasDecade = random.uniform() < CONJUNCTION_RULES.decadeLast;
  const genres = new Set<number>();
  while (genres.size < literals - (hasDecade ? 1 : 0)) genres.add(random.integer(GENRES.length));
  const conjunction: Conjunction = { genres: [...genres].sort((a, b) => a - b) };
  if (hasDecade) conjunction.decade = random.integer(DECADES.length);
  if (random.uniform() < CONJUNCTION_RULES.negatedGenre) {
    const others = GENRES.map((_, bit) => bit).filter((bit) => !genres.has(bit));
    conjunction.without = choice(random, others);
  }
  return conjunction;
}

function idOf({ genres, decade, without }: Conjunction): string {
  return [
    ...genres.map((bit) => GENRES[bit].toLowerCase()),
    ...(decade === undefined ? [] : [`${DECADES[decade]}s`]),
    ...(without === undefined ? [] : [`not-${GENRES[without].toLowerCase()}`]),
  ].join('&');
}

function itemsOf(movies: Movies, { genres, decade, without }: Conjunction): number[] {
  const items: number[] = [];
  for (let i = 0; i < movies.count; i++) {
    const mask = movies.genres[i];
    const fits =
      genres.every((bit) => (mask >> bit) & 1) &&
      (decade === undefined || decadeIndex(movies.year[i]) === decade) &&
      (without === undefined || !((mask >> without) & 1));
    if (fits) items.push(i);
  }
  return items;
}

/** @param b without repetitions */
export function jaccard(a: ReadonlySet<number>, b: ArrayLike<number>): number {
  let shared = 0;
  for (let k = 0; k < b.length; k++) if (a.has(b[k])) shared++;
  const union = a.size + b.length - shared;
  return union === 0 ? 0 : shared / union;
}

// So many draws without a new task mean that the catalogue has no more to give.
const PATIENCE = 200;

/** Up to `count` conjunction tasks, drawn with `seed`; fewer when the catalogue has no more. */
export function conjunctionPositives(
  { movies, scenarios }: Pick<Dataset, 'movies' | 'scenarios'>,
  pool: Positives,
  count: number,
  seed: number,
): Positives[] {
  const random = createRandom(deriveSeed(seed, 'conjunctions'));
  const heldOut = scenarios.filter((s) => s.fold !== 'metaTrain').map((s) => s.items);
  const interactionsOf = new Uint32Array(movies.count);
  for (const item of pool.item) interactionsOf[item]++;
  const { movies: bounds, interactions, similarity } = CONJUNCTION_RULES;
  const found = new Map<string, Positives>();
  let idle = 0;
  while (found.size < count && idle < PATIENCE) {
    idle++;
    const conjunction = drawConjunction(random);
    const id = idOf(conjunction);
    if (found.has(id)) continue;
    const items = itemsOf(movies, conjunction);
    if (items.length < bounds.atLeast || items.length > bounds.atMost) continue;
    if (items.reduce((sum, item) => sum + interactionsOf[item], 0) < interactions) continue;
    const among = new Set(items);
    if (heldOut.some((scenario) => jaccard(among, scenario) > similarity)) continue;
    found.set(id, restrictToItems(pool, id, items));
    idle = 0;
  }
  return [...found.values()];
}
