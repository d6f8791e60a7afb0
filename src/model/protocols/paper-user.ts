/**
 * The paper's user-specific cold start (Section 7.2.2): Table 3. An item is its learned vector, its genres and its
 * decade, a user is known by the support set alone; mean squared error on the stars themselves.
 *
 * W-W trains and tests on warm users, C-W trains on cold ones and tests on the same warm ones. The paper splits by when
 * users came; the data here keep no times, so warm are the half of the users with the most ratings.
 */
import { ATTRIBUTES, packPairs, writeAttributes } from '../../data/features';
import type { WritePair } from '../../data/features';
import { createRandom, deriveSeed, shuffle } from '../../data/random';
import { MIN_RATINGS } from '../../data/build';
import { ratingSampler } from '../../data/tasks/rating';
import { SPLIT } from '../../data/types';
import type { Dataset, Task } from '../../data/types';
import { evaluateRating } from '../evaluation/rating';
import { preset } from '../presets';
import type { Protocol } from './protocol';

/** Columns of the learned item vector (MeLU's embeddings have as many). */
const ITEM_DIM = 32;
/** Share of the warm users that are tested on. */
const TESTED = 0.2;
/** MeLU's meta-batch; the paper tells no number of steps, and a row says how many it took. */
const SCHEDULE = { learningRate: 1e-4, weightDecay: 1e-5, tasksPerStep: 32, steps: 3000 };

/** Users with enough ratings, those with the fewest first; of equally many in random order. */
function byRatings({ ratings, users }: Dataset, seed: number): number[] {
  const count = new Uint32Array(users);
  for (const user of ratings.user) count[user]++;
  const able = shuffle(
    createRandom(deriveSeed(seed, 'paper user folds')),
    [...count.keys()].filter((user) => count[user] >= MIN_RATINGS),
  );
  return able.sort((a, b) => count[a] - count[b]);
}

/** `dataset` with the protocol's folds of users: who trains, who is tested; others are neither. */
export function warmColdFold(dataset: Dataset, seed: number, train: 'warm' | 'cold'): Dataset {
  const sorted = byRatings(dataset, seed);
  const half = Math.floor(sorted.length / 2);
  const [cold, warm] = [sorted.slice(0, half), sorted.slice(half)];
  shuffle(createRandom(deriveSeed(seed, 'paper user test')), warm);
  const tested = warm.splice(0, Math.max(1, Math.round(warm.length * TESTED)));
  const fold = new Uint8Array(dataset.users).fill(SPLIT.background);
  for (const user of tested) fold[user] = SPLIT.metaTest;
  for (const user of train === 'warm' ? warm : cold) fold[user] = SPLIT.metaTrain;
  return { ...dataset, raters: { ...dataset.raters, fold } };
}

const paperUser = (id: Protocol['id'], train: 'warm' | 'cold'): Protocol => ({
  id,
  says: `the paper's user-specific cold start, ${train === 'warm' ? 'W-W' : 'C-W'}: learned item vectors, trained on ${train} users, tested on warm ones`,
  settings: ['rating'],
  treatments: ['plain'],
  encoder: 'mean',
  wrongSupport: () => false,
  support: () => 90,
  fold: (dataset, { seed }) => warmColdFold(dataset, seed, train),
  data(dataset) {
    const write: WritePair = ({ item }, out, at) => {
      out[at] = item;
      writeAttributes(dataset.movies, item, out, at + 1);
    };
    const pack = (sets: Task['support'][]) => packPairs(sets, 1 + ATTRIBUTES, write);
    return {
      pairDim: ITEM_DIM + ATTRIBUTES,
      table: { items: dataset.movies.count, dim: ITEM_DIM },
      pack: (tasks) => ({
        support: pack(tasks.map(({ support }) => support)),
        query: pack(tasks.map(({ query }) => query)),
      }),
      sampler: ratingSampler(dataset),
    };
  },
  schedule: () => SCHEDULE,
  config: (_, parts, pairDim) => preset('paper', { task: 'rating', ...parts }, pairDim),
  training: () => ({}),
  measure: (dataset, recommender, { seed }, onProgress) =>
    evaluateRating(dataset, recommender, seed, onProgress),
});

export const paperUserWw = paperUser('paper-user', 'warm');
export const paperUserCw = paperUser('paper-user-cw', 'cold');
