/** What FiLM and route views draw of an answer: asked for by itself, and only where it is seen. */
import * as tf from '@tensorflow/tfjs-core';
import { meanOverPairs, modulationDetail, modulationTensors } from '../model/modulation-detail';
import { take, takeAll } from '../model/reads';
import type { ModulationViews, ModulationViewsQuestion } from '../../protocol/adapter';
import { encodeOrOverride } from './adapt';
import type { AdapterModel } from './adapter-model';

/** Modulation of the selected pair, and its average over `average`; one forward pass over these. */
export async function modulationViews(
  model: AdapterModel,
  { support, select, average, interventions }: ModulationViewsQuestion,
): Promise<ModulationViews> {
  const chosen = select === null ? [] : [select];
  const items = Uint32Array.from([...chosen, ...average]);
  model.check([...support.map(({ item }) => item), ...items]);
  if (items.length === 0) return { detail: null, average: null };
  const found = tf.tidy(() => {
    const encoded = encodeOrOverride(model, [support], interventions);
    const { intermediates, scores } = model.predict(encoded, model.pick(items), interventions);
    const tensors = modulationTensors(intermediates.modulation);
    const meanOf = (from: number, count: number, of: tf.Tensor[]) =>
      count > 0 ? meanOverPairs(of, from, count) : [];
    return {
      kept: intermediates.modulation,
      score: tf.slice(scores, [0, 0], [1, 1]),
      mean: meanOf(chosen.length, average.length, tensors),
      pair: meanOf(0, chosen.length, [intermediates.hybrid, ...tensors]),
    };
  });
  const { kept } = found;
  tf.dispose(kept);
  const [score] = await take(found.score, 'score');
  const mean = await takeAll(found.mean, 'average');
  const [hybrid, ...values] = await takeAll(found.pair, 'detail');
  const base = model.reading.base(support);
  return {
    detail:
      select === null
        ? null
        : {
            item: select,
            score: score + (base?.[select] ?? 0),
            hybrid,
            modulation: modulationDetail(kept, values),
          },
    average: average.length > 0 ? modulationDetail(kept, mean) : null,
  };
}
