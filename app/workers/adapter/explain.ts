/** Every stage between the support pairs and one score. */
import * as tf from '@tensorflow/tfjs-core';
import type { Attention } from '../../../src/model/attention';
import { embedPairs } from '../../../src/model/encoder/weighted';
import type { Intermediates } from '../../../src/model/intermediates';
import { modulationDetail, modulationTensors } from '../model/modulation-detail';
import { take, takeAll } from '../model/reads';
import type { Explanation } from '../../protocol/explanation';
import type { Interventions, SupportItem } from '../../protocol/vocabulary';
import { encodeOrOverride } from './adapt';
import type { AdapterModel } from './adapter-model';
import { explainEncoding } from './explain-encoding';
import {
  explainEmbedding,
  explainHypernetwork,
  explainLayers,
  explainMixing,
  flat,
} from './explain-layers';

export async function explain(
  model: AdapterModel,
  support: readonly SupportItem[],
  item: number,
  interventions?: Interventions,
): Promise<Explanation> {
  model.check([item, ...support.map((pair) => pair.item)]);
  const encoded = encodeOrOverride(model, [support], interventions);
  const tensors = tf.tidy(() => {
    const { scores, intermediates } = model.predict(
      encoded,
      model.pick([item]),
      interventions,
      true,
    );
    return {
      scores,
      intermediates,
      ...readout(model, intermediates),
      ...movieOf(model, item, intermediates),
    };
  });
  const { intermediates, movie } = tensors;
  try {
    const { pairDim } = model.config.sizes;
    const offset = model.reading.base(support)?.[item] ?? 0;
    const inputs = model.reading.pairs(support);
    const [score] = await take(tf.clone(tensors.scores), 'score');
    const values = await takeAll(
      modulationTensors(intermediates.modulation).map(flat),
      'modulation',
    );
    return {
      item,
      pairs: support.map(({ item, label }, k) => ({
        item,
        label,
        input: inputs.slice(k * pairDim, (k + 1) * pairDim),
      })),
      // An overridden context was made of no pairs.
      encoding: interventions?.context ? null : await explainEncoding(model, support),
      context: await take(flat(encoded.context), 'context'),
      candidate: model.reading.candidates.slice(item * pairDim, (item + 1) * pairDim),
      embedding: await explainEmbedding(model, item),
      movie: await take(flat(movie), 'movie'),
      hybrid: await take(flat(intermediates.hybrid), 'hybrid'),
      attention: intermediates.attention
        ? await attentionOf(intermediates.attention, support.length)
        : null,
      mixing: await explainMixing(model, encoded.context, movie),
      hypernetwork: await explainHypernetwork(model, encoded, intermediates.hybrid),
      input: await take(flat(tensors.input), 'input'),
      modulation: modulationDetail(intermediates.modulation, values),
      layers: await explainLayers(model, intermediates.layers),
      readout: {
        features: await take(flat(intermediates.readout), 'features'),
        weight: await take(flat(tensors.weight), 'weight'),
        bias: (await take(flat(tensors.bias), 'bias'))[0],
        kernel:
          model.config.encoder === 'weighted'
            ? await take(tf.clone(model.parameters.get('encoder.scale')), 'kernel')
            : null,
        offset,
      },
      score: score + offset,
      steps: model.steps,
    };
  } finally {
    tf.dispose([encoded, tensors]);
  }
}

/** The one candidate's weights; an empty support set has a row of padding, which is left out. */
async function attentionOf({ likes, dislikes }: Attention, size: number) {
  const [liked, disliked] = await takeAll([likes, dislikes].map(flat), 'attention');
  return { likes: liked.slice(0, size), dislikes: disliked.slice(0, size) };
}

/** The last Linear's weights, generated or not. */
function readout({ parameters }: AdapterModel, { modulation }: Intermediates) {
  const generated = modulation.kind === 'linear';
  return {
    weight: tf.clone(generated ? modulation.weight : parameters.get('backbone.out.weight')),
    bias: tf.clone(generated ? modulation.bias : parameters.get('backbone.out.bias')),
  };
}

/** What the hybrid context and the backbone's first layer read of one movie. */
function movieOf(model: AdapterModel, item: number, { hybrid }: Intermediates) {
  const { config, parameters } = model;
  const x = tf.reshape(model.pick([item]), [1, config.sizes.pairDim]) as tf.Tensor2D;
  const { embedding, key } =
    config.encoder === 'weighted'
      ? embedPairs(config, parameters, x)
      : { embedding: x, key: tf.clone(x) };
  return {
    movie: key,
    input: config.inputs === 'product' ? tf.concat([embedding, hybrid], 1) : embedding,
  };
}
