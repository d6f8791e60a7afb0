/**
 * Package entry `cmml-explorable/model`: CMML, its training, and recommendations from it, on any
 * tfjs backend that the caller has set.
 */
export { encode, initialParameters, parameterSpecs, predict } from '../model/cmml';
export type { Intermediates, Modulation, PredictOptions, Support } from '../model/cmml';
export {
  cmmlRecommender,
  trainCmml,
  type CmmlRecommender,
  type CmmlVariant,
} from '../model/cmml-system';
export { toBatch, type Batch, type PackedTasks } from '../model/batch';
export { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from '../model/checkpoint';
export { CheckpointError } from '../model/framed-file';
export { installKernels } from '../model/kernels';
export { meanAbsoluteError, ndcgAtK, rankByScore, recallAtN } from '../model/metrics';
export { ParameterSet, type Parameters } from '../model/parameter-set';
export { preset, type Parts } from '../model/presets';
export type { PresetName } from '../kinds';
export {
  cmmlTrainingOf,
  configOf,
  scheduleOf,
  settingData,
  type Schedule,
  type SettingData,
  type VariantParts,
} from '../model/recipes';
export { recommend, type Recommendation, type RecommendOptions } from '../model/recommend';
export { decodeSafetensors, encodeSafetensors, type Exported } from '../model/safetensors';
export type { Recommender, TrainingRoom } from '../model/systems';
export { cmmlLearner, type CmmlTraining } from '../model/training/cmml-learner';
export type { Learner } from '../model/training/learner';
export { train } from '../model/training/run';
export {
  Trainer,
  TrainingDiverged,
  type TrainerOptions,
  type TrainerState,
} from '../model/training/trainer';
export type * from '../model/types';
