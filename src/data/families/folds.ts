/**
 * Folds drawn anew by seed, so that a seed is another split and not just other initial values, and so that nobody
 * who has seen the data set's own held-out tasks has seen these (`docs/two-tastes.md`, 'Folds').
 */
import { createRandom, deriveSeed, shuffle } from '../random';
import type { Random } from '../random';
import { genreScenarios } from '../scenarios';
import { SPLIT } from '../types';
import type { Dataset, Ratings } from '../types';

/**
 * The same data with other folds: of each user's interactions outside the background (which made the features),
 * of the scenarios, and of the users whom nobody knows. Shares stay as they are.
 */
export function redrawnFolds(dataset: Dataset, seed: number): Dataset {
  const random = (what: string) => createRandom(deriveSeed(seed, `families ${what}`));
  const { movies, ratings, raters, scenarios } = dataset;
  const drawn = scenarios.some(({ listed }) => listed)
    ? scenarios
    : genreScenarios(movies, deriveSeed(seed, 'families scenarios'));
  return {
    ...dataset,
    scenarios: drawn,
    ratings: { ...ratings, split: redealtSplit(random('interactions'), ratings) },
    raters: { ...raters, fold: redealt(random('users'), raters.fold) },
  };
}

/** User by user, so that everybody keeps as many of each fold. */
function redealtSplit(random: Random, { user, split }: Ratings): Uint8Array {
  const dealt = new Uint8Array(split.length);
  for (let first = 0; first < user.length;) {
    let end = first;
    while (end < user.length && user[end] === user[first]) end++;
    dealt.set(redealt(random, split.subarray(first, end)), first);
    first = end;
  }
  return dealt;
}

/** The members of meta-training and meta-testing dealt again; the background keeps its own. */
function redealt(random: Random, folds: Uint8Array): Uint8Array {
  const places = Array.from(folds.keys()).filter((k) => folds[k] !== SPLIT.background);
  const values = shuffle(
    random,
    places.map((k) => folds[k]),
  );
  const dealt = folds.slice();
  places.forEach((k, n) => (dealt[k] = values[n]));
  return dealt;
}
