import { useId } from 'react';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import { nearestTo, placeMarks, type CurvePoint, type Mark } from './series';

export interface Series {
  id: string;
  className: string;
  points: readonly CurvePoint[];
}

interface CurveChartProps {
  title: string;
  width: number;
  height: number;
  /** Tasks seen; common to all charts of the panel. */
  domain: readonly [number, number];
  /** Of y. */
  range: readonly [number, number];
  /** The last one is what the reading at the top right is of. */
  series: readonly Series[];
  marks: readonly Mark[];
  /** Tasks seen by the checkpoint that is shown. */
  cursor: number | null;
  /** Tasks seen where the visitor points. */
  pointed: number | null;
  onPoint: (tasksSeen: number | null) => void;
  format: (value: number) => string;
  /** Name of the x axis; without it the chart has no x axis of its own. */
  xLabel?: string;
}

const LEFT = 40;
const RIGHT = 10;
const TOP = 22;
const LINE = 13;

/** One chart: lines over tasks seen, with marks where a hyperparameter was edited. */
export function CurveChart(props: CurveChartProps) {
  const { title, width, height, domain, range, series, marks, cursor, pointed, onPoint } = props;
  const { format, xLabel } = props;
  const strings = useLazyStrings().curves;
  const language = useLanguage();
  const clip = useId();
  const bottom = height - (xLabel ? 20 : 6);
  const x = scaleLinear(domain, [LEFT, width - RIGHT]);
  const [low, high] = range;
  const y = scaleLinear([low, high > low ? high : low + 1], [bottom, TOP]).nice(3);
  const path = line<CurvePoint>()
    .x((p) => x(p.x))
    .y((p) => y(p.y));
  const main = series.at(-1)?.points ?? [];
  const read = pointed === null ? main.at(-1) : nearestTo(main, pointed);
  const labelRoom = xLabel ? xLabel.length * 6.4 : 0;
  return (
    <svg
      translate="no"
      className="curve-chart"
      width={width}
      height={height}
      role="img"
      aria-label={main.length ? `${title}: ${format(main.at(-1)!.y)}` : title}
      onPointerMove={(event) => {
        const { left } = event.currentTarget.getBoundingClientRect();
        onPoint(Math.min(domain[1], Math.max(domain[0], x.invert(event.clientX - left))));
      }}
      onPointerLeave={() => onPoint(null)}
    >
      <clipPath id={clip}>
        <rect x={LEFT} y={TOP - 3} width={width - LEFT - RIGHT + 3} height={bottom - TOP + 6} />
      </clipPath>
      <text className="curve-title" x={0} y={11}>
        {title}
      </text>
      {read && (
        <text className="curve-now" x={width - RIGHT} y={11} textAnchor="end">
          {pointed !== null && `${strings.at(read.x)} `}
          <tspan>{format(read.y)}</tspan>
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
      {xLabel && (
        <g className="curve-tick">
          {x
            .ticks(Math.max(2, Math.floor(width / 110)))
            .filter((tick) => x(tick) < width - RIGHT - labelRoom - 26)
            .map((tick) => (
              <text key={tick} x={x(tick)} y={height - 4} textAnchor="middle">
                {integer(tick, language)}
              </text>
            ))}
          <text x={width - RIGHT} y={height - 4} textAnchor="end">
            {xLabel}
          </text>
        </g>
      )}
      <g clipPath={`url(#${clip})`}>
        {series.map(({ id, className, points }) =>
          points.length === 1 ? (
            <circle key={id} className={className} cx={x(points[0].x)} cy={y(points[0].y)} r={3} />
          ) : (
            <path key={id} className={className} d={path(points) ?? undefined} />
          ),
        )}
      </g>
      {placeMarks(marks, x, width - RIGHT).map((mark) => (
        <g key={`${mark.x} ${mark.label}`} className="curve-mark">
          <line x1={x(mark.x)} x2={x(mark.x)} y1={TOP - 2} y2={bottom} />
          <text
            x={x(mark.x) + (mark.isLeft ? -4 : 4)}
            y={TOP + 9 + LINE * mark.line}
            textAnchor={mark.isLeft ? 'end' : 'start'}
          >
            {mark.label}
          </text>
        </g>
      ))}
      {cursor !== null && (
        <g className="curve-cursor">
          <line x1={x(cursor)} x2={x(cursor)} y1={TOP - 2} y2={bottom} />
          <path d={`M${x(cursor)} ${TOP + 2} l-4 -6 h8 Z`} />
        </g>
      )}
      {pointed !== null && read && (
        <g className="curve-pointed">
          <line x1={x(read.x)} x2={x(read.x)} y1={TOP} y2={bottom} />
          <circle cx={x(read.x)} cy={y(read.y)} r={3.5} />
        </g>
      )}
    </svg>
  );
}
