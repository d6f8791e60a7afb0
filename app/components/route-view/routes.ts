/** Geometry and reading of soft-modularization routes (the paper's Figure 4). */
import type { ModulationDetail, RouteOverride } from '../../protocol/vocabulary';

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

export const isOverridden = (overrides: readonly RouteOverride[], place: Place): boolean =>
  overrides.some((other) => isSamePlace(other, place));

/** Columns of modules, the readout last: how many stand in each. */
export const columns = (routes: Routes): number[] => [
  ...routes.map((route) => route.sources),
  routes.at(-1)?.targets ?? 1,
];

/** Half the width and height of a module's box, in pixels. */
export const BOX = { x: 15, y: 11 } as const;
/** Room for the entropy under the lowest module. */
const FOOT = 16;

export interface Size {
  width: number;
  height: number;
}

/** Centre of a module in pixels: fixed for a size, so that only the links change. */
export function position(
  counts: readonly number[],
  column: number,
  row: number,
  { width, height }: Size,
): [number, number] {
  const x = BOX.x + 1 + (column * (width - 2 * BOX.x - 2)) / Math.max(1, counts.length - 1);
  const gap = (height - 2 * BOX.y - 2 - FOOT) / Math.max(1, Math.max(...counts) - 1);
  const y = (height - FOOT) / 2 + (row - (counts[column] - 1) / 2) * gap;
  return [x, y];
}

export type Place = Omit<Link, 'weight'>;

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.layer === b.layer && a.source === b.source && a.target === b.target;

/** The weight at a place of other routes of the same shape. */
export const weightAt = (routes: Routes, { layer, source, target }: Place): number =>
  routes[layer].weights[source * routes[layer].targets + target];

/** `1.3`, or the readout's name for the one module that the last route leads to. */
export function moduleName(
  counts: readonly number[],
  column: number,
  row: number,
  readout: string,
): string {
  return column === counts.length - 1 ? readout : `${column + 1}.${row + 1}`;
}

const WIDEST = 11;

/** Width in pixels and opacity of a link of that weight: the same in every graph of the page. */
export const linkWidth = (weight: number): number => 0.5 + WIDEST * Math.min(1, Math.abs(weight));
export const linkOpacity = (weight: number): number => 0.08 + 0.87 * Math.min(1, Math.abs(weight));
