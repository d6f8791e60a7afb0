/** What a candidate reads of the support set by attention, made again from its weights. */
import type { ExplainedAttention, Explanation } from '../../protocol/explanation';

export type Side = keyof ExplainedAttention;

/** As the model has it (`src/model/encoder/prototype.ts`): a deviation starts from three pairs of unit deviation. */
const PRIOR_PAIRS = 3;

/** Which part of the hybrid context value `index` is of. */
export type Part = 'product' | 'likes' | 'likes-product' | 'dislikes-product';
const ATTENDED: readonly Part[] = ['likes', 'likes-product', 'dislikes-product'];

/** @param size of the context, and of a movie */
export const partAt = (index: number, size: number, movie = size): Part =>
  index < size ? 'product' : ATTENDED[Math.floor((index - size) / movie)];

export const partOf = ({ context, movie }: Explanation, index: number): Part =>
  partAt(index, context.length, movie.length);

export const sideOf = (part: Part): Side => (part === 'dislikes-product' ? 'dislikes' : 'likes');

/** The feature that value `index` of the hybrid context speaks of. */
export const featureOf = ({ context, movie }: Explanation, index: number): number =>
  index < context.length ? index : (index - context.length) % movie.length;

export interface Read {
  /** `sum_k w_k x_kd` */
  mean: number;
  /** What it is divided by: how far the likes lie apart; 1 for dislikes. */
  deviation: number;
}

/** What is read of one feature. */
export function readOf({ pairs, attention }: Explanation, side: Side, d: number): Read {
  const weights = attention![side];
  let [mean, squares, sumOfSquares] = [0, 0, 0];
  pairs.forEach(({ input }, k) => {
    mean += weights[k] * input[d];
    squares += weights[k] * input[d] ** 2;
    sumOfSquares += weights[k] ** 2;
  });
  if (side === 'dislikes' || sumOfSquares === 0) return { mean, deviation: 1 };
  const count = 1 / sumOfSquares;
  const variance = Math.max(0, squares - mean ** 2);
  return {
    mean,
    deviation: Math.sqrt((count * variance + PRIOR_PAIRS) / (count + PRIOR_PAIRS)),
  };
}

/** Value `index` of the hybrid context, from context, movie and weights. */
export function hybridValue(explanation: Explanation, index: number): number {
  const { context, movie } = explanation;
  const part = partOf(explanation, index);
  const d = featureOf(explanation, index);
  if (part === 'product') return context[d] * movie[d];
  const { mean, deviation } = readOf(explanation, sideOf(part), d);
  return part === 'likes' ? mean / deviation : (mean / deviation) * movie[d];
}

/** Support pairs of one side by weight, the heaviest first. */
export const heaviestPairs = (
  { pairs, attention }: Explanation,
  side: Side,
): { item: number; weight: number; index: number }[] =>
  pairs
    .map(({ item }, index) => ({ item, index, weight: attention![side][index] }))
    .filter(({ index }) => pairs[index].label === (side === 'likes' ? 1 : 0))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
