/** The paper's figures as columns beside ours. */
import type { Print, Printed, PrintedMetric } from '../../protocol/lab-tables/paper';
import { fixed } from '../figure/numbers';

const PRINTED: readonly PrintedMetric[] = [
  ...(['recall@10', 'recall@20', 'recall@50', 'recall@100'] as const),
  ...(['mae', 'ndcg@3'] as const),
];

/** Columns of some prints, in the paper's order. */
export const printedMetrics = (prints: readonly Print[]): PrintedMetric[] =>
  PRINTED.filter((metric) =>
    prints.some(({ figures }) => Object.values(figures).some((own) => metric in own)),
  );

/** Mean and interval as printed: recall with two decimals, others with three; empty where absent. */
export function printedCells(
  metric: PrintedMetric,
  printed?: Printed,
): [mean: string, interval: string] {
  const places = metric.startsWith('recall') ? 2 : 3;
  const [mean, interval] = printed ?? [];
  const cell = (value?: number) => (value === undefined ? '' : fixed(value, places));
  return [cell(mean), cell(interval)];
}
