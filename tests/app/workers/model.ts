/** A small model over the tiny data set, for adapter and trainer tests. */
import type { JobContext } from '../../../app/workers/host/host';
import { setUpModel, type ModelSetup } from '../../../app/workers/model/model-setup';
import type { Variant } from '../../../app/protocol/vocabulary';
import type { Dataset } from '../../../src/data/types';
import { tinyDataset, tinyRaw } from '../../data/tiny';

let made: Dataset | undefined;

/** Made once: building it factorises. */
export const dataset = (): Dataset => (made ??= tinyDataset(tinyRaw(60, 520, 0.25)));

export const SCENARIO: Variant = {
  setting: 'scenario',
  encoder: 'mean',
  hybrid: 'dot',
  modulation: 'film',
};
export const USER: Variant = { ...SCENARIO, setting: 'user' };

/** Nothing ships: every variant starts from its seed. */
export const nothingShips = () => Promise.reject(new Error('404'));

export const setupOf = (variant: Variant, seed = 3): Promise<ModelSetup> =>
  setUpModel(dataset(), variant, seed, nothingShips);

/** A job that nobody interrupts. */
export const alone: JobContext = { yieldToMessages: async () => undefined, first: () => undefined };
