/**
 * Evidence candidates (Lee et al., MeLU, KDD 2019): films that tell people apart and that they know, as one list
 * for everybody. A film's score is the mean norm of the gradient that one answer about it sends into MeLU's
 * decision layers, for a unit error, times how often it was rated, each as a share of the largest.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Weights } from './baselines/network';

/**
 * Frobenius norm of the gradient of each pair's score by the adapted parameters, over all of them.
 * Pairs have no user part here, so a film's gradient is the same for everybody: its mean over ratings.
 *
 * @param adapted names of the parameters that adapt
 * @param pairs `[n, 1, D]`, one a film
 */
export function gradientNorms(
  score: (weights: Weights, pairs: tf.Tensor3D) => tf.Tensor,
  weights: Weights,
  adapted: readonly string[],
  pairs: tf.Tensor3D,
): number[] {
  const values = adapted.map((name) => weights[name]);
  return Array.from({ length: pairs.shape[0] }, (_, n) =>
    tf.tidy(() => {
      const pair = tf.slice(pairs, [n, 0, 0], [1, -1, -1]);
      const gradients = tf.grads((...own: Tensor[]) => {
        const named = Object.fromEntries(adapted.map((name, k) => [name, own[k]]));
        return tf.sum(score({ ...weights, ...named }, pair));
      })(values);
      const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)).dataSync()[0]);
      return Math.sqrt(squares.reduce((sum, value) => sum + value, 0));
    }),
  );
}

/** Positions of films, best evidence first. @param popularity ratings of each */
export function evidenceOrder(norms: readonly number[], popularity: readonly number[]): number[] {
  const share = (values: readonly number[]) => {
    const most = Math.max(...values);
    return values.map((value) => value / most);
  };
  const [telling, known] = [share(norms), share(popularity)];
  return Array.from(norms.keys()).sort(
    (a, b) => telling[b] * known[b] - telling[a] * known[a] || a - b,
  );
}
