/**
 * A rehearsal of meta-testing, for choosing between recipes without a look at what is held out: the
 * held-out scenarios and users are left out, and a part of those of meta-training stands in for them.
 *
 * Stand-ins must be like what they stand in for, or the wrong recipe wins: as many sets of one, two
 * and three genres and genre x decade, and as close to a scenario that stays in training. (Drawn
 * from all alike, they were mostly genre x decade, far from everything else, and some had a genre that
 * training never saw: extra tasks looked twice as good as they are; `docs/what-was-tried.md`.)
 */
import { createRandom, deriveSeed, sampleWithoutReplacement, shuffle } from './random';
import type { Random } from './random';
import { jaccard } from './tasks/conjunctions';
import { SPLIT } from './types';
import type { Dataset, Scenario } from './types';

export const REHEARSAL = {
  /** Share of the scenarios of meta-training that stand in for held-out ones. */
  scenarios: 1 / 6,
  /** Least Jaccard similarity of a stand-in with the nearest scenario that is not one. */
  nearest: 0.3,
  /** Share of the interactions of meta-training that stand in for those of meta-testing. */
  interactions: 1 / 4,
  /** Share of the users of meta-training (rating setting). */
  raters: 1 / 5,
} as const;

/** Genres of a scenario, or `decade`. */
const kindOf = ({ genres, decade }: Scenario): string =>
  decade === undefined ? `${genres.length} genres` : 'decade';

const nearest = (scenario: Scenario, others: readonly Scenario[]): number => {
  const items = new Set(scenario.items);
  return Math.max(0, ...others.map((other) => jaccard(items, other.items)));
};

function drawStandIns(
  random: Random,
  scenarios: readonly Scenario[],
  heldOut: readonly Scenario[],
) {
  const wanted = Math.floor(scenarios.length * REHEARSAL.scenarios);
  const room = new Map<string, number>();
  for (const scenario of heldOut) {
    const kind = kindOf(scenario);
    room.set(kind, (room.get(kind) ?? 0) + wanted / heldOut.length);
  }
  const standIns = new Set<Scenario>();
  for (const scenario of shuffle(random, [...scenarios])) {
    const left = room.get(kindOf(scenario)) ?? 0;
    const others = scenarios.filter((other) => other !== scenario && !standIns.has(other));
    if (Math.round(left) < 1 || nearest(scenario, others) < REHEARSAL.nearest) continue;
    room.set(kindOf(scenario), left - 1);
    standIns.add(scenario);
  }
  return standIns;
}

/** `Ratings.split` with the test interactions in the background and stand-ins in their place. */
function rehearsedSplit(random: Random, split: Uint8Array): Uint8Array {
  return split.map((part) => {
    if (part === SPLIT.metaTest) return SPLIT.background;
    const standsIn = part === SPLIT.metaTrain && random.uniform() < REHEARSAL.interactions;
    return standsIn ? SPLIT.metaTest : part;
  });
}

/** `Raters.fold` likewise. */
function rehearsedFold(random: Random, fold: Uint8Array): Uint8Array {
  const training = Array.from(fold.keys()).filter((user) => fold[user] === SPLIT.metaTrain);
  const wanted = Math.round(training.length * REHEARSAL.raters);
  const standIns = new Set(sampleWithoutReplacement(random, training, wanted));
  return fold.map((part, user) => {
    if (part === SPLIT.metaTest) return SPLIT.background;
    return standIns.has(user) ? SPLIT.metaTest : part;
  });
}

/** The data set in which meta-testing is rehearsed; another `seed`, other stand-ins. */
export function rehearsal(dataset: Dataset, seed: number): Dataset {
  const random = (what: string) => createRandom(deriveSeed(seed, `rehearsal ${what}`));
  const scenarios = dataset.scenarios.filter(({ fold }) => fold === 'metaTrain');
  const heldOut = dataset.scenarios.filter(({ fold }) => fold === 'metaTest');
  const standIns = drawStandIns(random('scenarios'), scenarios, heldOut);
  const { ratings, raters } = dataset;
  return {
    ...dataset,
    ratings: { ...ratings, split: rehearsedSplit(random('interactions'), ratings.split) },
    raters: { ...raters, fold: rehearsedFold(random('raters'), raters.fold) },
    scenarios: scenarios.map((s) => (standIns.has(s) ? { ...s, fold: 'metaTest' } : s)),
  };
}
