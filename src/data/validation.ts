/**
 * The validation fold: a part of meta-training, cut out by seed, for everything that is looked at while there is
 * still something to choose (the live curve, the race). Meta-test is not in the result at all: its people's ratings
 * are left out, so that no curve can be drawn and no choice made by them (`docs/decisions/validation-fold.md`).
 */
import { createRandom, deriveSeed, sampleWithoutReplacement, shuffle } from './random';
import type { Random } from './random';
import { SPLIT } from './types';
import type { Dataset, Ratings, Scenario } from './types';

export const VALIDATION = {
  /** Share of the scenarios of meta-training, of each domain. */
  scenarios: 1 / 6,
  /** Share of the people of meta-training. */
  raters: 1 / 5,
  /** With fewer people to train on, none are taken away. */
  fewestRaters: 10,
} as const;

/** Data with a validation fold and without meta-test; `withValidation` alone makes it. */
export interface ValidationDataset extends Dataset {
  readonly metaTest: 'left out';
}

/** Genres and decade: what a scenario asks a model to have learned. */
const attributesOf = ({ genres, decade }: Scenario): string[] => [
  ...genres.map((genre) => `genre ${genre}`),
  ...(decade === undefined ? [] : [`decade ${decade}`]),
];

/** Of one domain; every genre and decade stays in a scenario of meta-training. */
function drawScenarios(random: Random, training: readonly Scenario[]): Scenario[] {
  const wanted = training.length < 2 ? 0 : Math.max(1, Math.floor(training.length * VALIDATION.scenarios)); // prettier-ignore
  const left = new Map<string, number>();
  for (const attribute of training.flatMap(attributesOf)) {
    left.set(attribute, (left.get(attribute) ?? 0) + 1);
  }
  const drawn: Scenario[] = [];
  for (const scenario of shuffle(random, [...training])) {
    const attributes = attributesOf(scenario);
    if (drawn.length === wanted || attributes.some((a) => left.get(a) === 1)) continue;
    for (const attribute of attributes) left.set(attribute, left.get(attribute)! - 1);
    drawn.push(scenario);
  }
  return drawn;
}

function validatedFold(random: Random, fold: Uint8Array): Uint8Array {
  const training = [...fold.keys()].filter((user) => fold[user] === SPLIT.metaTrain);
  const wanted =
    training.length < VALIDATION.fewestRaters ? 0 : Math.round(training.length * VALIDATION.raters);
  const validated = fold.slice();
  for (const user of sampleWithoutReplacement(random, training, wanted)) {
    validated[user] = SPLIT.validation;
  }
  return validated;
}

function ratingsOf(ratings: Ratings, belongs: (user: number) => boolean): Ratings {
  const rows = [...ratings.user.keys()].filter((k) => belongs(ratings.user[k]));
  return {
    count: rows.length,
    user: Uint32Array.from(rows, (k) => ratings.user[k]),
    item: Uint32Array.from(rows, (k) => ratings.item[k]),
    halfStars: Uint8Array.from(rows, (k) => ratings.halfStars[k]),
    split: Uint8Array.from(rows, (k) => ratings.split[k]),
  };
}

/** @param seed another one, another fold */
export function withValidation(dataset: Dataset, seed = 0): ValidationDataset {
  const random = (what: string) => createRandom(deriveSeed(seed, `validation ${what}`));
  const training = dataset.scenarios.filter(({ fold }) => fold === 'metaTrain');
  const scenarioRandom = random('scenarios');
  const drawn = new Set(
    [...new Set(training.map(({ domain }) => domain))].flatMap(
      (domain) =>
      drawScenarios(scenarioRandom, training.filter((scenario) => scenario.domain === domain)), // prettier-ignore
    ),
  );
  const fold = validatedFold(random('raters'), dataset.raters.fold);
  return {
    ...dataset,
    metaTest: 'left out',
    ratings: ratingsOf(dataset.ratings, (user) => fold[user] !== SPLIT.metaTest),
    raters: { ...dataset.raters, fold },
    scenarios: dataset.scenarios.map((s) => (drawn.has(s) ? { ...s, fold: 'validation' } : s)),
  };
}
