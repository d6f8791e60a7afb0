import { extent } from 'd3-array';
import { finding, type Difference } from '../../../src/statistics/paired';
import type { LabRow } from '../../protocol/lab';
import { useLazyStrings } from '../../strings/lazy';
import { Figure, type FigureTable } from '../figure/Figure';
import { differenceFrom } from './differences';
import { formatMetric, headed } from './summary';
import { boundsOf, SystemPlot } from './SystemPlot';
import type { Metric } from '../../protocol/lab-tables/metric';
import type { LabTable, TableRow } from '../../protocol/lab-tables/tables';
import type { TaskRun } from './task-file';

interface DifferencePlotProps {
  table: LabTable;
  order: readonly TableRow[];
  metric: Metric;
  /** System that every other is set against. */
  reference: TableRow;
  recorded: readonly LabRow[];
  runs: readonly TaskRun[];
  tools: React.ReactNode;
}

interface Point {
  row: TableRow;
  label: string;
  difference: Difference;
}

const signed = (metric: Metric, value: number): string =>
  `${value < 0 ? '−' : '+'}${formatMetric(metric, Math.abs(value))}`;

/** What every recorded system has more than the reference, paired, with both intervals and in words. */
export function DifferencePlot(props: DifferencePlotProps) {
  const { table, order, metric, reference, recorded, runs, tools } = props;
  const strings = useLazyStrings().lab;
  const nameOf = (row: TableRow) => strings.systems[row.label] ?? row.label;
  const points = order.flatMap((row): Point[] => {
    const found = differenceFrom(reference.system, row.system, metric, recorded, runs);
    return found ? [{ row, label: nameOf(row), difference: found }] : [];
  });
  const title = strings.differences.title(
    headed(metric, strings.metrics[metric]),
    nameOf(reference),
  );
  const said = ({ difference }: Point): string => strings.differences.findings[finding(difference)];
  const shown = ({ difference: { seeds } }: Point): string =>
    signed(metric, seeds.mean) +
    (seeds.half === null ? '' : ` ± ${formatMetric(metric, seeds.half)}`);
  const tableTwin = (): FigureTable => ({
    columns: [
      strings.system,
      strings.differences.bySeed,
      strings.seedsLabel,
      strings.differences.byTask,
      strings.differences.finding,
    ],
    rows: points.map((point) => [
      point.label,
      shown(point),
      String(point.difference.seeds.n),
      tasksText(metric, point.difference),
      said(point),
    ]),
  });
  return (
    <Figure
      className="lab-chart"
      label={title}
      fileName={`cmml-lab-${table.id}-${metric.replaceAll('/', '-')}-differences`}
      table={tableTwin}
      tools={tools}
    >
      <h3 data-caption>{title}</h3>
      <p className="lab-note" data-caption>
        {points.length === 0 ? strings.differences.none : strings.differences.reading}
      </p>
      <SystemPlot
        rows={points.map((point) => {
          const { row, label, difference } = point;
          const value = `${shown(point)} · ${said(point)}`;
          const className = `kind-${row.kind}`;
          return { ...difference.seeds, key: row.system, className, label, value, difference };
        })}
        ends={extent([0, ...points.flatMap(reach)]) as [number, number]}
        valueWidth={220}
        tick={(value) => (value === 0 ? '0' : signed(metric, value))}
        fromZero
        behind={({ difference: { tasks } }, x, y) =>
          tasks && <line className="by-task" x1={x(tasks.low)} x2={x(tasks.high)} y1={y} y2={y} />
        }
      />
    </Figure>
  );
}

const reach = ({ difference: { seeds, tasks } }: Point): number[] => [
  ...boundsOf(seeds),
  ...(tasks ? [tasks.low, tasks.high] : []),
];

const tasksText = (metric: Metric, { tasks }: Difference): string =>
  tasks ? `${signed(metric, tasks.low)} … ${signed(metric, tasks.high)}` : '';
