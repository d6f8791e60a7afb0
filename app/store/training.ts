/** The training run as the page shows it. */
import type { StateCreator } from 'zustand';
import type {
  EvaluationPoint,
  Hyperparameters,
  TrainingMode,
  TrainingProgress,
} from '../workers/protocol';
import type { AppState } from './state';

export interface LossPoint {
  step: number;
  tasksSeen: number;
  loss: number;
}

/** A hyperparameter that was changed during a run: a marker on the curves. */
export interface HyperparameterMark {
  step: number;
  tasksSeen: number;
  name: keyof Hyperparameters;
  from: number;
  to: number;
}

/** Above this, every second loss is dropped: a curve needs no more points than pixels. */
const MAX_LOSSES = 2400;

export const DEFAULT_HYPERPARAMETERS: Hyperparameters = { learningRate: 2e-3, tasksPerStep: 8 };

export interface TrainingSlice {
  /** What the trainer does, as it says itself. */
  mode: TrainingMode;
  progress: TrainingProgress | null;
  losses: readonly LossPoint[];
  evaluations: readonly EvaluationPoint[];
  marks: readonly HyperparameterMark[];
  /** What the time scrubber offers, oldest first. */
  checkpoints: readonly { step: number; tasksSeen: number }[];
  /** Step of the checkpoint that every panel shows; null: the newest parameters. */
  shownCheckpoint: number | null;
  hyperparameters: Hyperparameters;
  /** Takes in what the trainer reported, oldest first; at least one report. */
  noteProgress(reports: readonly TrainingProgress[]): void;
  noteEvaluation(point: EvaluationPoint): void;
  noteHyperparameters(values: Hyperparameters): void;
  /** Another run begins: curves and marks start afresh, hyperparameters stay. */
  forgetRun(): void;
  /** The run went back to `step`: the curves end there. */
  forgetAfter(step: number): void;
}

/** Keeps the last point and every second one before it. */
export function thinned<T>(points: readonly T[]): T[] {
  return points.filter((_, n) => (points.length - 1 - n) % 2 === 0);
}

/** The curve with what was reported since; steps that were gone back over are written anew. */
function withLosses(
  losses: readonly LossPoint[],
  reports: readonly TrainingProgress[],
): readonly LossPoint[] {
  const fresh = reports.filter(({ loss }) => Number.isFinite(loss));
  if (fresh.length === 0) return losses;
  const next = [...losses];
  for (const { step, tasksSeen, loss } of fresh) {
    while (next.length > 0 && next.at(-1)!.step >= step) next.pop();
    next.push({ step, tasksSeen, loss });
  }
  return next.length > MAX_LOSSES ? thinned(next) : next;
}

function marked(state: TrainingSlice, next: Hyperparameters): readonly HyperparameterMark[] {
  if (!state.progress) return state.marks;
  const { step, tasksSeen } = state.progress;
  const names: (keyof Hyperparameters)[] = ['learningRate', 'tasksPerStep'];
  const changed = names.filter((name) => state.hyperparameters[name] !== next[name]);
  // A slider that is dragged passes many values at one step: one mark, from its first to its last.
  return changed.reduce<readonly HyperparameterMark[]>((marks, name) => {
    const same = marks.find((mark) => mark.step === step && mark.name === name);
    const mark = { step, tasksSeen, name, from: state.hyperparameters[name], to: next[name] };
    return same
      ? marks.map((m) => (m === same ? { ...mark, from: same.from } : m))
      : [...marks, mark];
  }, state.marks);
}

export const createTrainingSlice: StateCreator<AppState, [], [], TrainingSlice> = (set) => ({
  mode: 'pause',
  progress: null,
  losses: [],
  evaluations: [],
  marks: [],
  checkpoints: [],
  shownCheckpoint: null,
  hyperparameters: DEFAULT_HYPERPARAMETERS,
  noteProgress: (reports) =>
    set(({ losses }) => ({ progress: reports.at(-1), losses: withLosses(losses, reports) })),
  noteEvaluation: (point) =>
    set(({ evaluations }) => ({
      evaluations: [...evaluations.filter((earlier) => earlier.step < point.step), point],
    })),
  noteHyperparameters: (values) =>
    set((state) => ({ hyperparameters: values, marks: marked(state, values) })),
  forgetAfter: (last) =>
    set(({ losses, evaluations, marks }) => {
      const until = <T extends { step: number }>(points: readonly T[]) =>
        points.filter(({ step }) => step <= last);
      return {
        losses: until(losses),
        evaluations: until(evaluations),
        marks: until(marks),
        shownCheckpoint: null,
      };
    }),
  forgetRun: () =>
    set({ progress: null, losses: [], evaluations: [], marks: [], shownCheckpoint: null }),
});
