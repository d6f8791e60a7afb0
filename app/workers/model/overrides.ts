/** Causal handles: single numbers of the modulation that the visitor overrides (`Interventions`). */
import * as tf from '@tensorflow/tfjs-core';
import type { Modulation } from '../../../src/model/modulation/types';
import type { CellOverride, Interventions, RouteOverride } from '../../protocol/vocabulary';

/** Rounding keeps a target without other sources from dividing by zero. */
const TINY = 1e-12;

/** Whether anything is overridden. */
export function hasOverrides(interventions: Interventions | undefined): boolean {
  const { context, cells = [], layers = [], routes = [] } = interventions ?? {};
  return context !== undefined || [cells, layers, routes].some((some) => some.length > 0);
}

/** The modulation of every pair with the visitor's numbers in place; all others stay as they are. */
export function overrideModulation(
  modulation: Modulation,
  { cells = [], layers = [], routes = [] }: Interventions,
): Modulation {
  const override = (values: tf.Tensor2D[], target: UnitTarget) =>
    values.map((layer, l) => {
      const own = ofTarget(cells, target, l);
      return overrideCells(
        layer,
        layers.includes(l) ? [...wholeLayer(layer, target, l), ...own] : own,
      );
    });
  switch (modulation.kind) {
    case 'film':
      return {
        kind: 'film',
        gamma: override(modulation.gamma, 'gamma'),
        beta: override(modulation.beta, 'beta'),
      };
    case 'sigmoid':
      return { kind: 'sigmoid', gate: override(modulation.gate, 'gate') };
    case 'linear':
      return {
        kind: 'linear',
        weight: overrideCells(modulation.weight, ofTarget(cells, 'weight')),
        bias: overrideCells(modulation.bias, ofTarget(cells, 'bias')),
      };
    case 'soft':
      return {
        kind: 'soft',
        route: modulation.route.map((route, l) =>
          overrideRoutes(
            route,
            routes.filter(({ layer }) => layer === l),
          ),
        ),
      };
    case 'none':
      return modulation;
  }
}

type UnitTarget = 'gamma' | 'beta' | 'gate';

/** What leaves a unit as a backbone without modulation has it. */
const UNMODULATED: Record<UnitTarget, number> = { gamma: 1, beta: 0, gate: 1 };

const wholeLayer = ({ shape }: tf.Tensor2D, target: UnitTarget, layer: number): CellOverride[] =>
  Array.from({ length: shape[1] }, (_, unit) => ({
    target,
    layer,
    unit,
    value: UNMODULATED[target],
  }));

const ofTarget = (cells: CellOverride[], target: CellOverride['target'], layer?: number) =>
  cells.filter((cell) => cell.target === target && (layer === undefined || cell.layer === layer));

/** `values [R, W]` with whole columns replaced; of several for one unit the last counts. */
function overrideCells(values: tf.Tensor2D, cells: CellOverride[]): tf.Tensor2D {
  if (cells.length === 0) return values;
  const width = values.shape[1];
  const free = new Float32Array(width).fill(1);
  const set = new Float32Array(width);
  for (const { unit, value } of cells.filter(({ unit }) => unit < width)) {
    free[unit] = 0;
    set[unit] = value;
  }
  return tf.add(tf.mul(values, tf.tensor1d(free)), tf.tensor1d(set));
}

/**
 * `route [R, S, T]` with overridden weights. The other sources of a target keep their proportions and
 * share what is left, so that weights into it still sum to 1.
 */
function overrideRoutes(route: tf.Tensor3D, overrides: RouteOverride[]): tf.Tensor3D {
  const [, sources, targets] = route.shape;
  const inside = overrides.filter(({ source, target }) => source < sources && target < targets);
  if (inside.length === 0) return route;
  const free = new Float32Array(sources * targets).fill(1);
  const set = new Float32Array(sources * targets);
  for (const { source, target, weight } of inside) {
    free[source * targets + target] = 0;
    set[source * targets + target] = weight;
  }
  const rest = new Float32Array(targets);
  for (let t = 0; t < targets; t++) rest[t] = 1 - fitColumn(set, free, t, sources, targets);
  const open = tf.mul(route, tf.tensor3d(free, [1, sources, targets]));
  const share = tf.div(tf.tensor3d(rest, [1, 1, targets]), tf.add(tf.sum(open, 1, true), TINY));
  return tf.add(tf.mul(open, share), tf.tensor3d(set, [1, sources, targets]));
}

/**
 * Makes the overridden weights into target `t` possible: at most 1 together, and exactly 1 where no
 * other source is free. Returns their sum.
 */
function fitColumn(
  set: Float32Array,
  free: Float32Array,
  t: number,
  sources: number,
  targets: number,
): number {
  const column = Array.from({ length: sources }, (_, s) => s * targets + t);
  const sum = column.reduce((total, at) => total + set[at], 0);
  const areAllSet = column.every((at) => free[at] === 0);
  if (sum <= 1 && !areAllSet) return sum;
  for (const at of column) {
    if (free[at] === 0) set[at] = sum > 0 ? set[at] / sum : 1 / sources;
  }
  return 1;
}
