import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useRef } from 'react';
import { finding, type Difference } from '../../../src/statistics/paired';
import type { LabRow } from '../../protocol/lab';
import { useLazyStrings } from '../../strings/lazy';
import { Figure, type FigureTable } from '../figure/Figure';
import { useWidth } from '../figure/useWidth';
import { differenceFrom } from './differences';
import { NARROW, STACKED, TOP, WIDE } from './plot-layout';
import { formatMetric, headed } from './summary';
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
      boundsOf(metric, point.difference),
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
      <Bars points={points} metric={metric} text={(point) => `${shown(point)} · ${said(point)}`} />
    </Figure>
  );
}

const boundsOf = (metric: Metric, { tasks }: Difference): string =>
  tasks ? `${signed(metric, tasks.low)} … ${signed(metric, tasks.high)}` : '';

function Bars({
  points,
  metric,
  text,
}: {
  points: readonly Point[];
  metric: Metric;
  text: (point: Point) => string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(box));
  const isNarrow = width < NARROW;
  const { label, row: step, names, dots } = isNarrow ? STACKED : WIDE;
  const value = isNarrow ? STACKED.value : 220;
  const reach = ({ difference: { seeds, tasks } }: Point): number[] => [
    ...[seeds.mean - (seeds.half ?? 0), seeds.mean + (seeds.half ?? 0)],
    ...(tasks ? [tasks.low, tasks.high] : []),
  ];
  const [low = 0, high = 0] = extent([0, ...points.flatMap(reach)]);
  const x = scaleLinear([low, high + 1e-6], [label + 10, width - value - 10]).nice(5);
  const height = TOP + points.length * step + 8;
  return (
    <div ref={box} style={{ height }}>
      <svg translate="no" className="lab-plot" width={width} height={height} aria-hidden="true">
        {x.ticks(5).map((tick) => (
          <g key={tick} className={tick === 0 ? 'tick is-zero' : 'tick'}>
            <line x1={x(tick)} x2={x(tick)} y1={TOP - 4} y2={height - 4} />
            <text x={x(tick)} y={TOP - 9} textAnchor="middle">
              {tick === 0 ? '0' : signed(metric, tick)}
            </text>
          </g>
        ))}
        {points.map((point, index) => {
          const top = TOP + index * step;
          const y = top + dots;
          const { seeds, tasks } = point.difference;
          return (
            <g key={point.row.system} className={`kind-${point.row.kind}`}>
              <text
                x={isNarrow ? 0 : label}
                y={top + names}
                textAnchor={isNarrow ? 'start' : 'end'}
                className="label"
              >
                {point.label}
              </text>
              {tasks && (
                <line className="by-task" x1={x(tasks.low)} x2={x(tasks.high)} y1={y} y2={y} />
              )}
              {seeds.half !== null && (
                <line
                  className="interval"
                  x1={x(seeds.mean - seeds.half)}
                  x2={x(seeds.mean + seeds.half)}
                  y1={y}
                  y2={y}
                />
              )}
              <circle cx={x(seeds.mean)} cy={y} r={4.5} />
              <text x={width} y={top + names} textAnchor="end" className="value">
                {text(point)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
