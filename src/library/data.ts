/**
 * Package entry `cmml-explorable/data`: data sets from any ratings, their files, and the tasks drawn
 * from them. No tensors, no DOM; runs in Node, a page or a worker.
 */
export { buildDataset, MIN_RATINGS, SPLIT_SHARES } from '../data/build';
export type { RawData, RawMovie, RawScenario } from '../data/raw-data';
export type { BuildOptions, BuiltDataset } from '../data/build';
export { DatasetError, loadDataset, type ReadFile } from '../data/dataset';
export { encodeFiles } from '../data/files';
export { inMemory, manifestOf, type Origin } from '../data/manifest';
export {
  itemFeatures,
  packTasks,
  rankingFeatures,
  anonymousFeatures,
  type PairFeatures,
  type TaskBatch,
} from '../data/features';
export {
  buildImport,
  readImport,
  recognise,
  type ImportOptions,
  type Imported,
  type Recognised,
  type TablePlan,
} from '../data/import';
export { joinDomains, type Domain } from '../data/import/domains';
export { GENERATED_NAME, generatedDomain } from '../data/import/generated-domain';
export { ImportError } from '../data/import/import-error';
export type { Expectation, Fault, Problem } from '../data/import/problem';
export {
  Cancelled,
  throttledProgress,
  type Progress,
  type ProgressReport,
} from '../data/import/progress';
export { blobSource, type Source } from '../data/import/source';
export type { Mapping, TablePreview, TableShape } from '../data/import/table';
export {
  ENGLISH,
  sayFault,
  sayProblem,
  type ImportWords,
  type Wording,
} from '../data/import/messages';
export { createRandom, deriveSeed, type Random } from '../data/random';
export { ratingSampler } from '../data/tasks/rating';
export type { TaskSampler } from '../data/tasks/sampler';
export { scenarioSampler } from '../data/tasks/scenario';
export { anonymousSampler } from '../data/tasks/anonymous';
export { DECADES, GENRES, SPLIT } from '../data/types';
export type * from '../data/types';
