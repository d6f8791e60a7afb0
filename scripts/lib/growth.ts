/** Whether a quantity that was measured again and again grows, or only wavers. */

export interface Growth {
  mean: number;
  /** Least-squares slope, per unit of time. */
  slope: number;
  /** Standard error of the slope. */
  error: number;
  /** Growth over the whole time, as a share of the mean. */
  share: number;
  grows: boolean;
}

/** Growth counts when it is this many standard errors from none ... */
const ERRORS = 3;
/** ... and this share of the level over the whole time. */
const SHARE = 0.03;

/**
 * Fits a line through `values` at `times` (both of the same length, three or more).
 * @throws RangeError with fewer
 */
export function growthOf(times: readonly number[], values: readonly number[]): Growth {
  const n = times.length;
  if (n < 3 || values.length !== n) throw new RangeError('growth needs three measurements');
  const average = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / n;
  const [t, mean] = [average(times), average(values)];
  const spread = times.reduce((sum, time) => sum + (time - t) ** 2, 0);
  const slope = times.reduce((sum, time, i) => sum + (time - t) * (values[i] - mean), 0) / spread;
  const residuals = times.map((time, i) => values[i] - mean - slope * (time - t));
  const error = Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / (n - 2) / spread);
  const share = (slope * (times[n - 1] - times[0])) / mean;
  return { mean, slope, error, share, grows: share > SHARE && slope > ERRORS * error };
}
