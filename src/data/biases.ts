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

/** Shrunken mean of what the item biases leave of a user's ratings. */
export function userBias(residuals: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < residuals.length; k++) sum += residuals[k];
  return shrunken(sum, residuals.length);
}

/** What item and user biases leave of each rating. */
export function biasResiduals(
  { user, item, stars }: StarRatings,
  biases: ItemBiases,
  users: number,
): Float64Array {
  const residual = Float64Array.from(
    stars,
    (s, k) => s - biases.mean - shrunken(biases.sum[item[k]], biases.count[item[k]]),
  );
  const sum = new Float64Array(users);
  const count = new Float64Array(users);
  residual.forEach((r, k) => {
    sum[user[k]] += r;
    count[user[k]] += 1;
  });
  return residual.map((r, k) => r - shrunken(sum[user[k]], count[user[k]]));
}
