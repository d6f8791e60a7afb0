import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { LabRow } from '../../workers/lab/protocol';
import { formatInterval, formatMetric, summaryOf } from './summary';
import type { Metric, TableRow } from './tables';

const WIDTH = 620;
const LABEL = 190;
const VALUE = 96;
const ROW = 24;
const TOP = 22;

interface DotPlotProps {
  order: readonly TableRow[];
  rows: readonly LabRow[];
  metric: Metric;
  title: string;
}

/** Mean and 95% interval of every system in one metric, on one axis. */
export function DotPlot({ order, rows, metric, title }: DotPlotProps) {
  const points = order.flatMap((row) => {
    const summary = summaryOf(rows, row.system, metric);
    return summary ? [{ row, summary }] : [];
  });
  const ends = points.flatMap(({ summary }) => [
    summary.mean - (summary.interval ?? 0),
    summary.mean + (summary.interval ?? 0),
  ]);
  const [low = 0, high = 1] = extent(ends);
  const x = scaleLinear([low, high], [LABEL + 10, WIDTH - VALUE - 10]).nice(5);
  const height = TOP + points.length * ROW + 8;
  return (
    <svg
      className="lab-plot"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={title}
      xmlns="http://www.w3.org/2000/svg"
    >
      {x.ticks(5).map((tick) => (
        <g key={tick} className="tick">
          <line x1={x(tick)} x2={x(tick)} y1={TOP - 4} y2={height - 4} />
          <text x={x(tick)} y={TOP - 9} textAnchor="middle">
            {formatMetric(metric, tick)}
          </text>
        </g>
      ))}
      {points.map(({ row, summary }, index) => {
        const y = TOP + index * ROW + ROW / 2;
        const reach = summary.interval ?? 0;
        return (
          <g key={row.system} className={`kind-${row.kind}`}>
            <text x={LABEL} y={y + 4} textAnchor="end" className="label">
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
            <text x={WIDTH} y={y + 4} textAnchor="end" className="value">
              {formatMetric(metric, summary.mean)} {formatInterval(metric, summary.interval)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
