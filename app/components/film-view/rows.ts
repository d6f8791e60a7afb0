/** What the FiLM view draws: rows of cells, each a number of one unit, with its neutral value. */
import type { HeldCell, ModulationDetail } from '../../workers/protocol';

export type CellTarget = HeldCell['target'];

export interface CellRow {
  layer: number;
  target: CellTarget;
  values: Float32Array;
  /** The value that leaves the unit as it is. */
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
    default:
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

const largest = (row: CellRow): number =>
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

/** Largest deviation that each unit has shown so far: full colour when every unit is scaled by its own. */
export class ReachMemory {
  private key = '';
  private seen: Float32Array[] = [];

  /** Takes `rows` in and returns the largest deviations by row and unit; another `key` forgets. */
  grow(key: string, rows: readonly CellRow[]): readonly Float32Array[] {
    if (key !== this.key) this.seen = [];
    this.key = key;
    rows.forEach((row, r) => {
      this.seen[r] ??= new Float32Array(row.values.length);
      row.values.forEach((value, unit) => {
        this.seen[r][unit] = Math.max(this.seen[r][unit], Math.abs(value - row.neutral));
      });
    });
    return this.seen;
  }
}

/**
 * Column order of each layer, fixed from the first values seen: units with like values stand
 * together, so that a later change shows as a pattern and not as noise. Sorted by the layer's first
 * row (gamma, gate or weight).
 */
export function columnOrders(rows: readonly CellRow[]): number[][] {
  const orders: number[][] = [];
  for (const row of rows) {
    const { length } = row.values;
    if (orders[row.layer]?.length === length) continue;
    if (orders[row.layer]) continue;
    orders[row.layer] = Array.from({ length }, (_, unit) => unit).sort(
      (a, b) => row.values[b] - row.values[a] || a - b,
    );
  }
  return orders;
}
