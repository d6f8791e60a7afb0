/** A checkpoint as a system: it is trained already, as its provenance says. */
import { readFile } from 'node:fs/promises';
import { decodeCheckpoint } from '../../src/model/checkpoint';
import { parameterSpecs } from '../../src/model/cmml';
import { cmmlRecommender } from '../../src/model/cmml-system';
import { ParameterSet } from '../../src/model/parameter-set';
import { settingData } from '../../src/model/recipes';
import type { System } from '../../src/model/systems';
import type { Provenance } from '../../src/model/types';

export interface TrainedSystem {
  system: System;
  provenance: Provenance;
}

/** @returns a system with the id of what was trained (`cmml-film`) */
export async function trainedSystem(file: string): Promise<TrainedSystem> {
  const { config, flat, provenance } = await decodeCheckpoint(await readFile(file));
  const { setting, treatment, seed } = provenance;
  const id = `cmml-${config.modulation}`;
  const system: System = {
    id,
    name: id,
    settings: [setting],
    trained: true,
    train: async ({ dataset }) =>
      cmmlRecommender(
        config,
        new ParameterSet(parameterSpecs(config), flat),
        settingData(dataset, setting, treatment, seed),
      ),
  };
  return { system, provenance };
}
