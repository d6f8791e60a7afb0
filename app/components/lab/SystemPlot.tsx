import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { useRef, type ReactNode } from 'react';
import { useWidth } from '../figure/useWidth';

/** Below this width names stand above their dots instead of beside them. */
const NARROW = 520;
const TOP = 22;
/** Text is to the left and right of the dots, or above them. */
const WIDE = { label: 200, row: 24, names: 16, dots: 12 };
const STACKED = { label: 6, row: 40, names: 14, dots: 27 };

export interface PlotRow {
  key: string;
  className: string;
  label: string;
  /** At the end of the row. */
  value: string;
  /** Mean, and half the interval over seeds. */
  mean: number;
  half: number | null;
}

/** Both ends of a mean's interval. */
export const boundsOf = ({ mean, half }: Pick<PlotRow, 'mean' | 'half'>): [number, number] => [
  mean - (half ?? 0),
  mean + (half ?? 0),
];

interface SystemPlotProps<Row extends PlotRow> {
  rows: readonly Row[];
  /** Least and largest value. */
  ends: readonly [number, number];
  /** Room for the values, in px, where they stand beside the dots. */
  valueWidth: number;
  tick: (value: number) => string;
  /** Whether 0 is what values are compared with. */
  fromZero?: boolean;
  /** What lies behind a row's interval. */
  behind?: (row: Row, x: ScaleLinear<number, number>, y: number) => ReactNode;
}

/** A row a system: name, dot with interval on one axis, and the value in letters. */
export function SystemPlot<Row extends PlotRow>(props: SystemPlotProps<Row>) {
  const { rows, ends, valueWidth, tick, fromZero, behind } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(box));
  const isNarrow = width < NARROW;
  const { label, row: step, names, dots } = isNarrow ? STACKED : WIDE;
  const [low, high] = ends;
  const right = width - (isNarrow ? STACKED.label : valueWidth) - 10;
  const x = scaleLinear([Math.min(low, high - 1e-6), high], [label + 10, right]).nice(5);
  const height = TOP + rows.length * step + 8;
  return (
    <div ref={box} style={{ height }}>
      <svg translate="no" className="lab-plot" width={width} height={height} aria-hidden="true">
        {x.ticks(5).map((value) => (
          <g key={value} className={fromZero && value === 0 ? 'tick is-zero' : 'tick'}>
            <line x1={x(value)} x2={x(value)} y1={TOP - 4} y2={height - 4} />
            <text x={x(value)} y={TOP - 9} textAnchor="middle">
              {tick(value)}
            </text>
          </g>
        ))}
        {rows.map((row, index) => {
          const top = TOP + index * step;
          const y = top + dots;
          const { mean, half } = row;
          return (
            <g key={row.key} className={row.className}>
              <text
                x={isNarrow ? 0 : label}
                y={top + names}
                textAnchor={isNarrow ? 'start' : 'end'}
                className="label"
              >
                {row.label}
              </text>
              {behind?.(row, x, y)}
              {half !== null && (
                <line className="interval" x1={x(mean - half)} x2={x(mean + half)} y1={y} y2={y} />
              )}
              <circle cx={x(mean)} cy={y} r={4.5} />
              <text x={width} y={top + names} textAnchor="end" className="value">
                {row.value}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
