/** The present model as a safetensors file, and such a file as parameters of this page. */
import { CheckpointError } from '../../../src/model/framed-file';
import {
  decodeSafetensors,
  encodeSafetensors,
  type OptimiserState,
} from '../../../src/model/safetensors';
import { presetOf } from '../../../src/model/presets';
import type { SettingFeatures } from '../../../src/model/recipes';
import type { ModelConfig, Provenance } from '../../../src/model/types';
import { WorkerFailure } from '../../protocol/failure';
import type { ModelSetup } from '../model/model-setup';
import type { ExportQuestion, ImportedWeights } from '../../protocol/adapter';
import type { TrainingState } from '../../protocol/trainer';
import type { Variant } from '../../protocol/vocabulary';
import type { AdapterModel } from './adapter-model';

/**
 * @param note text that travels along (the page keeps its address there)
 * @param training what a run goes on from; without it the file holds the parameters on the page
 */
export async function exportWeights(
  setup: ModelSetup<SettingFeatures>,
  model: AdapterModel,
  { note, seed, date, data, training, asLoaded, arithmetic }: ExportQuestion,
): Promise<{ file: Uint8Array }> {
  const { config, setting, treatment, provenance } = setup;
  const trainedHere: Provenance = {
    command: 'trained on the page',
    setting,
    treatment,
    seed,
    steps: training?.step ?? model.steps,
    commit: '',
    date,
    dataset: data,
    metrics: {},
    ...(arithmetic ? { arithmetic } : {}),
  };
  const made = asLoaded && provenance ? provenance : trainedHere;
  const flat = training?.flat ?? (await model.parameters.flat());
  const optimiser = training ? optimiserOf(training) : undefined;
  return { file: await encodeSafetensors({ config, provenance: made, flat, note, optimiser }) };
}

function optimiserOf(training: TrainingState): OptimiserState | undefined {
  const { firstMoment: first, secondMoment: second, tasksSeen } = training;
  return first && second ? { first, second, tasksSeen } : undefined;
}

/** @throws WorkerFailure `bad-request` that says what is wrong with the file */
export async function importWeights(file: Uint8Array): Promise<ImportedWeights> {
  try {
    const { config, flat, provenance, note = '', optimiser = null } = await decodeSafetensors(file);
    const { steps, arithmetic = null } = provenance;
    return { variant: variantOf(config), steps, flat, note, optimiser, arithmetic };
  } catch (error) {
    if (error instanceof CheckpointError) throw new WorkerFailure('bad-request', error.problem);
    throw error;
  }
}

function variantOf(config: ModelConfig): Variant {
  const { task, encoder, hybrid, modulation } = config;
  const setting = task === 'ranking' ? 'scenario' : 'user';
  const variant: Variant = { setting, encoder, hybrid, modulation };
  return presetOf(config) === 'paper' ? { ...variant, preset: 'paper' } : variant;
}
