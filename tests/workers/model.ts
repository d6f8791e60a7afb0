/** A small model over the tiny data set, for adapter and trainer tests. */
import type { JobContext } from '../../app/workers/host/host';
import { makeBlueprint, type Blueprint } from '../../app/workers/model/blueprint';
import type { Variant } from '../../app/workers/protocol';
import type { Dataset } from '../../src/data/types';
import { tinyDataset, tinyRaw } from '../data/tiny';

let made: Dataset | undefined;

/** Made once: building it factorises. */
export const dataset = (): Dataset => (made ??= tinyDataset(tinyRaw(60, 520, 0.25)));

export const GENRE: Variant = {
  setting: 'genre',
  encoder: 'mean',
  hybrid: 'dot',
  modulation: 'film',
};
export const NEWCOMER: Variant = { ...GENRE, setting: 'newcomer' };

/** Nothing ships: every variant starts from its seed. */
export const nothingShips = () => Promise.reject(new Error('404'));

export const blueprintOf = (variant: Variant, seed = 3): Promise<Blueprint> =>
  makeBlueprint(dataset(), variant, seed, nothingShips);

/** A job that nobody interrupts. */
export const alone: JobContext = { breathe: async () => undefined, first: () => undefined };
