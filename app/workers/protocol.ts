/**
 * What the page and its workers say to each other: types only, no code.
 *
 * Two workers run the same script. The *adapter* answers the visitor: it holds the present
 * parameters and turns a support set into a context, a ranking and pictures, and never trains.
 * The *trainer* starts on first use, runs the training loop and sends parameter snapshots, which
 * the page hands to the adapter. So an edit never waits behind a training step, and either can die
 * without taking the other along.
 *
 * Every request has an id and is answered by one `reply` or `failure` with the same id, except that
 * of latest-wins requests (`adapt`) only the newest is answered and the others get `superseded`.
 * Large arrays are transferred.
 */
import type { Explanation } from './explanation';
import type { FigureReplies, FigureRequest } from './figures/protocol';
import type { OptimiserState } from '../../src/model/safetensors';
import type { EncoderKind, HybridKind, ModulationKind, Provenance } from '../../src/model/types';

export type * from './explanation';
export type { OptimiserState } from '../../src/model/safetensors';

export type Role = 'adapter' | 'trainer';
/** The race has a worker of its own, so that neither edits nor training wait behind it. */
export type WorkerRole = Role | 'racer';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** The page's two settings (the paper's scenario-specific and user-specific). */
export type PageSetting = 'genre' | 'newcomer';

/** What a visitor can pick about the model. */
export interface Variant {
  setting: PageSetting;
  encoder: EncoderKind;
  hybrid: HybridKind;
  modulation: ModulationKind;
}

export interface SupportItem {
  item: number;
  /** Genre setting: 1 liked, 0 disliked. Newcomer setting: stars 0.5..5. */
  label: number;
}

export interface BackendReport {
  chosen: BackendName;
  /** Why: `fastest of 2 that passed`, `forced by ?backend=wasm`, `webgpu lost its device`. */
  reason: string;
  tried: {
    name: BackendName;
    ok: boolean;
    /** Median ms of a small training step; absent when it did not pass or was not timed. */
    stepMs?: number;
    /** What went wrong, or why it was skipped (software renderer). */
    note?: string;
  }[];
}

export interface ModelReport {
  variant: Variant;
  parameters: number;
  /** `null`: this variant has no shipped checkpoint and starts untrained. */
  provenance: Provenance | null;
  /** Training steps that the present parameters have seen on this page. */
  steps: number;
}

/** Modulation of one user-movie pair under one support set: what FiLM and route views draw. */
export type ModulationDetail =
  | { kind: 'film'; gamma: Float32Array[]; beta: Float32Array[] }
  | { kind: 'sigmoid'; gate: Float32Array[] }
  | { kind: 'linear'; weight: Float32Array; bias: number }
  | {
      kind: 'soft';
      /** Per layer `[sources, targets]` row-major; weights into a target sum to 1. Last is `[4, 1]`. */
      routes: { sources: number; targets: number; weights: Float32Array }[];
    }
  | { kind: 'none' };

export interface PairDetail {
  item: number;
  score: number;
  hybrid: Float32Array;
  modulation: ModulationDetail;
}

/** One number that the visitor holds in place of the generated one. */
export interface HeldCell {
  /** `gamma`, `beta` (film), `gate` (sigmoid), `weight`, `bias` (linear; layer is ignored). */
  target: 'gamma' | 'beta' | 'gate' | 'weight' | 'bias';
  layer: number;
  unit: number;
  value: number;
}

/** A clamped route: the target's other sources keep their proportions and share the rest. */
export interface HeldRoute {
  layer: number;
  source: number;
  target: number;
  /** 0..1 */
  weight: number;
}

/** Causal handles: what the visitor holds while the rest of the model runs as it is. */
export interface Interventions {
  /** Another task's context (or an edited one) in place of `C`; size D. */
  context?: Float32Array;
  cells?: HeldCell[];
  routes?: HeldRoute[];
}

/** The answer to an edit of the support set. */
export interface Adaptation {
  /** `C`, size D. */
  context: Float32Array;
  /** Position on the context map's present basis; null before there is one. */
  point: [number, number] | null;
  /** Score of every catalogue item, by item index; NaN where not `complete` and not scored yet. */
  scores: Float32Array;
  /**
   * All item indices, best first; support items are included (the list leaves them out). While not
   * `complete`, places behind the scored candidates hold `UNRANKED`.
   */
  order: Uint32Array;
  /** Whether the whole catalogue was scored; false for a first answer over the likeliest 500. */
  complete: boolean;
  /** Something was held (`Interventions`): show the badge. */
  intervened: boolean;
  cost: { forwardPasses: number; gradientSteps: number; ms: number; backend: BackendName };
  /** Parameters' step count the answer was computed with. */
  steps: number;
}

/** What is asked about an answer's modulation, by those who draw it. */
export interface PicturesQuestion {
  support: SupportItem[];
  /** The pair whose own modulation is wanted, or null. */
  select: number | null;
  /** Items over which the average is taken; empty: no average is wanted. */
  average: Uint32Array;
  interventions?: Interventions;
}

/** Modulation under one support set: what FiLM, route and comparison views draw. */
export interface Pictures {
  /** null: no pair was asked about. */
  detail: PairDetail | null;
  /** null: nothing to average over. */
  average: ModulationDetail | null;
}

/** Sampled support sets of every scenario on the context map. */
export interface ContextMap {
  /** `linear` and `features` are projected on axes that can be kept; `umap` has none. */
  projection: 'linear' | 'umap' | 'features';
  /** `[n, 2]` row-major. */
  points: Float32Array;
  /** Index into the data set's scenarios, per point. */
  scenario: Uint16Array;
  /** Support items of each point, concatenated, `supportSize` each: a click loads them. */
  support: Uint32Array;
  /** Their labels (`SupportItem.label`), in the same order. */
  labels: Float32Array;
  supportSize: number;
  /** Share of variance the two axes carry (linear), else null. */
  explained: [number, number] | null;
  /** Where several data sets are one: how far contexts keep to their domain (`domain-purity.ts`). */
  purity: { share: number; chance: number } | null;
  steps: number;
}

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

export interface LeaveOneOut {
  /** By support position: how far the context moves, and rank of each of `items` without it. */
  contextShift: Float32Array;
  items: Uint32Array;
  /** `[support, items]`: rank without that support movie minus rank with it. */
  rankChange: Int32Array;
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
  /** Ids of the tasks in the present meta-batch; only in `phase`, `step` and `slow` mode. */
  tasks?: string[];
}

export interface EvaluationPoint {
  step: number;
  tasksSeen: number;
  /** `recall@20` in the genre setting, `mae` in the newcomer setting. */
  metric: string;
  value: number;
}

export interface Hyperparameters {
  learningRate: number;
  tasksPerStep: number;
}

/** Who runs: a network without adaptation, two that adapt by gradients, and CMML. */
export type Entrant =
  | { kind: 'dcn' }
  | { kind: 'melu'; steps: number }
  /** As many steps as its stop controller lets it; with `steps`, the price of so many alone. */
  | { kind: 's2meta'; steps?: number }
  /** `flat` null: the shipped checkpoint's parameters, or untrained ones. */
  | { kind: 'cmml'; variant: Variant; seed: number; flat: Float32Array | null };

/** What is adapted to: the visitor's support set, or one of the held-out tasks. */
export type Course =
  | { kind: 'present'; support: SupportItem[]; scenario: number | null }
  | { kind: 'heldOut'; index: number };

/** What one entrant did on one course. */
export interface RaceRun {
  /** Support set to adapted model, and adapted model to scored candidates; one value a repeat. */
  adaptMs: number[];
  scoreMs: number[];
  /** Over the support set, to adapt; scoring is one forward pass more. */
  forwardPasses: number;
  backwardPasses: number;
  /** Bytes of tensors beyond what was there before, at the worst moment of either half. */
  adaptBytes: number;
  scoreBytes: number;
  candidates: number;
  /** `recall@20` (0..1) or `mae` (stars); null where there is nothing to compare with. */
  quality: { metric: 'recall@20' | 'mae'; value: number } | null;
  /** Support loss before each inner step. */
  supportLoss: number[];
  backend: BackendName;
}

export interface RaceCourses {
  /** Held-out tasks in the order of their indices: scenario index, or user. */
  heldOut: number[];
  /** By kind of entrant: how it was trained; a kind that is not listed does not ship. */
  rivals: Partial<Record<'dcn' | 'melu' | 's2meta', { provenance: Provenance; steps: number }>>;
}

/** What a fault test does to a worker from inside. */
export type WorkerFault = 'out-of-memory' | 'lose-device';

export type Request =
  | {
      type: 'start';
      role: WorkerRole;
      /** Address of the folder that holds `datasets/` and `models/`, with a slash at its end. */
      base: string;
      /** Name of the data set; `own-...` is one that this browser keeps. Absent: the bundled one. */
      data?: string;
      backend: BackendName | 'auto';
      /** `cpu`: wasm, else cpu (ready at once). `gpu`: webgpu and webgl only. Absent: all. */
      only?: 'cpu' | 'gpu';
      /** Backends that failed on this page already. */
      avoid?: BackendName[];
      /** Fault tests may look into this worker and break it. */
      test?: boolean;
    }
  | { type: 'memory' }
  | { type: 'break'; fault: WorkerFault }
  | { type: 'load'; variant: Variant; seed: number }
  | { type: 'parameters'; variant: Variant; steps: number; flat: Float32Array }
  | {
      type: 'adapt';
      support: SupportItem[];
      /** The visitor's movie, which a first answer covers, or null. */
      select: number | null;
      interventions?: Interventions;
      /** Latest wins within a channel: a comparison does not supersede the main ranking. */
      channel?: string;
      /** Answer with the likeliest 500 candidates first (`partial`), then with all. */
      first?: boolean;
    }
  | ({ type: 'pictures' } & PicturesQuestion)
  | { type: 'explain'; support: SupportItem[]; item: number; interventions?: Interventions }
  | { type: 'sample'; scenario: number; size: number; seed: number }
  | { type: 'map'; projection: ContextMap['projection']; keepBasis: boolean }
  | {
      type: 'leaveOneOut';
      support: SupportItem[];
      items: number[];
      interventions?: Interventions;
    }
  /**
   * The present model as safetensors; `note` travels along. `training`: the run's state to write
   * instead of the parameters on the page.
   */
  | {
      type: 'exportWeights';
      note: string;
      seed: number;
      date: string;
      data: string;
      training: TrainingState | null;
    }
  | { type: 'importWeights'; file: Uint8Array }
  | { type: 'train'; mode: TrainingMode }
  | { type: 'hyperparameters'; values: Hyperparameters }
  /** Training rests for `ms`: an edit is being answered. */
  | { type: 'giveWay'; ms: number }
  | { type: 'reset'; seed: number }
  | { type: 'state' }
  | { type: 'resume'; state: TrainingState }
  | { type: 'raceCourses'; setting: PageSetting }
  | { type: 'race'; setting: PageSetting; entrant: Entrant; course: Course; repeats: number }
  /** Times a meta-training step. */
  | { type: 'raceTraining'; setting: PageSetting; entrant: Entrant; repeats: number }
  | FigureRequest;

/** What each request is answered with. */
export interface Replies extends FigureReplies {
  start: BackendReport;
  load: ModelReport;
  parameters: { steps: number };
  adapt: Adaptation;
  pictures: Pictures;
  explain: Explanation;
  sample: { support: SupportItem[] };
  map: ContextMap;
  leaveOneOut: LeaveOneOut;
  /** `heap`: bytes of the wasm memory; 0 on other backends. */
  memory: { tensors: number; bytes: number; heap: number };
  break: null;
  exportWeights: { file: Uint8Array };
  importWeights: {
    variant: Variant;
    steps: number;
    flat: Float32Array;
    note: string;
    optimiser: OptimiserState | null;
  };
  train: { mode: TrainingMode };
  hyperparameters: Hyperparameters;
  giveWay: null;
  reset: ModelReport;
  state: TrainingState;
  resume: ModelReport;
  raceCourses: RaceCourses;
  race: RaceRun;
  raceTraining: { ms: number[]; peakBytes: number; tasks: number };
}

/** Unasked-for messages of a worker. */
export type Notice =
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
  | { type: 'mode'; mode: TrainingMode }
  | { type: 'line'; level: 'info' | 'warning' | 'error'; code: string; detail: string }
  | { type: 'heartbeat' };

export type ToWorker = { id: number; request: Request };
export type FromWorker =
  | { kind: 'reply'; id: number; type: Request['type']; value: Replies[Request['type']] }
  /** A first answer to a request that is still being worked on (`adapt` with `first`). */
  | { kind: 'partial'; id: number; value: Adaptation }
  | { kind: 'superseded'; id: number }
  | { kind: 'failure'; id: number; message: string; code: string; tried?: BackendReport['tried'] }
  | { kind: 'notice'; notice: Notice };
