/** Geometry and reading of soft-modularization routes (the paper's Figure 4). */
import type { HeldRoute, ModulationDetail } from '../../workers/protocol';

export type Routes = Extract<ModulationDetail, { kind: 'soft' }>['routes'];

/** A weight from a source module to a target module of the next layer. */
export interface Link {
  layer: number;
  source: number;
  target: number;
  weight: number;
}

/** All links; weights into a target sum to 1. */
export const links = (routes: Routes): Link[] =>
  routes.flatMap(({ sources, targets, weights }, layer) =>
    Array.from({ length: sources * targets }, (_, k) => ({
      layer,
      source: Math.floor(k / targets),
      target: k % targets,
      weight: weights[k],
    })),
  );

/** `routes - others`, link by link. */
export const difference = (routes: Routes, others: Routes): Routes =>
  routes.map((route, layer) => ({
    ...route,
    weights: route.weights.map((weight, k) => weight - others[layer].weights[k]),
  }));

/** Entropy in bits of what flows into each target module of a layer; log2(4) = 2 is indifference. */
export function entropies({ sources, targets, weights }: Routes[number]): number[] {
  return Array.from({ length: targets }, (_, target) => {
    let bits = 0;
    for (let source = 0; source < sources; source++) {
      const p = weights[source * targets + target];
      if (p > 0) bits -= p * Math.log2(p);
    }
    return bits;
  });
}

export const isHeld = (held: readonly HeldRoute[], link: Link): boolean =>
  held.some(
    (other) =>
      other.layer === link.layer && other.source === link.source && other.target === link.target,
  );

/** Columns of modules, the readout last: how many stand in each. */
export const columns = (routes: Routes): number[] => [
  ...routes.map((route) => route.sources),
  routes.at(-1)?.targets ?? 1,
];

export const WIDTH = 360;
export const HEIGHT = 210;
const MARGIN_X = 26;
const MARGIN_Y = 26;

/** Centre of a module: fixed, so that only widths change. */
export function position(counts: readonly number[], column: number, row: number): [number, number] {
  const x = MARGIN_X + (column * (WIDTH - 2 * MARGIN_X)) / (counts.length - 1);
  const most = Math.max(...counts);
  const gap = (HEIGHT - 2 * MARGIN_Y) / (most - 1);
  const y = HEIGHT / 2 + (row - (counts[column] - 1) / 2) * gap;
  return [x, y];
}
