/**
 * What a figure is measured under, as one object: features, tasks and their sizes, candidates, exclusions, folds,
 * model and schedule. Rows of two protocols are never compared.
 */
import type { Dataset } from '../../data/types';
import type { Measured, Progress } from '../evaluation/rows';
import type { Schedule, SettingData, VariantParts } from '../recipes';
import type { Recommender } from '../systems';
import type { CmmlTraining } from '../training/cmml-learner';
import type {
  EncoderKind,
  HybridKind,
  ModelConfig,
  ProtocolId,
  Setting,
  Treatment,
} from '../types';

/** What a system is trained with, in a protocol. */
export interface Asked {
  setting: Setting;
  treatment: Treatment;
  /** Draws extra tasks, and the folds where a protocol has its own. */
  seed: number;
  /** CMML's: with `attention` anonymous tasks are a mix (`recipes.ts`). */
  hybrid?: HybridKind;
}

/** One measurement. */
export interface Measurement {
  setting: Setting;
  seed: number;
  /** Liked support pairs, where the protocol leaves their number open. */
  support: number;
  /** Every task gets the support set of another, and is graded as before. */
  wrongSupport: boolean;
  /** At most so many users are ranked a scenario; all when absent. */
  users?: number;
}

export interface Protocol {
  id: ProtocolId;
  /** In a sentence: whose it is and what it says. For command lines and documents. */
  says: string;
  settings: readonly Setting[];
  treatments: readonly Treatment[];
  /** The encoder of an id that names none (`cmml-film`). */
  encoder: EncoderKind;
  /** Whether a wrong support set can be given: in tasks of scenarios. */
  wrongSupport: (setting: Setting) => boolean;
  /** Liked support pairs of a measurement that asks for no other number. */
  support: (setting: Setting) => number;
  /** The data as the protocol's folds divide it. */
  fold: (dataset: Dataset, asked: Asked) => Dataset;
  /** Features and meta-training tasks. `forCmml`: with what serves CMML's regularisers alone. */
  data: (folded: Dataset, asked: Asked, forCmml: boolean) => SettingData;
  schedule: (setting: Setting, treatment: Treatment) => Schedule;
  config: (asked: Asked, parts: VariantParts, pairDim: number) => ModelConfig;
  /** What CMML's loss adds. */
  training: (setting: Setting, treatment: Treatment) => CmmlTraining;
  measure: (
    folded: Dataset,
    recommender: Recommender,
    measurement: Measurement,
    onProgress?: Progress,
  ) => Promise<Measured>;
}
