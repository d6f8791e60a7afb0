/** Every stage between the support pairs and one score. */
import * as tf from '@tensorflow/tfjs-core';
import {
  labelValues,
  supportCounts,
  supportMask,
  weightedMean,
  type Support,
} from '../../../src/model/encoder/support';
import { pairMlp } from '../../../src/model/encoder/pairMlp';
import { embedPairs, kernelScore } from '../../../src/model/encoder/weighted';
import type { LayerTap, Taps } from '../../../src/model/taps';
import { modulationDetail, modulationTensors } from '../model/modulation-detail';
import { take, takeAll } from '../model/reads';
import type { ExplainedLayer, Explanation, Interventions, SupportItem } from '../protocol';
import { encodeOrHold } from './adapt';
import type { AdapterModel } from './adapter-model';

export async function explain(
  model: AdapterModel,
  support: readonly SupportItem[],
  item: number,
  interventions?: Interventions,
): Promise<Explanation> {
  model.check([item, ...support.map((pair) => pair.item)]);
  const encoded = encodeOrHold(model, support, interventions);
  const tensors = tf.tidy(() => {
    const { scores, taps } = model.predict(encoded, model.pick([item]), interventions, true);
    return { scores, taps, ...readout(model, taps), input: backboneInput(model, item, taps) };
  });
  const { taps } = tensors;
  try {
    const { pairDim } = model.config.sizes;
    const offset = model.reading.base(support)?.[item] ?? 0;
    const inputs = model.reading.pairs(support);
    const [score] = await take(tf.clone(tensors.scores), 'score');
    const values = await takeAll(modulationTensors(taps.modulation).map(flat), 'modulation');
    return {
      item,
      pairs: support.map(({ item, label }, k) => ({
        item,
        label,
        input: inputs.slice(k * pairDim, (k + 1) * pairDim),
      })),
      // A held context was made of no pairs.
      ...(await encodedPairs(model, interventions?.context ? [] : support)),
      context: await take(flat(encoded.context), 'context'),
      candidate: model.reading.candidates.slice(item * pairDim, (item + 1) * pairDim),
      hybrid: await take(flat(taps.hybrid), 'hybrid'),
      input: await take(flat(tensors.input), 'input'),
      modulation: modulationDetail(taps.modulation, values),
      layers: await Promise.all(taps.layers.map(explainLayer)),
      readout: {
        features: await take(flat(taps.readout), 'features'),
        weight: await take(flat(tensors.weight), 'weight'),
        bias: (await take(flat(tensors.bias), 'bias'))[0],
        kernel: tensors.kernel ? (await take(flat(tensors.kernel), 'kernel'))[0] : 0,
        offset,
      },
      score: score + offset,
      steps: model.steps,
    };
  } finally {
    tf.dispose([encoded, tensors]);
  }
}

const flat = (tensor: tf.Tensor): tf.Tensor => tf.reshape(tensor, [tensor.size]);

async function explainLayer({ linear, modulated, activated }: LayerTap): Promise<ExplainedLayer> {
  const values = await takeAll([linear, modulated, activated].map(flat), 'layer');
  return { linear: values[0], modulated: values[1], activated: values[2] };
}

/** The last Linear's weights, generated or not, and what the kernel of the `weighted` encoder adds. */
function readout({ config, parameters }: AdapterModel, taps: Taps) {
  const { modulation, hybrid } = taps;
  const generated = modulation.kind === 'linear';
  return {
    weight: generated
      ? tf.clone(modulation.weight)
      : tf.clone(parameters.get('backbone.out.weight')),
    bias: generated ? tf.clone(modulation.bias) : tf.clone(parameters.get('backbone.out.bias')),
    kernel: config.encoder === 'weighted' ? kernelScore(parameters, hybrid) : undefined,
  };
}

/** What the backbone's first layer reads of one pair. */
function backboneInput(model: AdapterModel, item: number, { hybrid }: Taps): tf.Tensor {
  const { config, parameters } = model;
  const pair = tf.reshape(model.pick([item]), [1, config.sizes.pairDim]) as tf.Tensor2D;
  const embedded =
    config.encoder === 'weighted' ? embedPairs(config, parameters, pair).embedding : pair;
  return config.inputs === 'product' ? tf.concat([embedded, hybrid], 1) : tf.clone(embedded);
}

/** Each pair's own vector before pooling, and the prototype residual, where the encoder has them. */
async function encodedPairs(
  model: AdapterModel,
  items: readonly SupportItem[],
): Promise<Pick<Explanation, 'encoded' | 'prototype'>> {
  const { config, reading, parameters } = model;
  const count = items.length;
  if (count === 0 || config.encoder === 'weighted') return { encoded: null, prototype: null };
  const pools = config.encoder === 'mean' || config.encoder === 'max';
  const tensors = tf.tidy(() => {
    const { support } = reading.tensors([items]);
    return {
      encoded: pools ? pairMlp(config, parameters, support) : undefined,
      prototype: config.prototype ? prototypeOf(model, support) : undefined,
    };
  });
  const encoded = tensors.encoded ? await take(tensors.encoded, 'encoded') : null;
  const prototype = tensors.prototype ? await take(tensors.prototype, 'prototype') : null;
  return { encoded: encoded && rowsOf(encoded, count), prototype };
}

/** `mean_k y_k x_k`, `[1, D]`, as the encoder adds it. */
function prototypeOf({ config }: AdapterModel, support: Support): tf.Tensor2D {
  const mask = supportMask(config, support);
  const values = labelValues(config, support);
  const weights: tf.Tensor2D = mask ? tf.mul(values, mask) : values;
  return weightedMean(support.pairs, weights, supportCounts(support, mask));
}

/** `[rows, width]` row by row, each an array of its own. */
function rowsOf(values: Float32Array, rows: number): Float32Array[] {
  const width = values.length / rows;
  return Array.from({ length: rows }, (_, k) => values.slice(k * width, (k + 1) * width));
}
