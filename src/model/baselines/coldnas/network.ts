/**
 * A network that ColdNAS searches in, over this project's encoder, hybrid context, trunk and backbone: either the super-net,
 * in which every operation acts with a strength that is learned, or one structure of it.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

import { backboneSpecs } from '../../backbone';
import { encode } from '../../cmml';
import { encoderSpecs } from '../../encoder';
import { hybridContext } from '../../hybrid';
import { trunk, trunkSpecs } from '../../modulation/trunk';
import { activate } from '../../ops/activation';
import { dense } from '../../ops/dense';
import type { Parameters } from '../../parameter-set';
import { constant, linearSpecs } from '../../specs';
import type { ParameterSpec } from '../../specs';
import { layerCount } from '../../structure';
import type { ModelConfig } from '../../types';
import type { Baseline } from '../baseline';
import type { Weights } from '../network';
import { queryLoss } from '../objective';
import { operate, OPERATIONS } from './structure';
import type { Operation, Structure } from './structure';

/** Strengths of the super-net before their sigmoid, `[positions, operations]`. */
export const STRENGTHS = 'search.strengths';
const CONTEXT = 'task.context';

/** Where a vector's bias starts, so that the operation hardly acts. */
const START: Record<Operation, number> = { max: -1, min: 1, product: 1, sum: 0 };

const headOf = (position: number, operation: Operation) => `modulation.at${position}.${operation}`;

/**
 * @param config of CMML with FiLM, whose place the structure takes; its modulation reads the hybrid context alone
 * @param structure none: the super-net
 */
export function coldNasNetwork(config: ModelConfig, structure?: Structure): Baseline {
  const layers = layerCount(config);
  const { pairDim, width, trunk: trunkWidth } = config.sizes;
  const positions = Array.from({ length: layers + 1 }, (_, position) => position);
  const operationsAt = (position: number): readonly Operation[] =>
    structure ? structure[position] : OPERATIONS;

  const headSpecs = positions.flatMap((position): ParameterSpec[] =>
    operationsAt(position).flatMap((operation) =>
      linearSpecs(
        headOf(position, operation),
        trunkWidth,
        position === 0 ? pairDim : width,
        constant(START[operation]),
      ),
    ),
  );

  function modulate(parameters: Parameters, position: number, x: Tensor2D, read: Tensor2D) {
    let out = x;
    for (const operation of operationsAt(position)) {
      const head = headOf(position, operation);
      const vector = dense(read, parameters.get(`${head}.weight`), parameters.get(`${head}.bias`));
      const operated = operate(operation, out, vector);
      out = structure ? operated : mixed(parameters, position, operation, out, operated);
    }
    return out;
  }

  function decode(parameters: Parameters, context: Tensor2D, pairs: Tensor3D): Tensor2D {
    const [tasks, count] = pairs.shape;
    const rows = tf.reshape(pairs, [tasks * count, pairDim]) as Tensor2D;
    const { hybrid } = hybridContext(config, parameters, context, rows);
    const read = trunk(parameters, { hybrid }, layers);
    const linear = (name: string, x: Tensor2D) =>
      dense(x, parameters.get(`${name}.weight`), parameters.get(`${name}.bias`));
    let hidden = modulate(parameters, 0, rows, read[0]);
    for (let l = 0; l < layers; l++) {
      const modulated = modulate(parameters, l + 1, linear(`backbone.layer${l}`, hidden), read[l]);
      hidden = activate(modulated, { leaky: config.leakySlope });
    }
    return tf.reshape(linear('backbone.out', hidden), [tasks, count]) as Tensor2D;
  }

  return {
    specs: [
      ...encoderSpecs(config),
      ...trunkSpecs(config, layers),
      ...headSpecs,
      ...backboneSpecs(config),
      ...(structure
        ? []
        : [{ name: STRENGTHS, shape: [layers + 1, OPERATIONS.length], init: constant(0) }]),
    ],
    loss(weights, { support, query }) {
      const parameters = asParameters(weights);
      const scores = decode(parameters, encode(config, parameters, support), query.pairs);
      const losses = queryLoss(config.task, scores, query);
      return tf.div(tf.sum(losses), losses.size) as Scalar;
    },
    adapt: (weights, support) => ({
      ...weights,
      [CONTEXT]: encode(config, asParameters(weights), support),
    }),
    score: (adapted, pairs) => decode(asParameters(adapted), adapted[CONTEXT] as Tensor2D, pairs),
  };
}

/** An operation by its strength: with 0 nothing, with 1 all of it. */
function mixed(
  parameters: Parameters,
  position: number,
  operation: Operation,
  x: Tensor2D,
  operated: Tensor2D,
): Tensor2D {
  const at = [position, OPERATIONS.indexOf(operation)];
  const strength = tf.sigmoid(tf.slice(parameters.get(STRENGTHS), at, [1, 1]));
  return tf.add(x, tf.mul(strength, tf.sub(operated, x)));
}

const asParameters = (weights: Weights): Parameters => ({
  get: <T extends tf.Tensor>(name: string) => weights[name] as T,
});
