/**
 * CoNet as a system: for each support set, two towers are trained from scratch on it and on a
 * source domain, and then score. In the paper the source domain is the movies without the target
 * genre; here it is what the users did outside the genres that all liked support movies share.
 */
import * as tf from '@tensorflow/tfjs-core';

import { packPairs, rankingFeatures, writePair } from '../../data/features';
import type { PairFeatures } from '../../data/features';
import { createRandom, deriveSeed } from '../../data/random';
import type { Random } from '../../data/random';
import { sampleNegative, trainingRatings } from '../../data/tasks/negatives';
import type { RatedItems } from '../../data/tasks/negatives';
import type { Dataset, Movies, Pair } from '../../data/types';
import { initialise, sizeOf } from '../specs';
import type { ParameterSpec } from '../specs';
import type { Recommender, System, TrainingRoom } from '../systems';
import { coNetScores, coNetSpecs } from './conet';
import { trainCoNet } from './conet-training';
import { knownInteractions } from './known-interactions';
import type { LabelledPairs, Weights } from './network';

const WIDTHS = [64, 64, 64];
const TRAINING = { steps: 200, learningRate: 1e-3, weightDecay: 1e-4, l1: 1e-4 };
const PAIRS_A_PASS = 32_000;

export const coNet: System = {
  id: 'conet',
  name: 'CoNet',
  settings: ['ranking'],
  trained: true,
  async train(room): Promise<Recommender> {
    const features = rankingFeatures(room.dataset);
    const source = sourceDomain(room.dataset);
    const specs = coNetSpecs({ pairDim: features.pairDim, widths: WIDTHS });
    return {
      async score(support, users, items) {
        const random = createRandom(deriveSeed(room.seed, 'conet'));
        const partners = source.outside(sharedGenres(room.dataset.movies, support));
        const weights = trainOn(support, partners, specs, features, room, random);
        const scores = await scoreAll(weights, partners, features, users, items, random);
        tf.dispose(weights);
        return scores;
      },
    };
  },
};

/** Draws movies of the source domain for a user. */
interface Partners {
  liked(user: number, random: Random): number;
  other(user: number, random: Random): number;
}

function sourceDomain(dataset: Dataset) {
  const { movies, users } = dataset;
  const known = knownInteractions(dataset, 'ranking');
  const rated: RatedItems = trainingRatings(dataset);
  const byUser: number[][] = Array.from({ length: users }, () => []);
  known.user.forEach((user, k) => byUser[user].push(known.item[k]));
  return {
    /** @param genres bits that a source movie must not have all of; 0 leaves every movie in */
    outside(genres: number): Partners {
      const belongs = (item: number) => genres === 0 || (movies.genres[item] & genres) !== genres;
      const liked = byUser.map((items) => items.filter(belongs));
      return {
        liked: (user, random) => {
          const own = liked[user];
          return own.length > 0 ? own[random.integer(own.length)] : random.integer(movies.count);
        },
        other: (user, random) => sampleNegative(random, rated, user, movies.count),
      };
    },
  };
}

/** Genre bits that all liked movies of a support set have. */
export function sharedGenres(movies: Pick<Movies, 'genres'>, support: readonly Pair[]): number {
  const liked = support.filter(({ label }) => label === 1);
  return liked.reduce((bits, { item }) => bits & movies.genres[item], liked.length > 0 ? ~0 : 0);
}

function trainOn(
  support: readonly Pair[],
  partners: Partners,
  specs: ParameterSpec[],
  features: PairFeatures,
  { seed }: Pick<TrainingRoom, 'seed'>,
  random: Random,
): Weights {
  const start = startWeights(specs, createRandom(deriveSeed(seed, 'parameters')));
  // Without a pair there is nothing to train on.
  if (support.length === 0) return start;
  const target = toLabelled(support, features);
  const sourceSet = () =>
    toLabelled(
      support.map(({ user }, k): Pair => {
        const label = k % 2;
        const item = label === 1 ? partners.liked(user, random) : partners.other(user, random);
        return { user, item, label };
      }),
      features,
    );
  const weights = trainCoNet(start, WIDTHS.length, target, sourceSet, TRAINING);
  tf.dispose([...Object.values(start), target.pairs, target.labels]);
  return weights;
}

/** Beside each candidate stands one movie that the user liked in the source domain. */
async function scoreAll(
  weights: Weights,
  partners: Partners,
  features: PairFeatures,
  users: ArrayLike<number>,
  items: Uint32Array,
  random: Random,
): Promise<Float32Array> {
  const scores = new Float32Array(users.length * items.length);
  const usersAPass = Math.max(1, Math.floor(PAIRS_A_PASS / items.length));
  for (let first = 0; first < users.length; first += usersAPass) {
    const some = Array.from(users).slice(first, first + usersAPass);
    const pairsWith = (itemOf: (user: number) => (item: number) => number) =>
      some.flatMap((user) => {
        const partner = itemOf(user);
        return Array.from(items, (item): Pair => ({ user, item: partner(item), label: 0 }));
      });
    const target = toLabelled(pairsWith(() => (item) => item), features); // prettier-ignore
    const source = toLabelled(
      pairsWith((user) => {
        const liked = partners.liked(user, random);
        return () => liked;
      }),
      features,
    );
    const out = tf.tidy(
      () => coNetScores(weights, WIDTHS.length, target.pairs, source.pairs).target,
    );
    scores.set(await out.data<'float32'>(), first * items.length);
    tf.dispose([out, target.pairs, target.labels, source.pairs, source.labels]);
  }
  return scores;
}

function startWeights(specs: ParameterSpec[], random: Random): Weights {
  const flat = initialise(specs, random);
  let at = 0;
  return Object.fromEntries(
    specs.map(({ name, shape }) => {
      const values = flat.subarray(at, (at += sizeOf(shape)));
      return [name, tf.tensor(values, shape)];
    }),
  );
}

function toLabelled(pairs: readonly Pair[], features: PairFeatures): LabelledPairs {
  const packed = packPairs([pairs], features.pairDim, (pair, out, at) =>
    writePair(features, pair, out, at),
  );
  return {
    pairs: tf.tensor3d(packed.pairs, [1, packed.size, packed.pairDim]),
    labels: tf.tensor2d(packed.labels, [1, packed.size]),
  };
}
