/** The training run as the page shows it. */
import type { StateCreator } from 'zustand';
import type {
  EvaluationPoint,
  Hyperparameters,
  TrainingMode,
  TrainingProgress,
} from '../protocol/trainer';
import type { ModelReport } from '../protocol/vocabulary';
import { failureOf } from './faults';
import { unfinished, withoutNewborn } from './newborn';
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

/**
 * How far the run is. Losses are told every few steps, parameters may come in between: what counts the steps
 * is never behind what was made of them. null: nothing was trained yet, or only on an earlier visit.
 */
export function reached(
  { progress, checkpoints }: Pick<TrainingSlice, 'progress' | 'checkpoints'>,
  mode: TrainingMode,
): { step: number; tasksSeen: number } | null {
  const newest = checkpoints.at(-1);
  if (!progress) return newest && newest.step > 0 && mode !== 'pause' ? newest : null;
  return newest && newest.step > progress.step ? newest : progress;
}

/** Before a run begins: no curves and no marks; hyperparameters stay. */
export const noRun = {
  progress: null,
  losses: [],
  evaluations: [],
  marks: [],
  shownCheckpoint: null,
} satisfies Partial<TrainingSlice>;

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
  noteMode(mode: TrainingMode): void;
  /** The visitor's command; training goes on from the newest parameters. */
  commandMode(mode: TrainingMode): void;
  /** A command to the trainer failed: training is paused. */
  failTraining(error: unknown): void;
  noteCheckpoints(checkpoints: TrainingSlice['checkpoints']): void;
  /** Shows the checkpoint of `step` everywhere; null: the newest parameters. */
  showCheckpoint(step: number | null): void;
  /** The run begins again, with `model` at its start. */
  restartRun(model: ModelReport): void;
  /** Hyperparameters of a saved run: no change of the present one, so without a mark. */
  restoreHyperparameters(values: Hyperparameters): void;
  /** Takes in what the trainer reported, oldest first; at least one report. */
  noteProgress(reports: readonly TrainingProgress[]): void;
  noteEvaluation(point: EvaluationPoint): void;
  noteHyperparameters(values: Hyperparameters): void;
  /** The run goes on from `model`, which it had at an earlier step: the curves end there. */
  goBackTo(step: number, model: ModelReport): void;
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

export const createTrainingSlice: StateCreator<AppState, [], [], TrainingSlice> = (set, get) => ({
  ...noRun,
  mode: 'pause',
  checkpoints: [],
  hyperparameters: DEFAULT_HYPERPARAMETERS,
  noteMode: (mode) => set({ mode }),
  commandMode: (mode) => set(mode === 'pause' ? { mode } : { mode, shownCheckpoint: null }),
  failTraining: (error) => {
    const { code, detail } = failureOf(error);
    get().notify('error', code, detail);
    get().noteFault(error);
    const { newborn } = get();
    set({
      mode: 'pause',
      newborn: unfinished(newborn) ? { ...newborn!, state: 'failed' } : newborn,
    });
  },
  noteCheckpoints: (checkpoints) => set({ checkpoints }),
  showCheckpoint: (shownCheckpoint) => set({ shownCheckpoint }),
  restartRun: (model) =>
    set(({ newborn }) => ({
      ...noRun,
      model,
      mode: 'pause',
      // A network that is just starting asked for this run itself.
      newborn: newborn?.state === 'starting' ? newborn : withoutNewborn(newborn),
    })),
  restoreHyperparameters: (hyperparameters) => set({ hyperparameters }),
  noteProgress: (reports) =>
    set(({ losses }) => ({ progress: reports.at(-1), losses: withLosses(losses, reports) })),
  noteEvaluation: (point) =>
    set(({ evaluations }) => ({
      evaluations: [...evaluations.filter((earlier) => earlier.step < point.step), point],
    })),
  noteHyperparameters: (values) =>
    set((state) => ({ hyperparameters: values, marks: marked(state, values) })),
  goBackTo: (last, model) =>
    set(({ losses, evaluations, marks }) => {
      const until = <T extends { step: number }>(points: readonly T[]) =>
        points.filter(({ step }) => step <= last);
      return {
        losses: until(losses),
        evaluations: until(evaluations),
        marks: until(marks),
        shownCheckpoint: null,
        model,
      };
    }),
});
