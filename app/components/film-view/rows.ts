/** What the FiLM view draws: rows of cells, each a number of one unit, with its neutral value. */
import type { CellOverride, ModulationDetail } from '../../protocol/vocabulary';
import { seriation } from './seriation';

export type CellTarget = CellOverride['target'];

export interface CellRow {
  layer: number;
  target: CellTarget;
  values: Float32Array;
  /** The value that leaves the unit as it is; 0 in a row of differences. */
  neutral: number;
}

/** Rows of a modulation, in reading order; none for routes, which have a view of their own. */
export function cellRows(modulation: ModulationDetail): CellRow[] {
  switch (modulation.kind) {
    case 'film':
      return modulation.gamma.flatMap((gamma, layer): CellRow[] => [
        { layer, target: 'gamma', values: gamma, neutral: 1 },
        { layer, target: 'beta', values: modulation.beta[layer], neutral: 0 },
      ]);
    case 'sigmoid':
      // A gate of 1/2 is what an untrained head gives; 0 closes, 1 lets all through.
      return modulation.gate.map((gate, layer) => ({
        layer,
        target: 'gate',
        values: gate,
        neutral: 0.5,
      }));
    case 'linear':
      return [
        { layer: 0, target: 'weight', values: modulation.weight, neutral: 0 },
        { layer: 0, target: 'bias', values: Float32Array.of(modulation.bias), neutral: 0 },
      ];
    case 'soft':
    case 'none':
      return [];
  }
}

/** `second - first`, row by row; neutral is 0: no difference. */
export function differenceRows(first: readonly CellRow[], second: readonly CellRow[]): CellRow[] {
  return second.map((row, r) => ({
    ...row,
    values: row.values.map((value, unit) => value - (first[r]?.values[unit] ?? 0)),
    neutral: 0,
  }));
}

export const SCALINGS = ['global', 'layer', 'unit'] as const;
/** What full colour stands for: the largest deviation of all layers, of the layer, of the unit. */
export type Scaling = (typeof SCALINGS)[number];

/** Largest deviation from neutral in a row. */
export const largest = (row: CellRow): number =>
  row.values.reduce((reach, value) => Math.max(reach, Math.abs(value - row.neutral)), 0);

/** Deviation of full colour for each row; gamma and beta have scales of their own. */
export function reaches(rows: readonly CellRow[], scaling: 'global' | 'layer'): number[] {
  if (scaling === 'layer') return rows.map(largest);
  const byTarget = new Map<CellTarget, number>();
  for (const row of rows) {
    byTarget.set(row.target, Math.max(byTarget.get(row.target) ?? 0, largest(row)));
  }
  return rows.map((row) => byTarget.get(row.target)!);
}

/**
 * Largest deviation that each unit of each row has shown so far, `rows` included. Returns `seen`
 * itself when no unit went further.
 */
export function grownReach(
  seen: readonly Float32Array[],
  rows: readonly CellRow[],
): readonly Float32Array[] {
  let grew = false;
  const next = rows.map(({ values, neutral }, r) =>
    values.map((value, unit) => {
      const before = seen[r]?.[unit] ?? -1;
      // Rounded as it is kept: otherwise the same value would seem to go further each time.
      const now = Math.fround(Math.abs(value - neutral));
      grew ||= now > before;
      return Math.max(before, now);
    }),
  );
  return grew || seen.length !== rows.length ? next : seen;
}

/**
 * Column order of each layer's rows: like units stand together, so that a change shows as a pattern
 * and not as noise. A unit is described by its values in every given modulation of the same kind;
 * rows of another width (the bias of a generated layer) keep their own order.
 */
export function columnOrders(batch: readonly (readonly CellRow[])[]): number[][] {
  const [first = []] = batch;
  return first.map((row) => {
    const features = batch.flatMap((rows) =>
      rows.filter(
        (other) => other.layer === row.layer && other.values.length === row.values.length,
      ),
    );
    return seriation(row.values.length, features.map(({ values }) => values)); // prettier-ignore
  });
}

/** The orders belong to rows of these widths. */
export const ordersFit = (orders: readonly number[][], rows: readonly CellRow[]): boolean =>
  orders.length === rows.length &&
  rows.every(({ values }, r) => orders[r].length === values.length);
