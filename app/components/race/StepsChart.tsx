import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useRef } from 'react';
import { Figure, type FigureTable } from '../figure/Figure';
import { useWidth } from '../figure/useWidth';

/** Before it is laid out. */
const WIDTH = 300;
const HEIGHT = 168;
const MARGIN = { top: 12, bottom: 30, left: 40 };
/** At the right, for names: of few letters, and of each letter, in px. */
const NAMES = { least: 62, letter: 6.5 };
/** Labels at the right keep this distance, in px. */
const LABEL_GAP = 13;

export interface Series {
  id: string;
  label: string;
  /** Inner steps and value. A single point is drawn as a mark. */
  points: readonly (readonly [number, number])[];
}

/** A value that takes no steps: a horizontal line. */
export interface Level {
  id: string;
  label: string;
  value: number;
}

interface StepsChartProps {
  title: string;
  xLabel: string;
  most: number;
  series: readonly Series[];
  levels: readonly Level[];
  /** Marked step. */
  marked?: number;
  format: (value: number) => string;
  /** On the axis; `format` unless told. */
  formatTick?: (value: number) => string;
  /** The axis starts at 0 (times, bytes). */
  fromZero?: boolean;
  /** Name of saved files, without ending. */
  fileName: string;
}

/** Something against the number of inner steps. */
export function StepsChart({
  title,
  xLabel,
  most,
  series,
  levels,
  marked,
  format,
  formatTick = format,
  fromZero = false,
  fileName,
}: StepsChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  // Drawn as wide as it stands, so that its text has the size of other text.
  const width = useWidth(frame) || WIDTH;
  const values = [
    ...series.flatMap(({ points }) => points.map(([, value]) => value)),
    ...levels.map(({ value }) => value),
  ];
  const longest = Math.max(...[...series, ...levels].map(({ label }) => label.length));
  const right = Math.max(NAMES.least, 10 + NAMES.letter * longest);
  const [low = 0, high = 1] = extent(values);
  const x = scaleLinear([0, most], [MARGIN.left, width - right]);
  const y = scaleLinear([fromZero ? 0 : low, high], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  const path = line<readonly [number, number]>(
    ([step]) => x(step),
    ([, value]) => y(value),
  );
  const labels = spread([
    ...series.map(({ id, label, points }) => ({ id, label, at: y(points.at(-1)?.[1] ?? low) })),
    ...levels.map(({ id, label, value }) => ({ id, label, at: y(value) })),
  ]);
  const all = [...series, ...levels];
  const table = (): FigureTable => ({
    columns: [xLabel, ...all.map(({ label }) => label)],
    rows: stepsIn(series).map((step) => [
      String(step),
      ...series.map(({ points }) => {
        const found = points.find(([at]) => at === step);
        return found ? format(found[1]) : '';
      }),
      ...levels.map(({ value }) => format(value)),
    ]),
  });
  return (
    <Figure className="race-chart" label={title} fileName={fileName} table={table}>
      <p className="race-chart-title" data-caption>
        {title}
      </p>
      <div ref={frame}>
        <svg translate="no" viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden>
          {y.ticks(4).map((tick) => (
            <g key={tick} className="tick">
              <line x1={MARGIN.left} x2={width - right} y1={y(tick)} y2={y(tick)} />
              <text x={MARGIN.left - 6} y={y(tick) + 4} textAnchor="end">
                {formatTick(tick)}
              </text>
            </g>
          ))}
          {[0, 5, 10, 15, 20].map((tick) => (
            <text key={tick} className="axis" x={x(tick)} y={HEIGHT - 15} textAnchor="middle">
              {tick}
            </text>
          ))}
          <text className="axis" x={(x(0) + x(most)) / 2} y={HEIGHT - 2} textAnchor="middle">
            {xLabel}
          </text>
          {marked !== undefined && (
            <line
              className="marked"
              x1={x(marked)}
              x2={x(marked)}
              y1={MARGIN.top}
              y2={y.range()[0]}
            />
          )}
          {levels.map(({ id, value }) => (
            <line
              key={id}
              className={`level of-${id}`}
              x1={x(0)}
              x2={x(most)}
              y1={y(value)}
              y2={y(value)}
            />
          ))}
          {series.map(({ id, points }) => (
            <g key={id} className={`series of-${id}`}>
              <path d={path(points) ?? undefined} />
              {points.map(([step, value]) => (
                <circle key={step} cx={x(step)} cy={y(value)} r={step === marked ? 4 : 2.2} />
              ))}
            </g>
          ))}
          {labels.map(({ id, label, at }) => (
            <text key={id} className={`name of-${id}`} x={width - right + 7} y={at + 4}>
              {label}
            </text>
          ))}
        </svg>
      </div>
    </Figure>
  );
}

const stepsIn = (series: readonly Series[]): number[] =>
  [...new Set(series.flatMap(({ points }) => points.map(([step]) => step)))].sort((a, b) => a - b);

/** Moves labels apart, so that none covers another: down from the first, up again from the last. */
function spread<T extends { at: number }>(labels: T[]): T[] {
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.at - b.at);
  let free = -Infinity;
  for (const label of sorted) {
    label.at = Math.max(label.at, free);
    free = label.at + LABEL_GAP;
  }
  let below = HEIGHT - MARGIN.bottom;
  for (const label of sorted.reverse()) {
    label.at = Math.min(label.at, below);
    below = label.at - LABEL_GAP;
  }
  return sorted;
}
