import { extent } from 'd3-array';
import type { Interval } from '../../../src/statistics/interval';
import type { LabRow } from '../../protocol/lab';
import { useLazyStrings } from '../../strings/lazy';
import { Figure, type FigureTable } from '../figure/Figure';
import { formatInterval, formatMetric, headed, summaryOf } from './summary';
import { boundsOf, SystemPlot } from './SystemPlot';
import type { Metric } from '../../protocol/lab-tables/metric';
import type { LabTable, TableRow } from '../../protocol/lab-tables/tables';

interface DotPlotProps {
  table: LabTable;
  order: readonly TableRow[];
  metric: Metric;
  tools: React.ReactNode;
  recorded: readonly LabRow[];
  live: readonly LabRow[];
}

interface Point {
  row: TableRow;
  summary: Interval;
  isLive: boolean;
}

/** Mean and 95% interval of every system in one metric, on one axis; hollow: run here. */
export function DotPlot({ table, order, metric, recorded, live, tools }: DotPlotProps) {
  const strings = useLazyStrings().lab;
  const points = order.flatMap((system) => {
    const row = { ...system, label: strings.systems[system.label] ?? system.label };
    const of = (rows: readonly LabRow[], isLive: boolean): Point[] => {
      const summary = summaryOf(rows, row.system, metric);
      return summary ? [{ row, summary, isLive }] : [];
    };
    return [...of(recorded, false), ...of(live, true)];
  });
  if (points.length === 0) return null;
  const title = `${headed(metric, strings.metrics[metric])}: ${strings.chart}`;
  const shown = ({ summary: { mean, half } }: Point) =>
    `${formatMetric(metric, mean)} ${formatInterval(metric, half)}`.trim();
  const tableTwin = (): FigureTable => ({
    columns: [strings.system, strings.origin, strings.metrics[metric], strings.seedsLabel],
    rows: points.map((point) => [
      point.row.label,
      point.isLive ? strings.runHere : strings.recorded,
      shown(point),
      String(point.summary.n),
    ]),
  });
  return (
    <Figure
      className="lab-chart"
      label={title}
      fileName={`cmml-lab-${table.id}-${metric.replaceAll('/', '-')}`}
      table={tableTwin}
      tools={
        <>
          <span className="lab-legend">
            <Mark /> <span data-caption>{strings.recorded}</span>
            <Mark isLive /> <span data-caption>{strings.runHere}</span>
          </span>
          {tools}
        </>
      }
    >
      <h3 data-caption>{title}</h3>
      <SystemPlot
        rows={points.map((point) => {
          const { row, summary, isLive } = point;
          const className = `kind-${row.kind}${isLive ? ' is-live' : ''}`;
          const key = `${row.system} ${isLive}`;
          return { ...summary, key, className, label: row.label, value: shown(point) };
        })}
        ends={extent(points.flatMap(({ summary: s }) => boundsOf(s))) as [number, number]}
        valueWidth={104}
        tick={(value) => formatMetric(metric, value)}
      />
    </Figure>
  );
}

function Mark({ isLive = false }: { isLive?: boolean }) {
  return (
    <svg translate="no" className="lab-plot" width="12" height="12" aria-hidden="true">
      <g className={isLive ? 'kind-cmml is-live' : 'kind-cmml'}>
        <circle cx="6" cy="6" r="4.5" />
      </g>
    </svg>
  );
}
