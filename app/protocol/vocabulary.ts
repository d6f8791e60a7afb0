/** What page and workers both speak of: roles, backends, models, modulation. */
import type { EncoderKind, HybridKind, ModulationKind, PageSetting } from '../../src/kinds';
import type { Provenance } from '../../src/model/types';

export type { PageSetting };

export type Role = 'adapter' | 'trainer';

/** The race has a worker of its own, so that neither edits nor training wait behind it. */
export type WorkerRole = Role | 'racer' | 'helper';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** What a visitor can pick about the model. */
export interface Variant {
  setting: PageSetting;
  encoder: EncoderKind;
  hybrid: HybridKind;
  modulation: ModulationKind;
  /** The paper's sizes; absent: the page's own. */
  preset?: 'paper';
}

export interface SupportItem {
  item: number;
  /** Scenario setting: 1 liked, 0 disliked. User setting: stars 0.5..5. */
  label: number;
}

export interface BackendReport {
  chosen: BackendName;
  /** Why: `fastest of 2 that passed`, `first that passed`, `forced: wasm`. */
  reason: string;
  /** Which of the backend's arithmetics (`wasm-relaxed`): within one, a seed repeats bit for bit. */
  arithmetic?: string;
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

/** One generated number and the visitor's value in its place. */
export interface CellOverride {
  /** `gamma`, `beta` (film), `gate` (sigmoid), `weight`, `bias` (linear; layer is ignored). */
  target: 'gamma' | 'beta' | 'gate' | 'weight' | 'bias';
  layer: number;
  unit: number;
  value: number;
}

/** A route and the visitor's weight in its place: the target's other sources keep their proportions and share the rest. */
export interface RouteOverride {
  layer: number;
  source: number;
  target: number;
  /** 0..1 */
  weight: number;
}

/** Causal handles: what the visitor overrides while the rest of the model runs as it is. */
export interface Interventions {
  /** Another task's context (or an edited one) in place of `C`; size D. */
  context?: Float32Array;
  cells?: CellOverride[];
  /**
   * Layers (counted from 0) whose units pass as in a backbone without modulation: gamma 1 and beta 0, or gate 1
   * (film, sigmoid). A cell that is overridden by itself keeps its value.
   */
  layers?: number[];
  routes?: RouteOverride[];
}
