/** Support sets and an adapter's model over the tiny data set, for tests of what it answers. */
import { adapt } from '../../app/workers/adapter/adapt';
import { AdapterModel } from '../../app/workers/adapter/adapter-model';
import type { Blueprint } from '../../app/workers/model/blueprint';
import { Reading } from '../../app/workers/model/reading';
import type { Interventions, SupportItem, Variant } from '../../app/workers/protocol';
import { alone, blueprintOf, dataset } from './model';

export const LIKES: SupportItem[] = [5, 10, 17, 25].map((item) => ({ item, label: 1 }));
export const MIXED: SupportItem[] = [...LIKES, { item: 3, label: 0 }];
export const STARS: SupportItem[] = [
  { item: 5, label: 4.5 },
  { item: 9, label: 1 },
  { item: 30, label: 3 },
];
export const nowhere = async (): Promise<[number, number]> => [0, 0];

export async function modelOf(
  variant: Variant,
): Promise<{ model: AdapterModel; blueprint: Blueprint }> {
  const blueprint = await blueprintOf(variant);
  const reading = new Reading(blueprint.config, blueprint.data.pack, dataset().movies.count);
  return { model: new AdapterModel(reading, blueprint.flat), blueprint };
}

export const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, k) => Math.abs(value - b[k])));

export const ask = (
  model: AdapterModel,
  support: SupportItem[],
  select: number | null = null,
  interventions?: Interventions,
) => adapt(model, { support, select, interventions }, nowhere, alone);
