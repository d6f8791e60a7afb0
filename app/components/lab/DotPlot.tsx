import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useRef } from 'react';
import type { Interval } from '../../../src/statistics/interval';
import type { LabRow } from '../../protocol/lab';
import { useLazyStrings } from '../../strings/lazy';
import { Figure, type FigureTable } from '../figure/Figure';
import { useWidth } from '../figure/useWidth';
import { NARROW, STACKED, TOP, WIDE } from './plot-layout';
import { formatInterval, formatMetric, headed, summaryOf } from './summary';
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
      <Dots points={points} metric={metric} shown={shown} />
    </Figure>
  );
}

function Dots({
  points,
  metric,
  shown,
}: {
  points: readonly Point[];
  metric: Metric;
  shown: (point: Point) => string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(box));
  const { label, value, row: step, names, dots } = width < NARROW ? STACKED : WIDE;
  const isNarrow = width < NARROW;
  const ends = points.flatMap(({ summary: { mean, half } }) => [
    mean - (half ?? 0),
    mean + (half ?? 0),
  ]);
  const [low = 0, high = 1] = extent(ends);
  const x = scaleLinear([Math.min(low, high - 1e-6), high], [label + 10, width - value - 10]);
  x.nice(5);
  const height = TOP + points.length * step + 8;
  return (
    <div ref={box} style={{ height }}>
      <svg translate="no" className="lab-plot" width={width} height={height} aria-hidden="true">
        {x.ticks(5).map((tick) => (
          <g key={tick} className="tick">
            <line x1={x(tick)} x2={x(tick)} y1={TOP - 4} y2={height - 4} />
            <text x={x(tick)} y={TOP - 9} textAnchor="middle">
              {formatMetric(metric, tick)}
            </text>
          </g>
        ))}
        {points.map((point, index) => {
          const { row, summary, isLive } = point;
          const top = TOP + index * step;
          const y = top + dots;
          const reach = summary.half ?? 0;
          return (
            <g
              key={`${row.system} ${isLive}`}
              className={`kind-${row.kind}${isLive ? ' is-live' : ''}`}
            >
              <text
                x={isNarrow ? 0 : label}
                y={top + names}
                textAnchor={isNarrow ? 'start' : 'end'}
                className="label"
              >
                {row.label}
              </text>
              <line
                className="interval"
                x1={x(summary.mean - reach)}
                x2={x(summary.mean + reach)}
                y1={y}
                y2={y}
              />
              <circle cx={x(summary.mean)} cy={y} r={4.5} />
              <text x={width} y={top + names} textAnchor="end" className="value">
                {shown(point)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
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
