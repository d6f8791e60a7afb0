/** From what a visitor picked to a model: configuration, features, starting parameters. */
import { createRandom, deriveSeed } from '../../../src/data/random';
import type { Dataset } from '../../../src/data/types';
import type { Checkpoint } from '../../../src/model/checkpoint';
import { initialParameters } from '../../../src/model/cmml';
import {
  configOf,
  settingData,
  anonymousData,
  type SettingData,
  type SettingFeatures,
} from '../../../src/model/recipes';
import type { ModelConfig, Provenance, Setting, Treatment } from '../../../src/model/types';
import { BUNDLED_DATA } from '../../storage/names';
import { WorkerFailure } from '../../protocol/failure';
import type { PageSetting, Variant } from '../../protocol/vocabulary';
import { readCheckpoint, type ReadPath } from './files';
import type { LateDataset } from './late-dataset';

/** The protocol behind each of the page's settings. */
export const SETTINGS: Record<PageSetting, Setting> = { scenario: 'anonymous', user: 'rating' };

/** The page trains with what wins; a shipped checkpoint says what it was trained with. */
const PAGE_TREATMENT: Treatment = 'full';

export interface ModelSetup<Data extends SettingFeatures = SettingData> {
  variant: Variant;
  setting: Setting;
  treatment: Treatment;
  config: ModelConfig;
  data: Data;
  /** Starting parameters: the checkpoint's, else drawn from the seed. */
  flat: Float32Array;
  /** null: no checkpoint ships for this variant, it starts untrained. */
  provenance: Provenance | null;
}

/** For training and answering. @throws WorkerFailure as `setupOf` does */
export const setUpModel = (
  dataset: Dataset,
  variant: Variant,
  seed: number,
  read: ReadPath,
): Promise<ModelSetup> =>
  setupOf(
    dataset.manifest.name,
    (setting, treatment) => settingData(dataset, setting, treatment, 0, variant.hybrid),
    variant,
    seed,
    read,
  );

/**
 * For answering alone: in the scenario setting that needs nobody's interactions.
 * @throws WorkerFailure as `setupOf` does
 */
export async function setUpAnsweringModel(
  data: LateDataset,
  variant: Variant,
  seed: number,
  read: ReadPath,
): Promise<ModelSetup<SettingFeatures>> {
  if (variant.setting !== 'scenario') return setUpModel(await data.whole(), variant, seed, read);
  const { items } = data;
  return setupOf(items.manifest.name, () => anonymousData(items), variant, seed, read);
}

/** @throws WorkerFailure `data-broken` for a checkpoint that does not fit the data set */
async function setupOf<Data extends SettingFeatures>(
  dataset: string,
  dataOf: (setting: Setting, treatment: Treatment) => Data,
  variant: Variant,
  seed: number,
  read: ReadPath,
): Promise<ModelSetup<Data>> {
  const setting = SETTINGS[variant.setting];
  const shipped = await shippedFor(dataset, variant, read);
  const treatment = shipped?.provenance.treatment ?? PAGE_TREATMENT;
  const data = dataOf(setting, treatment);
  const config = shipped?.config ?? untrainedConfig(variant, setting, data.pairDim);
  if (config.sizes.pairDim !== data.pairDim) {
    const { pairDim } = config.sizes;
    const problem = `checkpoint for ${pairDim} features, the data set has ${data.pairDim}`;
    throw new WorkerFailure('data-broken', problem);
  }
  return { variant, setting, treatment, config, data, ...start(shipped, config, seed) };
}

/** Shipped checkpoints belong to the data that they were trained on. */
async function shippedFor(
  dataset: string,
  variant: Variant,
  read: ReadPath,
): Promise<Checkpoint | null> {
  return dataset === BUNDLED_DATA ? readCheckpoint(read, variant) : null;
}

function untrainedConfig(variant: Variant, setting: Setting, pairDim: number): ModelConfig {
  const { encoder, hybrid, modulation, preset } = variant;
  return configOf(setting, { encoder, hybrid, modulation, preset }, pairDim, PAGE_TREATMENT);
}

function start(shipped: Checkpoint | null, config: ModelConfig, seed: number) {
  if (shipped) return { flat: shipped.flat, provenance: shipped.provenance };
  // The stream that the training loop draws its parameters from, so that both start alike.
  const random = createRandom(deriveSeed(seed, 'parameters'));
  return { flat: initialParameters(config, random), provenance: null };
}
