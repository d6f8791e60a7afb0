/**
 * What a recommender would learn most from, were it asked of a person: for each film the likely answers by
 * the model's own prediction, and how far each answer would move the ranking. Numbers alone; who asks
 * gives the predictions under each answer.
 */

/**
 * Root mean square distance, in stars, between held-out people's ratings and the shipped model's predictions:
 * how unsure it is of an answer. One number for all films, as the model predicts no spread.
 */
export const SPREAD = 0.9;

export interface LikelyAnswer {
  /** Half stars, 0.5..5. */
  stars: number;
  /** Probabilities of a film's answers sum to 1. */
  probability: number;
}

/** Nodes and weights of the three-point Gauss-Hermite rule for a standard normal: exact up to fifth powers. */
const NODES: readonly [deviation: number, weight: number][] = [
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6],
];

const toHalfStars = (stars: number): number =>
  Math.min(5, Math.max(0.5, Math.round(2 * stars) / 2));

/** The low, the expected and the high answer where the model predicts so many stars; equal ones are one. */
export function likelyAnswers(predicted: number): LikelyAnswer[] {
  const answers = new Map<number, number>();
  for (const [deviation, weight] of NODES) {
    const stars = toHalfStars(predicted + deviation * SPREAD);
    answers.set(stars, (answers.get(stars) ?? 0) + weight);
  }
  return [...answers].map(([stars, probability]) => ({ stars, probability }));
}

/** Places `0..n-1` of scores, best first; of equal scores the earlier comes first. */
export function placesOf(scores: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: scores.length }, (_, k) => k);
  order.sort((a, b) => scores[b] - scores[a] || a - b);
  const places = new Uint32Array(scores.length);
  order.forEach((item, place) => (places[item] = place));
  return places;
}

/**
 * Places that a film of the ranking moves between two rankings, mean over films (Spearman's footrule).
 * @param before, after places of the same films
 */
export function meanShift(before: Uint32Array, after: Uint32Array): number {
  let sum = 0;
  before.forEach((place, k) => (sum += Math.abs(place - after[k])));
  return before.length === 0 ? 0 : sum / before.length;
}
