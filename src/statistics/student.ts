/** Student's t distribution with a whole number of degrees of freedom. */

/**
 * `P(|T| < t)`. Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4: for whole
 * degrees of freedom it is a finite sum.
 *
 * @param t at least 0
 * @param df degrees of freedom, a whole number of at least 1
 */
export function centralT(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = df % 2 === 1;
  // Terms of the series: cos^k times the product of (j - 1) / j over every other j up to k.
  let term = isOdd ? cosine : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k <= df - 2; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/**
 * The `t` with `P(|T| < t) = level`: intervals reach `t` standard errors to either side.
 *
 * @param level in 0..1
 * @param df a whole number of at least 1
 */
export function tQuantile(level: number, df: number): number {
  let [low, high] = [0, 1];
  while (centralT(high, df) < level) high *= 2;
  for (let halvings = 0; halvings < 60; halvings++) {
    const middle = (low + high) / 2;
    if (centralT(middle, df) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
