/** What the racer is asked to run, and what it answers. */
import type { Metric } from '../../src/kinds';
import type { CmmlSystem, FigureCalls } from './figures';
import type { BackendName, PageSetting, SupportItem } from './vocabulary';
import type { Provenance } from '../../src/model/types';

export interface RacerCalls extends FigureCalls {
  raceTasks(question: { setting: PageSetting }): RaceTasks;
  race(question: RaceQuestion): RaceRun;
  /** Times a meta-training step. */
  raceTraining(question: Omit<RaceQuestion, 'task'>): RaceTraining;
}

/** One system on one task, so that the page can stop anywhere. */
export interface RaceQuestion {
  setting: PageSetting;
  system: RaceSystem;
  task: RaceTask;
  repeats: number;
}

/** What a meta-training step costs. */
export interface RaceTraining {
  /** One value a repeat. */
  ms: number[];
  peakBytes: number;
  /** Tasks a step. */
  tasks: number;
}

/** Who runs: a network without adaptation, two that adapt by gradients, and CMML. */
export type RaceSystem =
  | { kind: 'dcn' }
  | { kind: 'melu'; steps: number }
  /** As many steps as its stop controller lets it; with `steps`, the price of so many alone. */
  | { kind: 's2meta'; steps?: number }
  | CmmlSystem;

/** What is adapted to: the visitor's support set, or one of the held-out tasks. */
export type RaceTask =
  | { kind: 'current'; support: SupportItem[]; scenario: number | null }
  | { kind: 'heldOut'; index: number };

/** What one system did on one task. */
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
  quality: { metric: Metric; value: number } | null;
  /** Support loss before each inner step. */
  supportLoss: number[];
  backend: BackendName;
}

export interface RaceTasks {
  /** Held-out tasks in the order of their indices: scenario index, or user. */
  heldOut: number[];
  /** By kind of system: how it was trained; a kind that is not listed does not ship. */
  baselines: Partial<Record<'dcn' | 'melu' | 's2meta', { provenance: Provenance; steps: number }>>;
}
