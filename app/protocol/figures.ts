/** What the lab asks for its versions of the paper's Figures 3 and 4: types only. */
import type { ModulationDetail, SupportItem, Variant } from './vocabulary';

type Routes = Extract<ModulationDetail, { kind: 'soft' }>['routes'];

/** A CMML model as a worker makes it. */
export interface CmmlSystem {
  kind: 'cmml';
  variant: Variant;
  seed: number;
  /** null: the shipped checkpoint's parameters, or untrained ones. */
  flat: Float32Array | null;
}

export interface FigureCalls {
  clusterFigure(question: ClusterFigureQuestion): ClusterFigure;
  /** Soft modularization only. */
  routeFigure(question: RouteFigureQuestion): RouteFigure;
}

export interface ClusterFigureQuestion {
  cmml: CmmlSystem;
  /** Movies in each support set. */
  size: number;
}

export interface RouteFigureQuestion extends ClusterFigureQuestion {
  /** Two indices of scenarios. */
  scenarios: readonly [number, number];
  /** The movie of the pair. */
  item: number;
}

/** Support sets on a plane, and how well they cluster in the space that the plane is a view of. */
export interface ClusterMap {
  /** `[n, 2]` row-major: the two principal axes. */
  points: Float32Array;
  /** Share of variance on each axis. */
  explained: [number, number];
  /** Mean silhouette, -1..1, of clusters by genre and by family. */
  silhouette: Clustering;
  /** Share of a support set's five nearest that are of its genre or family, 0..1. */
  purity: Clustering;
}

export interface Clustering {
  genre: number;
  family: number;
}

/** The paper's Figure 3: sampled support sets of its eight genres in four families. */
export interface ClusterFigure {
  /** Index into the data set's scenarios, per support set; empty where the data has no such genre. */
  scenario: Uint16Array;
  /** By context `C`, and by the plain mean of the liked movies' features; null when empty. */
  maps: { context: ClusterMap; features: ClusterMap } | null;
}

/** The paper's Figure 4: one pair's routes under the support sets of two tasks. */
export interface RouteFigure {
  item: number;
  tasks: [RoutedTask, RoutedTask];
  /**
   * By layer, how much weight into a module lies elsewhere (total variation, 0..1) when this pair's
   * routes under support sets of the two genres are compared, and under those of one genre; means.
   */
  between: number[];
  within: number[];
  /** Support sets a genre behind these. */
  draws: number;
  /** Movies behind the averages. */
  averaged: number;
}

export interface RoutedTask {
  support: SupportItem[];
  /** Of the pair under this support set. */
  pair: Routes;
  /** Averaged over movies from all over the ranking pool, the same for both tasks. */
  average: Routes;
}
