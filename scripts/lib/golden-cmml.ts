/** Compares a CMML configuration with its reference vectors: every intermediate and gradient. */
import * as tf from '@tensorflow/tfjs-core';
import { encode, parameterSpecs, predict, type Modulation } from '../../src/model/cmml';
import { differentiate } from '../../src/model/differentiate';
import { fromOuter, toOuter } from '../../src/model/layout';
import { hinge, meanSquare } from '../../src/model/objective';
import { flatten, ParameterSet } from '../../src/model/parameter-set';
import type { ModelConfig } from '../../src/model/types';
import { mismatch, type Comparison, type GoldenTensor, type GoldenTensors } from './golden-tensors';

export interface CmmlGolden {
  config: ModelConfig;
  params: GoldenTensors;
  inputs: {
    supportPairs: GoldenTensor;
    supportLabels: GoldenTensor;
    queryPairs: GoldenTensor;
    queryRatings?: GoldenTensor;
  };
  expected: Record<string, GoldenTensor> & { grads?: never };
}

/** Layers are counted from the parameters: files need not say how many there are. */
export function configOf({ config, params }: CmmlGolden): ModelConfig {
  let layers = 0;
  const has = (l: number) =>
    `backbone.layer${l}.weight` in params || `backbone.layer${l}.module0.weight` in params;
  while (has(layers)) layers++;
  const last = params[`backbone.layer${layers - 1}.module0.bias`]?.shape[0];
  return { ...config, layers, sizes: { ...config.sizes, lastModuleWidth: last } };
}

/** Runs the model forward and backward and compares everything the file expects. */
export async function checkCmml(golden: CmmlGolden): Promise<Comparison[]> {
  const config = configOf(golden);
  const specs = parameterSpecs(config);
  const parameters = new ParameterSet(specs, fromOuter(specs, golden.params));
  const support = {
    pairs: tensorOf<tf.Tensor3D>(golden.inputs.supportPairs),
    labels: firstLabel(golden.inputs.supportLabels),
  };
  const queryPairs = tensorOf<tf.Tensor3D>(golden.inputs.queryPairs);
  const loss = (scores: tf.Tensor2D) =>
    config.task === 'ranking'
      ? hinge(scores)
      : meanSquare(scores, tensorOf(golden.inputs.queryRatings!));

  const found = new Map<string, tf.Tensor>();
  const forward = () => {
    const context = encode(config, parameters, support);
    const { scores, intermediates } = predict(config, parameters, context, queryPairs, { support });
    found.set('context', tf.keep(context)).set('scores', tf.keep(scores));
    found.set('hybrid', tf.keep(intermediates.hybrid));
    for (const [side, weights] of Object.entries(intermediates.attention ?? {})) {
      found.set(side, tf.keep(weights));
    }
    for (const [name, tensor] of modulationTensors(intermediates.modulation)) {
      found.set(name, tf.keep(tensor));
    }
    return loss(scores);
  };
  const { value, gradients: grads } = differentiate(forward, parameters.tensors());
  found.set('loss', value);

  const { grads: expectedGrads, ...expected } = golden.expected as unknown as GoldenTensors & {
    grads: GoldenTensors;
  };
  const flatGradient = await flatten(grads).data();
  const gradients = toOuter(specs, flatGradient);
  return [
    ...(await Promise.all(
      Object.entries(expected).map(async ([name, tensor]) =>
        mismatch(name, tensor, (await found.get(name)?.data()) as Float32Array | undefined),
      ),
    )),
    ...Object.entries(expectedGrads).map(([name, tensor]) =>
      mismatch(`grads.${name}`, tensor, gradients[name]?.data),
    ),
    ...notExpected(gradients, expectedGrads),
  ];
}

/** Every parameter has a reference gradient, or the file does not prove what it should. */
const notExpected = (gradients: Record<string, unknown>, expected: GoldenTensors): Comparison[] =>
  Object.keys(gradients)
    .filter((name) => !(name in expected))
    .map((name) => ({ name: `grads.${name}`, error: Infinity, problem: 'no reference' }));

const tensorOf = <T extends tf.Tensor>({ shape, data }: GoldenTensor): T =>
  tf.tensor(data, shape) as T;

/** Ranking labels are one-hot `[B, S, 2]` in the file; the model takes their first column. */
function firstLabel({ shape, data }: GoldenTensor): tf.Tensor2D {
  const [tasks, size, width = 1] = shape;
  return tf.tensor2d(
    data.filter((_, i) => i % width === 0),
    [tasks, size],
  );
}

/** By the names of the golden files: `gamma0`, `route2`, `generatedWeight`. */
function modulationTensors(modulation: Modulation): [string, tf.Tensor][] {
  const layers = (name: string, tensors: tf.Tensor[]) =>
    tensors.map((tensor, l): [string, tf.Tensor] => [`${name}${l}`, tensor]);
  switch (modulation.kind) {
    case 'none':
      return [];
    case 'linear':
      return [
        ['generatedWeight', modulation.weight],
        ['generatedBias', modulation.bias],
      ];
    case 'sigmoid':
      return layers('gate', modulation.gate);
    case 'film':
      return [...layers('gamma', modulation.gamma), ...layers('beta', modulation.beta)];
    case 'soft':
      return layers('route', modulation.route);
  }
}
