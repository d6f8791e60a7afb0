/**
 * A second domain for those who have none: a made-up shop, named as generated wherever it is shown.
 * Shoppers have one or two favourite themes; things have one, and some are bought more than others.
 */
import type { RawData } from '../raw-data';
import { createRandom, deriveSeed, type Random } from '../random';

const THEMES = [
  'Pottery', 'Gardening', 'Camping', 'Baking', 'Cycling', 'Board games', 'Knitting', 'Astronomy',
] as const; // prettier-ignore
const THINGS = 48;
const SHOPPERS = 260;
const PURCHASES = 36;
/** Share of purchases from the favourite themes. */
const LOYALTY = 0.8;

export const GENERATED_NAME = 'Generated shop';

export function generatedDomain(seed: number): RawData {
  const random = createRandom(deriveSeed(seed, 'generated domain'));
  const movies = THEMES.flatMap((theme, t) =>
    Array.from({ length: THINGS }, (_, k) => ({
      id: t * THINGS + k + 1,
      title: `${theme}, thing ${k + 1}`,
      year: 0,
      genres: 0,
    })),
  );
  const data: RawData = {
    movies,
    user: [],
    item: [],
    halfStars: [],
    scenarios: THEMES.map((name, t) => ({
      name,
      items: Array.from({ length: THINGS }, (_, k) => t * THINGS + k),
    })),
  };
  for (let user = 0; user < SHOPPERS; user++) {
    const favourites = [random.integer(THEMES.length), random.integer(THEMES.length)];
    const bought = new Set<number>();
    while (bought.size < PURCHASES) bought.add(purchase(random, favourites));
    for (const item of bought) {
      const loved = favourites.includes(Math.floor(item / THINGS));
      data.user.push(user);
      data.item.push(item);
      data.halfStars.push(loved ? 7 + random.integer(4) : 2 + random.integer(5));
    }
  }
  return data;
}

function purchase(random: Random, favourites: readonly number[]): number {
  const theme =
    random.uniform() < LOYALTY
      ? favourites[random.integer(favourites.length)]
      : random.integer(THEMES.length);
  // The square puts the first things of a theme in front: they are its bestsellers.
  return theme * THINGS + Math.floor(random.uniform() ** 2 * THINGS);
}
