/** The present model as a safetensors file, and such a file as parameters of this page. */
import { CheckpointError } from '../../../src/model/framed-file';
import {
  decodeSafetensors,
  encodeSafetensors,
  type OptimiserState,
} from '../../../src/model/safetensors';
import type { SettingFeatures } from '../../../src/model/recipes';
import type { ModelConfig, Provenance } from '../../../src/model/types';
import { WorkerFailure } from '../failure';
import type { Blueprint } from '../model/blueprint';
import type { Replies, Request, TrainingState, Variant } from '../protocol';
import type { AdapterModel } from './adapter-model';

type ExportRequest = Extract<Request, { type: 'exportWeights' }>;

/**
 * @param note text that travels along (the page keeps its address there)
 * @param training what a run goes on from; without it the file holds the parameters on the page
 */
export async function exportWeights(
  blueprint: Blueprint<SettingFeatures>,
  model: AdapterModel,
  { note, seed, date, data, training }: Omit<ExportRequest, 'type'>,
): Promise<{ file: Uint8Array }> {
  const { config, setting, treatment, provenance } = blueprint;
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
  };
  const made = trainedHere.steps === 0 && provenance ? provenance : trainedHere;
  const flat = training?.flat ?? (await model.parameters.flat());
  const optimiser = training ? optimiserOf(training) : undefined;
  return { file: await encodeSafetensors({ config, provenance: made, flat, note, optimiser }) };
}

function optimiserOf(training: TrainingState): OptimiserState | undefined {
  const { firstMoment: first, secondMoment: second, tasksSeen } = training;
  return first && second ? { first, second, tasksSeen } : undefined;
}

/** @throws WorkerFailure `bad-request` that says what is wrong with the file */
export async function importWeights(file: Uint8Array): Promise<Replies['importWeights']> {
  try {
    const { config, flat, provenance, note = '', optimiser = null } = await decodeSafetensors(file);
    return { variant: variantOf(config), steps: provenance.steps, flat, note, optimiser };
  } catch (error) {
    if (error instanceof CheckpointError) throw new WorkerFailure('bad-request', error.problem);
    throw error;
  }
}

const variantOf = ({ task, encoder, hybrid, modulation }: ModelConfig): Variant => ({
  setting: task === 'ranking' ? 'genre' : 'newcomer',
  encoder,
  hybrid,
  modulation,
});
