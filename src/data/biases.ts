/** Shrunken rating biases: the part of a rating that needs no model. */

/** A sum of residuals as a mean that is pulled to 0 by as many zeros. */
export const SHRINKAGE = 5;

export interface ItemBiases {
  /** Mean rating of all ratings counted, in stars. */
  mean: number;
  /** `[items]` sum over ratings of rating - mean. */
  sum: Float64Array;
  /** `[items]` */
  count: Float64Array;
}

export interface StarRatings {
  user: ArrayLike<number>;
  item: ArrayLike<number>;
  /** Stars, 0.5..5. */
  stars: ArrayLike<number>;
}

export function itemBiases(ratings: StarRatings, items: number): ItemBiases {
  const { item, stars } = ratings;
  let total = 0;
  for (let k = 0; k < stars.length; k++) total += stars[k];
  const mean = stars.length > 0 ? total / stars.length : 0;
  const sum = new Float64Array(items);
  const count = new Float64Array(items);
  for (let k = 0; k < stars.length; k++) {
    sum[item[k]] += stars[k] - mean;
    count[item[k]] += 1;
  }
  return { mean, sum, count };
}

/** `sum / (count + shrinkage)`. */
export function shrunken(sum: number, count: number, shrinkage = SHRINKAGE): number {
  return sum / (count + shrinkage);
}
