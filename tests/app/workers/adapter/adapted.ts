/** Support sets and an adapter's model over the tiny data set, for tests of what it answers. */
import { adapt } from '../../../../app/workers/adapter/adapt';
import { AdapterModel } from '../../../../app/workers/adapter/adapter-model';
import type { ModelSetup } from '../../../../app/workers/model/model-setup';
import { Reading } from '../../../../app/workers/model/reading';
import type { Interventions, SupportItem, Variant } from '../../../../app/protocol/vocabulary';
import { createRandom } from '../../../../src/data/random';
import { initialParameters } from '../../../../src/model/cmml';
import type { ModelConfig } from '../../../../src/model/types';
import { alone, setupOf, dataset } from '../model';

export const LIKES: SupportItem[] = [5, 10, 17, 25].map((item) => ({ item, label: 1 }));
export const MIXED: SupportItem[] = [...LIKES, { item: 3, label: 0 }];
export const STARS: SupportItem[] = [
  { item: 5, label: 4.5 },
  { item: 9, label: 1 },
  { item: 30, label: 3 },
];
export const nowhere = async (): Promise<[number, number]> => [0, 0];

/** @param options of the model, beside what the variant has; its parameters are then drawn anew */
export async function modelOf(
  variant: Variant,
  options?: Partial<ModelConfig>,
  seed = 3,
): Promise<{ model: AdapterModel; setup: ModelSetup }> {
  const setup = await setupOf(variant, seed);
  const config = { ...setup.config, ...options };
  const flat = options ? initialParameters(config, createRandom(3)) : setup.flat;
  const reading = new Reading(config, setup.data.pack, dataset().movies.count);
  return { model: new AdapterModel(reading, flat), setup };
}

export const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - b[k])));

export const ask = (
  model: AdapterModel,
  support: SupportItem[],
  select: number | null = null,
  interventions?: Interventions,
) => adapt(model, { support, select, interventions }, nowhere, alone);
