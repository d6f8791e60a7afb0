import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useRef } from 'react';
import type { LabRow } from '../../protocol/lab';
import { useLazyStrings } from '../../strings/lazy';
import { Figure, type FigureTable } from '../figure/Figure';
import { useWidth } from '../figure/useWidth';
import { formatMetric, headed, summaryOf } from './summary';
import type { Metric } from '../../protocol/lab-tables/metric';
import type { LabTable, TableRow } from '../../protocol/lab-tables/tables';

const PERSON: Metric = 'recall@20';
const GENRE: Metric = 'recall@20/scenario';
const HEIGHT = 340;
const MARGIN = { top: 12, right: 24, bottom: 44, left: 48 };
/** Width of a letter, for keeping names apart, in px. */
const LETTER = 6.2;
const LINE = 14;

interface Point {
  row: TableRow;
  label: string;
  person: number;
  genre: number;
}

/** Every system by what five likes of a person and five likes of a genre are worth to it. */
export function AnonymousPlot({
  table,
  recorded,
}: {
  table: LabTable;
  recorded: readonly LabRow[];
}) {
  const strings = useLazyStrings().lab;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.min(760, Math.max(260, useWidth(box)));
  const points = table.rows.flatMap((row): Point[] => {
    const [person, genre] = [PERSON, GENRE].map((metric) =>
      summaryOf(recorded, row.system, metric),
    );
    if (!person || !genre) return [];
    const label = strings.systems[row.label] ?? row.label;
    return [{ row, label, person: person.mean, genre: genre.mean }];
  });
  if (points.length === 0) return null;
  const x = scaleLinear([0, max(points, (p) => p.person) ?? 1], [MARGIN.left, width - MARGIN.right]).nice(5); // prettier-ignore
  const y = scaleLinear([0, max(points, (p) => p.genre) ?? 1], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(5); // prettier-ignore
  const names = placed(
    points.map((point) => ({ ...point, x: x(point.person), y: y(point.genre) })),
    width,
  );
  const [across, up] = [PERSON, GENRE].map((metric) => headed(metric, strings.metrics[metric]));
  const tableTwin = (): FigureTable => ({
    columns: [strings.system, across, up],
    rows: points.map(({ label, person, genre }) => [
      label,
      formatMetric(PERSON, person),
      formatMetric(GENRE, genre),
    ]),
  });
  return (
    <Figure
      className="lab-chart"
      label={strings.anonymousChart}
      fileName="cmml-lab-people-genres"
      table={tableTwin}
    >
      <h3 data-caption>{strings.anonymousChart}</h3>
      <div ref={box}>
        <svg translate="no" className="lab-plot" width={width} height={HEIGHT} aria-hidden="true">
          {x.ticks(5).map((tick) => (
            <g key={`x ${tick}`} className="tick">
              <line x1={x(tick)} x2={x(tick)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
              <text x={x(tick)} y={HEIGHT - MARGIN.bottom + 15} textAnchor="middle">
                {formatMetric(PERSON, tick)}
              </text>
            </g>
          ))}
          {y.ticks(5).map((tick) => (
            <g key={`y ${tick}`} className="tick">
              <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
              <text x={MARGIN.left - 6} y={y(tick) + 4} textAnchor="end">
                {formatMetric(GENRE, tick)}
              </text>
            </g>
          ))}
          <text x={width - MARGIN.right} y={HEIGHT - 6} textAnchor="end">
            {across}
          </text>
          <text x={MARGIN.left + 4} y={MARGIN.top + 12}>
            {up}
          </text>
          {names.map(({ row, label, x: at, y: height, name }) => (
            <g key={row.system} className={`kind-${row.kind}`}>
              <circle cx={at} cy={height} r={4.5} />
              <text x={name.x} y={name.y} textAnchor={name.anchor} className="label">
                {label}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </Figure>
  );
}

interface Spot {
  label: string;
  x: number;
  y: number;
}

type Anchor = 'start' | 'end';

/** A name beside each dot, on the side and at the height where it covers no other. */
export function placed<P extends Spot>(
  spots: readonly P[],
  width: number,
): (P & { name: { x: number; y: number; anchor: Anchor } })[] {
  const taken: { left: number; right: number; y: number }[] = [];
  return [...spots]
    .sort((a, b) => a.y - b.y)
    .map((spot) => {
      const length = spot.label.length * LETTER;
      const choices = [0, 1, -1, 2, -2, 3, -3].flatMap((step) =>
        (['start', 'end'] as const).map((anchor) => {
          const at = spot.x + (anchor === 'start' ? 8 : -8);
          const left = anchor === 'start' ? at : at - length;
          return { anchor, x: at, y: spot.y + 4 + step * LINE, left, right: left + length };
        }),
      );
      const isFree = ({ left, right, y }: (typeof choices)[number]) =>
        left >= MARGIN.left &&
        right <= width &&
        !taken.some((t) => left < t.right && right > t.left && Math.abs(y - t.y) < LINE) &&
        !spots.some((s) => s.x > left - 5 && s.x < right + 5 && Math.abs(s.y - (y - 4)) < LINE / 2);
      const name = choices.find(isFree) ?? choices[0];
      taken.push(name);
      return { ...spot, name };
    });
}
