import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { CurvePoint } from './series';

export interface Series {
  id: string;
  className: string;
  points: readonly CurvePoint[];
}

export interface Mark {
  x: number;
  label: string;
}

interface CurveChartProps {
  title: string;
  unit: string;
  width: number;
  height: number;
  /** Common to all charts of the panel. */
  domain: readonly [number, number];
  series: readonly Series[];
  marks: readonly Mark[];
  /** The checkpoint that is shown. */
  cursor: number | null;
  format: (value: number) => string;
  xLabel?: string;
}

const LEFT = 44;
const RIGHT = 10;
const TOP = 20;
const BOTTOM = 20;

/** One chart: lines over tasks seen, with marks where a hyperparameter was edited. */
export function CurveChart(props: CurveChartProps) {
  const { title, unit, width, height, domain, series, marks, cursor, format, xLabel } = props;
  const x = scaleLinear(domain, [LEFT, width - RIGHT]);
  const [low = 0, high = 1] = extent(series.flatMap((s) => s.points.map((p) => p.y)));
  const y = scaleLinear([low, high === low ? low + 1 : high], [height - BOTTOM, TOP]).nice(3);
  const path = line<CurvePoint>()
    .x((p) => x(p.x))
    .y((p) => y(p.y));
  const last = series.at(-1)?.points.at(-1);
  return (
    <svg
      className="curve-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={last ? `${title}: ${format(last.y)}` : title}
    >
      <text className="curve-title" x={0} y={11}>
        {title}
      </text>
      {last && (
        <text className="curve-now" x={width - RIGHT} y={11} textAnchor="end">
          {format(last.y)}
          {unit && ` ${unit}`}
        </text>
      )}
      {y.ticks(3).map((tick) => (
        <g key={tick} className="curve-tick">
          <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {xLabel &&
        x.ticks(Math.max(2, Math.floor(width / 120))).map((tick) => (
          <text key={tick} className="curve-x" x={x(tick)} y={height - 4} textAnchor="middle">
            {tick.toLocaleString('en')}
          </text>
        ))}
      {xLabel && (
        <text className="curve-x" x={width - RIGHT} y={height - BOTTOM - 5} textAnchor="end">
          {xLabel}
        </text>
      )}
      {marks.map((mark) => (
        <g key={`${mark.x} ${mark.label}`} className="curve-mark">
          <line x1={x(mark.x)} x2={x(mark.x)} y1={TOP} y2={height - BOTTOM} />
          <text x={x(mark.x) + 4} y={TOP + 10}>
            {mark.label}
          </text>
        </g>
      ))}
      {series.map(({ id, className, points }) =>
        points.length === 1 ? (
          <circle key={id} className={className} cx={x(points[0].x)} cy={y(points[0].y)} r={3} />
        ) : (
          <path key={id} className={className} d={path(points) ?? undefined} />
        ),
      )}
      {cursor !== null && (
        <line
          className="curve-cursor"
          x1={x(cursor)}
          x2={x(cursor)}
          y1={TOP}
          y2={height - BOTTOM}
        />
      )}
    </svg>
  );
}
