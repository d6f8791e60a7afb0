/** What the adapter is asked about support sets, and what it answers. */
import type { OptimiserState } from '../../src/model/safetensors';
import type { Explanation } from './explanation';
import type { NextAnswer, NextQuestion } from './next-question';
import type { TasteLists, TasteQuestion } from './tastes';
import type { TrainingState } from './trainer';
import type {
  UnitEffects,
  UnitEffectsQuestion,
  UnitFilms,
  UnitFilmsQuestion,
} from './unit-effects';
import type {
  BackendName,
  Interventions,
  ModelReport,
  ModulationDetail,
  SupportItem,
  Variant,
} from './vocabulary';

/** What anybody on the page may ask: none of it changes the model. */
export interface AdapterQuestions {
  /** The modulation of a pair, its average over some, or both: for what is drawn of an answer. */
  modulationViews(question: ModulationViewsQuestion): ModulationViews;
  /** Every stage between the support pairs and the score of `item`. */
  explain(question: ExplainQuestion): Explanation;
  /** What a model that reads one vector makes of a support set, and one whose candidates attend over it. */
  twoTastes(question: TasteQuestion): TasteLists;
  /** Which film's answer would change the ranking most. Rating models only. */
  askNext(question: NextQuestion): NextAnswer;
  /**
   * A support set of a scenario (index into the data set's), the same for the same seed; with `onMap` of
   * a task of the map, which for a new visitor is a user.
   */
  sample(question: SampleQuestion): SupportItem[];
  /** The context map; with `keepBasis` the axes stay as they are and only points move. */
  map(question: { projection: ContextMap['projection']; keepBasis: boolean }): ContextMap;
  /** Contexts `[points, P]` of points of the map, by index, as they were drawn last. */
  mapContexts(question: { points: Uint32Array }): { contexts: Float32Array };
  /** Context and ranks of `items` without each of the support movies, in one batch. */
  leaveOneOut(question: LeaveOneOutQuestion): LeaveOneOut;
  /**
   * What each modulated unit does to the ranking. FiLM and sigmoid only. null where another edit was answered
   * in between, so that this answer would be an old one.
   */
  unitEffects(question: UnitEffectsQuestion): UnitEffects | null;
  /** The likely films for which one number of a unit is largest and smallest. FiLM and sigmoid only. */
  unitFilms(question: UnitFilmsQuestion): UnitFilms;
  /** What is in a safetensors file of this page; fails with `bad-request` for any other. */
  importWeights(question: { file: Uint8Array }): ImportedWeights;
}

export interface AdapterCalls extends AdapterQuestions {
  load(question: { variant: Variant; seed: number }): ModelReport;
  parameters(question: ShownParameters): { steps: number };
  /** Ranks the catalogue. Latest wins: of several only the newest in its channel is answered. */
  adapt(question: AdaptQuestion): Adaptation;
  exportWeights(question: ExportQuestion): { file: Uint8Array };
}

export interface AdaptQuestion {
  support: SupportItem[];
  /** The visitor's movie, which a first answer covers, or null. */
  select: number | null;
  interventions?: Interventions;
  /** Latest wins within a channel: a comparison does not supersede the main ranking. */
  channel?: string;
  /** Answer with the likeliest 500 candidates first (`partial`), then with all. */
  first?: boolean;
}

export interface SampleQuestion {
  scenario: number;
  size: number;
  seed: number;
  onMap?: boolean;
}

export interface ExplainQuestion {
  support: SupportItem[];
  item: number;
  interventions?: Interventions;
}

export interface LeaveOneOutQuestion {
  support: SupportItem[];
  items: number[];
  interventions?: Interventions;
}

/** What the adapter is to show. */
export interface ShownParameters {
  variant: Variant;
  steps: number;
  flat: Float32Array;
}

/** The present model as safetensors. */
export interface ExportQuestion {
  /** Travels along in the file. */
  note: string;
  seed: number;
  date: string;
  data: string;
  /** The run's state to write instead of the parameters on the page. */
  training: TrainingState | null;
  /** The parameters are those that `load` found: what is known of their making goes with them. */
  asLoaded: boolean;
  /** What the present parameters were trained by; null: not at all, or not known. */
  arithmetic?: string | null;
}

export interface ImportedWeights {
  variant: Variant;
  steps: number;
  flat: Float32Array;
  note: string;
  optimiser: OptimiserState | null;
  /** What the run was trained by; null where the file does not say. */
  arithmetic: string | null;
}

export interface PairDetail {
  item: number;
  score: number;
  hybrid: Float32Array;
  modulation: ModulationDetail;
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
  /** There were `Interventions`: show the badge. */
  intervened: boolean;
  cost: { forwardPasses: number; gradientSteps: number; ms: number; backend: BackendName };
  /** Parameters' step count the answer was computed with. */
  steps: number;
}

/** What is asked about an answer's modulation, by those who draw it. */
export interface ModulationViewsQuestion {
  support: SupportItem[];
  /** The pair whose own modulation is wanted, or null. */
  select: number | null;
  /** Items over which the average is taken; empty: no average is wanted. */
  average: Uint32Array;
  interventions?: Interventions;
}

/** Modulation under one support set: what FiLM, route and comparison views draw. */
export interface ModulationViews {
  /** null: no pair was asked about. */
  detail: PairDetail | null;
  /** null: nothing to average over. */
  average: ModulationDetail | null;
}

/** Sampled support sets of every scenario, or for a new visitor of every user, on the context map. */
export interface ContextMap {
  /** `linear` and `features` are projected on axes that can be kept; `umap` has none. */
  projection: 'linear' | 'umap' | 'features';
  /** `[n, 2]` row-major. */
  points: Float32Array;
  /** Index into the data set's scenarios (its users, where `heldOut` is there), per point. */
  scenario: Uint16Array;
  /** By user, 1 where training never saw them: the map shows users. null: it shows scenarios. */
  heldOut: Uint8Array | null;
  /** Share of variance the two axes carry (linear), else null. */
  explained: [number, number] | null;
  /** Where several data sets are one: how far contexts keep to their domain (`domain-purity.ts`). */
  purity: { share: number; chance: number } | null;
  steps: number;
}

export interface LeaveOneOut {
  /** By support position: where on the map the context lies without it; null before there is one. */
  points: ([number, number] | null)[];
  /** By support position: how far the context moves, and rank of each of `items` without it. */
  contextShift: Float32Array;
  items: Uint32Array;
  /** `[support, items]`: rank without that support movie minus rank with it. */
  rankChange: Int32Array;
}
