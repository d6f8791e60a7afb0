/**
 * Scenario-specific task families (`docs/data.md`, 'Scenario tasks'): genre sets of one to three genres, and genre
 * x decade, that are neither too small to sample from nor nearly the whole catalogue.
 */
import { decadeIndex, genreMask } from './genres';
import { createRandom, deriveSeed, shuffle } from './random';
import { DECADES, GENRES } from './types';
import type { Family, Movies, Scenario } from './types';

/** A scenario has more than `above` and at most `atMost` movies. */
export interface ScenarioBounds {
  above: number;
  atMost: number;
}

export const SCENARIO_BOUNDS: ScenarioBounds = { above: 100, atMost: 1000 };

/** For a catalogue in which hardly any genre has a hundred. */
export const SMALL_BOUNDS: ScenarioBounds = { above: 20, atMost: 1000 };

/** The eight scenarios of the paper's Figure 3, two for each family: always held out. */
export const PICTURE_SCENARIOS = [
  'horror+thriller',
  'horror+sci-fi',
  'mystery+thriller',
  'crime+mystery',
  'comedy+romance',
  'drama+romance',
  'action+war',
  'drama+war',
] as const;

// IMAX is a screen format that MovieLens files under genres: no taste to adapt to.
const NO_SCENARIO = new Set<string>(['IMAX']);

const FAMILY_OF: readonly [Family, readonly string[]][] = [
  ['horror', ['Horror']],
  ['war', ['War']],
  ['romance', ['Romance']],
  ['suspense', ['Mystery', 'Thriller', 'Crime', 'Film-Noir']],
];

/** The first family, in the order above, that any of the genres belongs to. */
export function familyOf(genres: readonly number[]): Family {
  const names = genres.map((bit) => GENRES[bit] as string);
  return FAMILY_OF.find(([, members]) => names.some((n) => members.includes(n)))?.[0] ?? 'other';
}

export function scenarioId(genres: readonly number[], decade?: number): string {
  const set = genres.map((bit) => GENRES[bit].toLowerCase()).join('+');
  return decade === undefined ? set : `${set}@${decade}`;
}

export function scenarioName(genres: readonly number[], decade?: number): string {
  const set = genres.map((bit) => GENRES[bit]).join(' & ');
  return decade === undefined ? set : `${set}, ${decade}s`;
}

/** Items with all of `genres` and, where given, of that decade; ascending. */
export function scenarioItems(
  movies: Movies,
  genres: readonly number[],
  decade?: number,
): Uint32Array {
  const mask = genreMask(genres);
  const items: number[] = [];
  for (let i = 0; i < movies.count; i++) {
    if ((movies.genres[i] & mask) !== mask) continue;
    if (decade !== undefined && DECADES[decadeIndex(movies.year[i])] !== decade) continue;
    items.push(i);
  }
  return Uint32Array.from(items);
}

type Candidate = Pick<Scenario, 'genres' | 'decade' | 'items'>;

function genreSets(available: readonly number[]): number[][] {
  const sets: number[][] = [];
  for (let a = 0; a < available.length; a++) {
    sets.push([available[a]]);
    for (let b = a + 1; b < available.length; b++) {
      sets.push([available[a], available[b]]);
      for (let c = b + 1; c < available.length; c++) {
        sets.push([available[a], available[b], available[c]]);
      }
    }
  }
  return sets.sort((x, y) => x.length - y.length);
}

function candidates(movies: Movies, bounds: ScenarioBounds): Candidate[] {
  const fits = ({ items }: Candidate) =>
    items.length > bounds.above && items.length <= bounds.atMost;
  const available = GENRES.map((_, bit) => bit).filter((bit) => !NO_SCENARIO.has(GENRES[bit]));
  const sets = genreSets(available)
    .map((genres): Candidate => ({ genres, items: scenarioItems(movies, genres) }))
    .filter(fits);
  const decades = available
    .flatMap((bit) => DECADES.map((decade) => ({ genres: [bit], decade })))
    .map((c): Candidate => ({ ...c, items: scenarioItems(movies, c.genres, c.decade) }))
    .filter(fits);
  return [...sets, ...decades];
}

/** Genres and decade, as words. */
const attributesOf = ({ genres, decade }: Candidate): string[] => [
  ...genres.map((bit) => GENRES[bit]),
  ...(decade === undefined ? [] : [`${decade}s`]),
];

/**
 * Positions of the scenarios held out for meta-testing: the picture scenarios that exist, then
 * others drawn with `seed` until they are a quarter. Every genre and decade stays in at least one
 * scenario of meta-training: meta-testing asks for combinations that nobody has seen, not for the
 * meaning of a column that was never needed before (Western has a single scenario).
 */
function drawHeldOut(found: readonly Candidate[], ids: readonly string[], seed: number) {
  const remaining = new Map<string, number>();
  const count = (n: number, by: number) =>
    attributesOf(found[n]).forEach((a) => remaining.set(a, (remaining.get(a) ?? 0) + by));
  const positions = Array.from(found.keys());
  positions.forEach((n) => count(n, 1));

  const heldOut = new Set<number>();
  const hold = (n: number) => {
    heldOut.add(n);
    count(n, -1);
  };
  const isPicture = (n: number) => (PICTURE_SCENARIOS as readonly string[]).includes(ids[n]);
  positions.filter(isPicture).forEach(hold);
  const others = positions.filter((n) => !isPicture(n));
  for (const n of shuffle(createRandom(deriveSeed(seed, 'scenario folds')), others)) {
    if (heldOut.size >= Math.floor(found.length / 4)) break;
    if (attributesOf(found[n]).every((a) => (remaining.get(a) ?? 0) > 1)) hold(n);
  }
  return heldOut;
}

/** All scenarios of a catalogue in a fixed order, each in its fold. */
export function buildScenarios(
  movies: Movies,
  seed: number,
  bounds: ScenarioBounds = SCENARIO_BOUNDS,
): Scenario[] {
  const found = candidates(movies, bounds);
  const ids = found.map((c) => scenarioId(c.genres, c.decade));
  const heldOut = drawHeldOut(found, ids, seed);
  return found.map((c, n) => ({
    id: ids[n],
    name: scenarioName(c.genres, c.decade),
    genres: c.genres,
    ...(c.decade === undefined ? {} : { decade: c.decade }),
    family: familyOf(c.genres),
    fold: heldOut.has(n) ? 'metaTest' : 'metaTrain',
    items: c.items,
  }));
}

/** Fewer tell nothing apart, and leave none to hold out. */
const FEWEST = 8;

/** `buildScenarios` with bounds that suit the catalogue's size; none where genres are too few. */
export function genreScenarios(movies: Movies, seed: number): Scenario[] {
  for (const bounds of [SCENARIO_BOUNDS, SMALL_BOUNDS]) {
    const scenarios = buildScenarios(movies, seed, bounds);
    if (scenarios.length >= FEWEST) return scenarios;
  }
  return [];
}

/** URL-safe and unlike any other in `taken`. */
function listedId(name: string, taken: ReadonlySet<string>): string {
  const plain = name.toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-+|-+$/g, '') || 'scenario'; // prettier-ignore
  let id = plain;
  for (let n = 0; taken.has(id); n++) id = `${plain}-${letters(n)}`;
  return id;
}

/** 0 -> a, 25 -> z, 26 -> aa: ids that are made of names hold no digits. */
const letters = (n: number): string =>
  (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(97 + (n % 26));

/**
 * Scenarios that the data names itself, a quarter of them (of each domain; one of a few) held out with `seed`.
 * @param place of each raw movie in the catalogue
 */
export function listedScenarios(
  raw: readonly { name: string; items: readonly number[]; domain?: string }[],
  place: Uint32Array,
  seed: number,
): Scenario[] {
  const taken = new Set<string>();
  const scenarios = raw.map(({ name, items, domain }): Scenario => {
    const id = listedId(name, taken);
    taken.add(id);
    return {
      id,
      name,
      genres: [],
      family: 'other',
      fold: 'metaTrain',
      ...(domain === undefined ? {} : { domain }),
      listed: true,
      items: Uint32Array.from(items, (item) => place[item]).sort(),
    };
  });
  const random = createRandom(deriveSeed(seed, 'scenario folds'));
  for (const domain of new Set(raw.map((scenario) => scenario.domain))) {
    const own = shuffle(random, scenarios.filter((scenario) => scenario.domain === domain)); // prettier-ignore
    const heldOut = own.length < 2 ? 0 : Math.max(1, Math.floor(own.length / 4));
    for (const scenario of own.slice(0, heldOut)) scenario.fold = 'metaTest';
  }
  return scenarios;
}
