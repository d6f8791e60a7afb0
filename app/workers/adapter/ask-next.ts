/** What a new visitor's answer about each film would teach: the film to ask about next. */
import * as tf from '@tensorflow/tfjs-core';
import { MIXED_CATALOGUE } from '../../../src/data/tasks/scenario';
import type { Dataset } from '../../../src/data/types';
import { likelyAnswers, meanShift, placesOf } from '../../../src/model/ask-next';
import { WorkerFailure } from '../../protocol/failure';
import type { NextAnswer, NextQuestion } from '../../protocol/next-question';
import type { SupportItem } from '../../protocol/vocabulary';
import type { JobContext } from '../host/host';
import { take } from '../model/reads';
import type { AdapterModel } from './adapter-model';

/** So many films of the mixed catalogue stand for the ranking. */
const COMPARED = 250;
/** Pairs scored before messages are let in: some 20 ms of work. */
const CHUNK_PAIRS = 8000;

/**
 * For each candidate the likely answers by the model's own prediction, each added to the support set; the
 * places of the compared films under them against those of now. One forward pass an answer, in batches.
 * The likeliest answer of all is 'I have not seen it', which moves nothing.
 *
 * @param seen by item, the share of people who have seen it, 0..1
 */
export async function askNext(
  model: AdapterModel,
  seen: ArrayLike<number>,
  { support, candidates }: NextQuestion,
  { yieldToMessages }: Pick<JobContext, 'yieldToMessages'>,
): Promise<NextAnswer> {
  if (model.config.task !== 'rating') {
    throw new WorkerFailure('bad-request', 'only a model of ratings can tell what to rate next');
  }
  model.check([...candidates, ...support.map(({ item }) => item)]);
  const compared = comparedFilms(Math.min(MIXED_CATALOGUE, model.items));
  const [predicted] = await scoresUnder(model, [support], Uint32Array.from(candidates));
  const shift = model.reading.base(support);
  if (shift) candidates.forEach((item, n) => (predicted[n] += shift[item]));
  // What a support set adds to every film alike moves none in the ranking.
  const base = model.reading.base([]);
  const places = (scores: Float32Array): Uint32Array =>
    placesOf(base ? scores.map((score, k) => score + base[compared[k]]) : scores);
  const [now] = await scoresUnder(model, [support], compared);
  const before = places(now);

  const asked = candidates.flatMap((item, n) =>
    likelyAnswers(predicted[n]).map((answer) => ({ n, item, ...answer })),
  );
  const expected = new Float64Array(candidates.length);
  const step = Math.max(1, Math.floor(CHUNK_PAIRS / compared.length));
  for (let from = 0; from < asked.length; from += step) {
    await yieldToMessages();
    const some = asked.slice(from, from + step);
    const sets = some.map(({ item, stars }) => [...support, { item, label: stars }]);
    const scores = await scoresUnder(model, sets, compared);
    some.forEach(({ n, probability }, k) => {
      expected[n] += seen[candidates[n]] * probability * meanShift(before, places(scores[k]));
    });
  }
  const order = Array.from(candidates.keys()).sort((a, b) => expected[b] - expected[a] || a - b);
  return {
    items: Uint32Array.from(order, (n) => candidates[n]),
    shift: Float32Array.from(order, (n) => expected[n]),
    seen: Float32Array.from(order, (n) => seen[candidates[n]]),
    predicted: Float32Array.from(order, (n) => predicted[n]),
    compared: compared.length,
  };
}

/** By item, the share of the data's people who rated it. */
export function seenShare({
  movies,
  ratings,
  users,
}: Pick<Dataset, 'movies' | 'ratings' | 'users'>) {
  const share = new Float32Array(movies.count);
  for (const item of ratings.item) share[item] += 1 / users;
  return share;
}

/**
 * `COMPARED` of the first `count` items, the denser the better known: a person's films are mostly such.
 * Ascending, no film twice.
 */
export function comparedFilms(count: number): Uint32Array {
  const films = new Uint32Array(Math.min(COMPARED, count));
  films.forEach((_, k) => {
    const wanted = Math.floor(count * (k / films.length) ** 2);
    films[k] = k === 0 ? 0 : Math.max(films[k - 1] + 1, wanted);
  });
  return films;
}

/** Scores `[sets][items]` without their base. */
async function scoresUnder(
  model: AdapterModel,
  sets: readonly (readonly SupportItem[])[],
  items: Uint32Array,
): Promise<Float32Array[]> {
  const encoded = model.encode(sets);
  try {
    const scores = await take(
      tf.tidy(() => model.predict(encoded, model.pick(items)).scores),
      'next question',
    );
    return sets.map((_, t) => scores.slice(t * items.length, (t + 1) * items.length));
  } finally {
    tf.dispose(encoded);
  }
}
