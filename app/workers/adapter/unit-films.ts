/** The films for which one number of the modulation is largest and smallest. */
import * as tf from '@tensorflow/tfjs-core';
import { WorkerFailure } from '../../protocol/failure';
import type { UnitFilms, UnitFilmsQuestion } from '../../protocol/unit-effects';
import { take } from '../model/reads';
import { encodeOrOverride } from './adapt';
import type { AdapterModel } from './adapter-model';

/** Films named at either end. */
const NAMED = 3;
/** Nearer than this, values differ by rounding alone. */
const SAME = 1e-5;

/**
 * One forward pass over the likeliest 500 films that are not in the support set.
 * @throws WorkerFailure `bad-request` for a number that the model does not have
 */
export async function unitFilms(
  model: AdapterModel,
  { support, interventions, target, layer, unit }: UnitFilmsQuestion,
): Promise<UnitFilms> {
  const own = support.map(({ item }) => item);
  model.check(own);
  const items = [...model.likeliest(support, null)].filter((item) => !own.includes(item));
  const values = await take(
    tf.tidy(() => {
      const encoded = encodeOrOverride(model, [support], interventions);
      const { intermediates } = model.predict(encoded, model.pick(items), interventions);
      const modulation: ByUnit = intermediates.modulation;
      const numbers = modulation[target]?.[layer];
      if (!numbers || !(unit >= 0 && unit < numbers.shape[1])) {
        const asked = `${target}, layer ${layer}, unit ${unit}`;
        throw new WorkerFailure('bad-request', `this model has no ${asked}`);
      }
      return tf.slice(numbers, [0, unit], [items.length, 1]);
    }),
    'unit films',
  );
  const films = items
    .map((item, k) => ({ item, value: values[k] }))
    .sort((a, b) => b.value - a.value || a.item - b.item);
  const isSame = films.length === 0 || films[0].value - films.at(-1)!.value < SAME;
  const named = isSame ? 0 : Math.min(NAMED, films.length >> 1);
  return {
    most: films.slice(0, named),
    least: films.slice(films.length - named).reverse(),
    films: films.length,
  };
}

/** What a modulation has of these numbers, layer by layer. */
type ByUnit = { kind: string } & Partial<Record<UnitFilmsQuestion['target'], tf.Tensor2D[]>>;
