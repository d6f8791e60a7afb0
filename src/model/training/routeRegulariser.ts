import * as tf from '@tensorflow/tfjs-core';

/** Inside the logarithm of an entropy. */
const TINY = 1e-9;

/**
 * What makes routes specialise by task: with `p_b` the route of task `b` averaged over its pairs,
 * `-(H(mean_b p_b) - mean_b H(p_b))`, the mutual information of task and source module, averaged
 * over target modules and layers. In nats; 0 when all tasks have one route.
 *
 * @param routes a layer each, `[B * Q, sources, targets]`, a task's pairs together
 */
export function routeRegulariser(routes: readonly tf.Tensor3D[], tasks: number): tf.Scalar {
  const information = routes.map((route) => {
    const [rows, sources, targets] = route.shape;
    const perTask = tf.mean(tf.reshape(route, [tasks, rows / tasks, sources, targets]), 1);
    const overTasks = tf.mean(entropy(tf.mean(perTask, 0, true)));
    return tf.sub(overTasks, tf.mean(entropy(perTask)));
  });
  return tf.neg(tf.div(tf.addN(information), routes.length));
}

/** Entropy over the sources: `[., sources, targets]` -> `[., targets]`. */
const entropy = (p: tf.Tensor): tf.Tensor => tf.neg(tf.sum(tf.mul(p, tf.log(tf.add(p, TINY))), 1));
