import * as tf from '@tensorflow/tfjs-core';
import { factorsOf } from './modulation/factors';
import type { Modulation } from './modulation/types';
import { activate } from './ops/activation';
import { dense, denseJoined } from './ops/dense';
import { modulate, modulateAndActivate } from './ops/modulation';
import { mixModules, modules, modulesLinear } from './ops/routed-modules';
import type { Parameters } from './parameter-set';
import { linearSpecs, uniform, type ParameterSpec } from './specs';
import { backboneInputDim, layerCount, MODULES, moduleWidth } from './structure';
import type { LayerIntermediates } from './intermediates';
import type { ModelConfig } from './types';

/** `backbone.layer{l}` of equation 2, and `backbone.out` where the readout is not generated. */
export function backboneSpecs(config: ModelConfig): ParameterSpec[] {
  const soft = config.modulation === 'soft';
  const inputs = (l: number) =>
    l === 0 ? backboneInputDim(config) : soft ? moduleWidth(config, l - 1) : config.sizes.width;
  const layers = Array.from({ length: layerCount(config) }, (_, l) =>
    soft
      ? moduleSpecs(`backbone.layer${l}.modules`, inputs(l), moduleWidth(config, l))
      : linearSpecs(`backbone.layer${l}`, inputs(l), config.sizes.width),
  );
  const out =
    config.modulation === 'linear' ? [] : linearSpecs('backbone.out', inputs(layers.length), 1);
  return [...layers.flat(), ...out];
}

/** All modules of a layer in one: `weight [M, in, out]`, `bias [M, out]`. */
function moduleSpecs(name: string, inputs: number, outputs: number): ParameterSpec[] {
  const init = uniform(1 / Math.sqrt(inputs));
  return [
    { name: `${name}.weight`, shape: [MODULES, inputs, outputs], init },
    { name: `${name}.bias`, shape: [MODULES, outputs], init },
  ];
}

/** What the backbone reads of `R` pairs: `x [R, D]`, and with `inputs: 'product'` the hybrid too. */
export interface BackboneInput {
  pairs: tf.Tensor2D;
  product?: tf.Tensor2D;
}

export interface BackboneOutput {
  /** `[R, 1]` */
  scores: tf.Tensor2D;
  /** `[R, W]` */
  readout: tf.Tensor2D;
  /** Empty unless `keepIntermediates`. */
  layers: LayerIntermediates[];
}

/** Scores of all pairs under their modulation; with `keepIntermediates`, every layer's intermediates too. */
export function backbone(
  config: ModelConfig,
  parameters: Parameters,
  input: BackboneInput,
  modulation: Modulation,
  keepIntermediates: boolean,
): BackboneOutput {
  const { readout, layers } =
    modulation.kind === 'soft'
      ? moduleLayers(config, parameters, input, modulation.route, keepIntermediates)
      : denseLayers(config, parameters, input, modulation, keepIntermediates);
  const scores =
    modulation.kind === 'linear'
      ? tf.add(tf.sum(tf.mul(readout, modulation.weight), 1, true), modulation.bias)
      : dense(readout, parameters.get('backbone.out.weight'), parameters.get('backbone.out.bias'));
  return { scores: scores as tf.Tensor2D, readout, layers };
}

/** LeakyReLU layers whose linear outputs are modulated (equations 10, 11). */
function denseLayers(
  config: ModelConfig,
  parameters: Parameters,
  input: BackboneInput,
  modulation: Modulation,
  keepIntermediates: boolean,
) {
  const layers: LayerIntermediates[] = [];
  const activation = { leaky: config.leakySlope };
  let hidden = input.pairs;
  for (let l = 0; l < layerCount(config); l++) {
    const weight = parameters.get<tf.Tensor2D>(`backbone.layer${l}.weight`);
    const bias = parameters.get<tf.Tensor1D>(`backbone.layer${l}.bias`);
    const linear =
      l === 0 && input.product
        ? denseJoined(input.pairs, input.product, weight, bias)
        : dense(hidden, weight, bias);
    const factors = factorsOf(modulation, l);
    hidden = factors
      ? modulateAndActivate(linear, factors.gamma, factors.beta, activation)
      : activate(linear, activation);
    if (keepIntermediates) {
      const modulated = factors ? modulate(linear, factors.gamma, factors.beta) : linear;
      layers.push({ linear, modulated, activated: hidden });
    }
  }
  return { readout: hidden, layers };
}

/** Layers of ReLU modules joined by routes (equation 13). */
function moduleLayers(
  config: ModelConfig,
  parameters: Parameters,
  input: BackboneInput,
  route: tf.Tensor3D[],
  keepIntermediates: boolean,
) {
  const layers: LayerIntermediates[] = [];
  let inputs: tf.Tensor2D | tf.Tensor3D = input.product
    ? tf.concat([input.pairs, input.product], 1)
    : input.pairs;
  for (let l = 0; l < layerCount(config); l++) {
    const name = `backbone.layer${l}.modules`;
    const weight = parameters.get<tf.Tensor3D>(`${name}.weight`);
    const bias = parameters.get<tf.Tensor2D>(`${name}.bias`);
    const activated = modules(inputs, weight, bias);
    const linear = keepIntermediates ? modulesLinear(inputs, weight, bias) : activated;
    inputs = mixModules(activated, route[l]);
    if (keepIntermediates) layers.push({ linear, modulated: inputs, activated });
  }
  const [, rows, width] = inputs.shape as [number, number, number];
  return { readout: tf.reshape(inputs, [rows, width]) as tf.Tensor2D, layers };
}
