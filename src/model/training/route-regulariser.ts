import * as tf from '@tensorflow/tfjs-core';

/** Inside the logarithm of an entropy. */
const TINY = 1e-9;

/**
 * What makes routes specialise by scenario: with `p_b` the route of task `b` averaged over its pairs,
 * `-(H(mean_b p_b) - mean_b H(p_b))`, the mutual information of task and source module, averaged over
 * target modules and layers. In nats; 0 when all tasks have one route.
 *
 * Where a scenario is drawn several times its route is the mean of its draws', and what routes tell
 * of the draw beyond the scenario costs what information on the scenario earns:
 * `-(I(scenario) - I(draw | scenario))`.
 *
 * @param routes a layer each, `[B * Q, sources, targets]`, a task's pairs together
 * @param draws tasks in a row that are of one scenario; divides `tasks`
 */
export function routeRegulariser(
  routes: readonly tf.Tensor3D[],
  tasks: number,
  draws = 1,
): tf.Scalar {
  const information = routes.map((route) => {
    const [rows, sources, targets] = route.shape;
    const perDraw = tf.mean(tf.reshape(route, [tasks, rows / tasks, sources, targets]), 1);
    const perScenario = tf.mean(tf.reshape(perDraw, [tasks / draws, draws, sources, targets]), 1);
    const overall = tf.mean(entropy(tf.mean(perDraw, 0, true)));
    const ofScenario = tf.mean(entropy(perScenario));
    const ofDraw = tf.mean(entropy(perDraw));
    return tf.sub(tf.sub(overall, ofScenario), tf.sub(ofScenario, ofDraw));
  });
  return tf.neg(tf.div(tf.addN(information), routes.length));
}

/** Entropy over the sources: `[., sources, targets]` -> `[., targets]`. */
const entropy = (p: tf.Tensor): tf.Tensor => tf.neg(tf.sum(tf.mul(p, tf.log(tf.add(p, TINY))), 1));
