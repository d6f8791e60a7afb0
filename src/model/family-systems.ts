/** The systems that the families of tasks compare (`docs/two-tastes.md`, 'Systems'), all trained alike. */
import { rankingFeatures, anonymousFeatures, packTasks } from '../data/features';
import { familySampler, type FamilySamplerOptions } from '../data/families/sampler';
import type { Dataset } from '../data/types';
import { readSetting } from '../kinds';
import { cmmlRecommender, type CmmlRecommender } from './cmml-system';
import { cmmlTrainingOf, configOf, scheduleOf, type SettingData } from './recipes';
import type { TrainingRoom } from './systems';
import { cmmlLearner } from './training/cmml-learner';
import { train } from './training/run';
import type { ModelConfig, ModulationKind } from './types';

/** How candidates read the support set: in one vector, or each for itself, by learned or equal weights. */
export type Reading = 'vector' | 'attention' | 'uniform';

export interface FamilySystem {
  id: string;
  name: string;
  modulation: ModulationKind;
  reading: Reading;
  /** For somebody unknown: pairs have no user. */
  anonymous: boolean;
}

const NAMES: Record<ModulationKind, string> = {
  none: 'Plain network on [x, C*x]',
  film: 'FiLM',
  sigmoid: 'Sigmoid gates',
  soft: 'Soft modularization',
  linear: 'Linear',
};

function system(modulation: ModulationKind, reading: Reading, anonymous = false): FamilySystem {
  const word = modulation === 'none' ? 'plain' : modulation;
  return {
    id: [anonymous ? 'anonymous' : '', word, reading === 'vector' ? '' : reading]
      .filter(Boolean)
      .join('-'),
    name: [
      NAMES[modulation],
      ...(reading === 'vector' ? [] : [reading === 'attention' ? 'attention' : 'uniform weights']),
    ].join(' + '),
    modulation,
    reading,
    anonymous,
  };
}

/** In the order in which they are measured: what is asked first comes first. */
export const FAMILY_SYSTEMS: readonly FamilySystem[] = [
  system('none', 'vector'),
  system('film', 'attention'),
  system('none', 'vector', true),
  system('film', 'attention', true),
  system('film', 'uniform'),
  system('none', 'attention'),
  system('film', 'vector'),
  system('film', 'vector', true),
  system('none', 'uniform'),
  system('soft', 'vector'),
  system('soft', 'attention'),
  system('sigmoid', 'vector'),
  system('sigmoid', 'attention'),
  system('linear', 'vector'),
  system('linear', 'attention'),
];

/** What each system is compared with, by id: the plain network that is asked about the same people. */
export const FAMILY_REFERENCES: ReadonlyMap<string, string> = new Map(
  FAMILY_SYSTEMS.map(({ id, anonymous }) => [id, anonymous ? 'anonymous-plain' : 'plain'] as const)
    .filter(([id, reference]) => id !== reference),
); // prettier-ignore

/** @throws RangeError that lists what there is */
export function findFamilySystem(id: string): FamilySystem {
  const found = FAMILY_SYSTEMS.find((one) => one.id === readSetting(id));
  if (found) return found;
  throw new RangeError(
    `no system '${id}'; there are ${FAMILY_SYSTEMS.map((s) => s.id).join(', ')}`,
  );
}

/** The recipe of ranking under full treatment, whoever is asked about. */
export function familyConfig({ modulation, reading }: FamilySystem, pairDim: number): ModelConfig {
  const hybrid = reading === 'vector' ? 'dot' : 'attention';
  const config = configOf('ranking', { encoder: 'mean', hybrid, modulation }, pairDim, 'full');
  return reading === 'uniform' ? { ...config, attention: 'uniform' } : config;
}

export async function trainOnFamilies(
  dataset: Dataset,
  chosen: FamilySystem,
  room: Pick<TrainingRoom, 'seed' | 'steps' | 'onProgress'>,
): Promise<CmmlRecommender> {
  const { config, parameters, data } = await trainFamilySystem(dataset, chosen, room);
  return cmmlRecommender(config, parameters, data);
}

/** @param sizes of the support sets that it learns from */
export async function trainFamilySystem(
  dataset: Dataset,
  chosen: FamilySystem,
  room: Pick<TrainingRoom, 'seed' | 'steps' | 'onProgress'>,
  sizes: FamilySamplerOptions['sizes'] = 'declared',
) {
  const { anonymous } = chosen;
  const features = anonymous ? anonymousFeatures(dataset) : rankingFeatures(dataset);
  const data: SettingData = {
    pairDim: features.pairDim,
    pack: (tasks) => packTasks(features, tasks),
    sampler: familySampler(dataset, { anonymous, seed: room.seed, sizes }),
  };
  const config = familyConfig(chosen, data.pairDim);
  const learner = cmmlLearner(config, cmmlTrainingOf('ranking', 'full'));
  const parameters = await train(learner, data, scheduleOf('ranking', 'full'), room);
  return { config, parameters, data };
}
