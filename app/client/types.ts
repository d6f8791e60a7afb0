/** What the client's users see of it. */
import type { Adaptation } from '../protocol/adapter';
import type { EvaluationPoint, TrainingMode, TrainingProgress } from '../protocol/trainer';
import type {
  BackendName,
  BackendReport,
  Interventions,
  Role,
  Variant,
} from '../protocol/vocabulary';
import type { CheckpointMark } from './timeline/checkpoints';
import type { WorkerLike } from './link';
import type { Status } from './supervisor';

/** A model's parameters at one step: what autosave keeps. */
export interface Parameters {
  variant: Variant;
  steps: number;
  flat: Float32Array;
}

export interface ClientEvents {
  backend: { role: Role; report: BackendReport };
  status: { role: Role; status: Status };
  progress: TrainingProgress;
  evaluation: EvaluationPoint;
  /** The adapter holds other parameters than before: adapt again. */
  parameters: { steps: number };
  checkpoints: CheckpointMark[];
  /** The training mode as it is now, whoever changed it. */
  mode: { mode: TrainingMode };
  /** One line for the visitor, worded by code. */
  line: { level: 'info' | 'warning' | 'error'; code: string; detail: string };
}

export interface ClientOptions {
  /** Address of the folder that holds `datasets/` and `models/`, with a slash at its end. */
  base: string;
  /** Name of the data set; the bundled one unless told. */
  data?: string;
  /** `auto`, or the one that `?backend=` forces. */
  backend: BackendName | 'auto';
  /** Installs `window.cmmlTest` (fault tests). */
  test?: boolean;
  /** For tests: makes the workers. */
  spawn?: (role: Role) => WorkerLike;
}

export interface AdaptOptions {
  /** The visitor's movie, which a first answer covers, or null. */
  select?: number | null;
  interventions?: Interventions;
  /** Latest wins within a channel; the main ranking has none. */
  channel?: string;
  /**
   * Hears a first answer over the likeliest 500 movies some milliseconds after the call (places
   * behind them are `UNRANKED`, their scores NaN); the promise gives the whole catalogue.
   */
  onFirst?: (first: Adaptation) => void;
  /** The visitor waits for the answer: training gives way to it for a moment. */
  urgent?: boolean;
}
