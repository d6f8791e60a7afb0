import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useRef } from 'react';
import type { Interval } from '../../../src/statistics/interval';
import { useWidth } from '../figure/useWidth';
import type { SystemId } from './systems';

/** Below this width names and numbers stand above their dots instead of beside them. */
const NARROW = 480;
const TOP = 20;

interface Layout {
  left: number;
  right: number;
  row: number;
  /** Of the dots' line and of the words, from the row's top. */
  line: number;
  words: number;
}

const WIDE: Layout = { left: 118, right: 158, row: 34, line: 17, words: 21 };
const STACKED: Layout = { left: 8, right: 10, row: 54, line: 36, words: 14 };

/** Dots of a row lie in so many lanes, so that few hide each other. */
const LANES = 5;

export interface Strip {
  id: SystemId;
  label: string;
  dots: readonly { task: string; value: number }[];
  interval: Interval;
  /** `34.1% ± 2.0 · 3.1 ms` */
  text: string;
}

/** Quality of every system on every held-out task, with mean and interval. */
export function StripPlot({
  strips,
  format,
  formatTick,
}: {
  strips: readonly Strip[];
  format: (value: number) => string;
  formatTick: (value: number) => string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) || NARROW;
  const values = strips.flatMap(({ dots }) => dots.map(({ value }) => value));
  const [low = 0, high = 1] = extent(values);
  const isNarrow = width < NARROW;
  const { left, right, row: step, line, words } = isNarrow ? STACKED : WIDE;
  const x = scaleLinear([Math.min(low, high - 1e-6), high], [left, width - right]).nice(5);
  const height = TOP + strips.length * step + 4;
  return (
    <div ref={frame}>
      <svg translate="no" className="race-strips" viewBox={`0 0 ${width} ${height}`} aria-hidden>
        {x.ticks(5).map((tick) => (
          <g key={tick} className="tick">
            <line x1={x(tick)} x2={x(tick)} y1={TOP - 6} y2={height - 4} />
            <text x={x(tick)} y={TOP - 10} textAnchor="middle">
              {formatTick(tick)}
            </text>
          </g>
        ))}
        {strips.map(({ id, label, dots, interval, text }, row) => {
          const top = TOP + row * step;
          const y = top + line;
          const { mean, half } = interval;
          return (
            <g key={id} className={id === 'cmml' ? 'strip of-cmml' : 'strip'} data-system={id}>
              <text
                className="label"
                x={isNarrow ? 0 : left - 10}
                y={top + words}
                textAnchor={isNarrow ? 'start' : 'end'}
              >
                {label}
              </text>
              {dots.map(({ task, value }, n) => (
                <circle key={task} cx={x(value)} cy={y + ((n % LANES) - (LANES - 1) / 2) * 4} r={3}>
                  <title>{`${task}: ${format(value)}`}</title>
                </circle>
              ))}
              {half !== null && (
                <line className="interval" x1={x(mean - half)} x2={x(mean + half)} y1={y} y2={y} />
              )}
              <line className="mean" x1={x(mean)} x2={x(mean)} y1={y - 9} y2={y + 9} />
              <text className="value" x={width} y={top + words} textAnchor="end">
                {text}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
