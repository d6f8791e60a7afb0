/** What the trainer is asked, and what it says of its run. */
import type { ModelReport, Variant } from './vocabulary';

export interface TrainerCalls {
  load(question: { variant: Variant; seed: number }): ModelReport;
  /** `workers` share each step, the trainer among them; as before unless told. */
  train(question: { mode: TrainingMode; workers?: number }): { mode: TrainingMode };
  hyperparameters(question: { values: Hyperparameters }): Hyperparameters;
  /** Training rests for `ms`: an edit is being answered. */
  giveWay(question: { ms: number }): null;
  /** Fresh parameters from `seed`, step 0. */
  reset(question: { seed: number }): ModelReport;
  /** All that the run goes on from. */
  state(): TrainingState;
  resume(question: { state: TrainingState }): ModelReport;
}

/** What the trainer says unasked. */
export type TrainerNotice =
  | { type: 'progress'; progress: TrainingProgress }
  | { type: 'evaluation'; point: EvaluationPoint }
  | {
      type: 'snapshot';
      variant: Variant;
      steps: number;
      tasksSeen: number;
      loss: number;
      flat: Float32Array;
      /** Adam's moments; only now and then, they are needed to go on after a crash. */
      moments?: { first: Float32Array; second: Float32Array };
    }
  /** The mode changed by itself: a step ended, not-a-number, a hidden tab. */
  | { type: 'mode'; mode: TrainingMode };

/** Everything a run needs to go on elsewhere (another backend, a respawned worker, a file). */
export interface TrainingState {
  variant: Variant;
  seed: number;
  step: number;
  tasksSeen: number;
  /** Parameters in the model's order, concatenated. */
  flat: Float32Array;
  /** Adam's moments in the same order; null: they start at zero again. */
  firstMoment: Float32Array | null;
  secondMoment: Float32Array | null;
  /** null: the variant's own. */
  values: Hyperparameters | null;
}

export type TrainingMode = 'play' | 'slow' | 'step' | 'phase' | 'pause';

export type TrainingPhase = 'sample' | 'encode' | 'modulate' | 'predict' | 'loss' | 'update';

export interface TrainingProgress {
  step: number;
  tasksSeen: number;
  loss: number;
  /** Steps per second over the last second. */
  rate: number;
  phase: TrainingPhase | null;
  /** Workers that computed the newest step; one where it is absent. */
  workers?: number;
  /** Ids of the tasks in the present meta-batch; only in `phase`, `step` and `slow` mode. */
  tasks?: string[];
}

export interface EvaluationPoint {
  step: number;
  tasksSeen: number;
  /** `recall@20` in the scenario setting, `mae` in the user setting. */
  metric: string;
  value: number;
}

export interface Hyperparameters {
  learningRate: number;
  tasksPerStep: number;
}
