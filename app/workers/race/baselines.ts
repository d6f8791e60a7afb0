/** The baselines that ship with the page, fetched when the race first needs them. */
import {
  buildBaseline,
  decodeBaseline,
  SHIPPED_BASELINES,
  type BaselineCheckpoint,
  type ShippedBaseline,
} from '../../../src/model/baselines/checkpoint';
import { sharedWeights, type Weights } from '../../../src/model/baselines/network';
import { CheckpointError } from '../../../src/model/framed-file';
import { ParameterSet } from '../../../src/model/parameter-set';
import { settingData, type SettingData } from '../../../src/model/recipes';
import type { Provenance, Setting } from '../../../src/model/types';
import type { Dataset } from '../../../src/data/types';
import { BUNDLED_DATA } from '../../storage/names';
import { WorkerFailure } from '../../protocol/failure';
import type { ReadPath } from '../model/files';

const FOLDER = 'models/baselines/';
const HTML = '<!doctype html';

export interface LoadedBaseline {
  checkpoint: BaselineCheckpoint;
  data: SettingData;
  weights: Weights;
}

export type LoadedBaselines = Partial<Record<ShippedBaseline, LoadedBaseline>>;

/**
 * All baselines of a setting; one whose file is not there is left out.
 * @throws WorkerFailure `data-broken` for a file that cannot be used
 */
export async function loadBaselines(
  dataset: Dataset,
  setting: Setting,
  read: ReadPath,
): Promise<LoadedBaselines> {
  const loaded: LoadedBaselines = {};
  // Their features are made of the bundled data: on other movies they know nothing.
  if (dataset.manifest.name !== BUNDLED_DATA) return loaded;
  const made = new Map<string, SettingData>();
  const dataOf = ({ treatment, seed }: Provenance) => {
    const key = `${treatment} ${seed}`;
    const data = made.get(key) ?? settingData(dataset, setting, treatment, seed);
    made.set(key, data);
    return data;
  };
  for (const kind of SHIPPED_BASELINES) {
    const checkpoint = await readBaseline(read, `${FOLDER}${setting}-${kind}.bin`);
    if (!checkpoint) continue;
    const { description, flat, provenance } = checkpoint;
    const data = dataOf(provenance);
    if (description.pairDim !== data.pairDim) {
      const problem = `baseline for ${description.pairDim} features, the data set has ${data.pairDim}`;
      throw new WorkerFailure('data-broken', problem);
    }
    const { specs } = buildBaseline(description);
    loaded[kind] = {
      checkpoint,
      data,
      weights: sharedWeights(specs, new ParameterSet(specs, flat)),
    };
  }
  return loaded;
}

async function readBaseline(read: ReadPath, path: string): Promise<BaselineCheckpoint | null> {
  let file: Uint8Array;
  try {
    file = new Uint8Array(await read(path));
  } catch {
    return null;
  }
  // Some servers answer every unknown address with the page itself.
  if (new TextDecoder().decode(file.subarray(0, HTML.length)).toLowerCase() === HTML) return null;
  try {
    return await decodeBaseline(file);
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    throw new WorkerFailure('data-broken', `${path}: ${error.message}`);
  }
}
