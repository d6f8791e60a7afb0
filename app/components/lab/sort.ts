/** Order of a table's rows by what is shown in one column. */
import type { LabRow } from '../../protocol/lab';
import { summaryOf } from './summary';
import { LOWER_IS_BETTER, type Metric } from '../../protocol/lab-tables/metric';
import type { LabTable, TableRow } from '../../protocol/lab-tables/tables';

/** `paper`: as the paper prints them. */
export type SortKey = 'paper' | Metric;

/**
 * Best first by what was recorded, or else run here; systems without a figure keep their order at
 * the end.
 */
export function sortedRows(
  table: LabTable,
  recorded: readonly LabRow[],
  live: readonly LabRow[],
  by: SortKey,
): readonly TableRow[] {
  if (by === 'paper') return table.rows;
  const sign = LOWER_IS_BETTER.has(by) ? 1 : -1;
  const value = ({ system }: TableRow): number => {
    const summary = summaryOf(recorded, system, by) ?? summaryOf(live, system, by);
    return summary ? sign * summary.mean : Infinity;
  };
  return [...table.rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return x === y ? 0 : x - y;
  });
}
