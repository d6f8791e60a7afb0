/** The present model as a safetensors file, and such a file as parameters of this page. */
import { CheckpointError } from '../../../src/model/framed-file';
import { decodeSafetensors, encodeSafetensors } from '../../../src/model/safetensors';
import type { SettingFeatures } from '../../../src/model/recipes';
import type { ModelConfig, Provenance } from '../../../src/model/types';
import { WorkerFailure } from '../failure';
import type { Blueprint } from '../model/blueprint';
import type { Replies, Variant } from '../protocol';
import type { AdapterModel } from './adapter-model';

/** @param note text that travels along (the page keeps its address there) */
export async function exportWeights(
  blueprint: Blueprint<SettingFeatures>,
  model: AdapterModel,
  { note, seed, date, data }: { note: string; seed: number; date: string; data: string },
): Promise<{ file: Uint8Array }> {
  const { config, setting, treatment, provenance } = blueprint;
  const trainedHere: Provenance = {
    command: 'trained on the page',
    setting,
    treatment,
    seed,
    steps: model.steps,
    commit: '',
    date,
    dataset: data,
    metrics: {},
  };
  const made = model.steps === 0 && provenance ? provenance : trainedHere;
  const flat = await model.parameters.flat();
  return { file: await encodeSafetensors({ config, provenance: made, flat, note }) };
}

/** @throws WorkerFailure `bad-request` that says what is wrong with the file */
export async function importWeights(file: Uint8Array): Promise<Replies['importWeights']> {
  try {
    const { config, flat, provenance, note = '' } = await decodeSafetensors(file);
    return { variant: variantOf(config), steps: provenance.steps, flat, note };
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
