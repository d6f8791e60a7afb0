import { useRef, useState } from 'react';
import { useLazyStrings } from '../../strings/lazy';
import { isMoved } from '../common/is-moved';
import { Figure, type FigureTable } from '../figure/Figure';
import { useWidth } from '../figure/useWidth';
import { SLOPES, type Slope } from './compare';

interface SlopeChartProps {
  slopes: readonly Slope[];
  titleOf: (item: number) => string;
  /** What stands on the left and on the right. */
  names: readonly [string, string];
  /** Movies whose modulation is compared beside. */
  marked: readonly (number | undefined)[];
}

const ROW = 24;
const TOP = 20;
/** Where a movie stands that is not among the first of a side. */
const BELOW = TOP + SLOPES * ROW + 14;
const HEIGHT = BELOW + 16;
/** Share of the width for the titles of each side. */
const TITLES = 0.34;
/** Generous width of a character at 12 px. */
const CHARACTER = 6.6;

const heightOf = (rank: number): number =>
  rank >= 1 && rank <= SLOPES ? TOP + (rank - 0.5) * ROW : BELOW;

/** Two rankings, a line for each movie: what rose, what fell, what came and what went. */
export function SlopeChart({ slopes, titleOf, names, marked }: SlopeChartProps) {
  const t = useLazyStrings().compare;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(280, useWidth(box));
  const [active, setActive] = useState<number | null>(null);
  const left = width * TITLES;
  const right = width * (1 - TITLES);
  const room = Math.floor((left - 34) / CHARACTER);
  const short = (title: string) =>
    title.length > room ? `${title.slice(0, Math.max(1, room - 1)).trimEnd()}…` : title;
  const rankOf = (rank: number) => (rank === 0 ? t.notListed : String(rank));
  const sentence = ({ item, before, now }: Slope) =>
    t.slope(titleOf(item), rankOf(before), rankOf(now));
  const at = slopes.findIndex(({ item }) => item === active);
  const table = (): FigureTable => ({
    columns: [t.movie, names[0], names[1], t.change],
    rows: slopes.map(({ item, before, now }) => [
      titleOf(item),
      rankOf(before),
      rankOf(now),
      before && now ? String(before - now).replace('-', '−') : '',
    ]),
  });
  return (
    <Figure className="slope" label={t.slopes(names[0], names[1])} fileName="slopes" table={table}>
      <div ref={box} style={{ height: HEIGHT }}>
        <svg
          translate="no"
          width={width}
          height={HEIGHT}
          role="slider"
          tabIndex={0}
          aria-label={t.slopes(names[0], names[1])}
          aria-roledescription={t.lines}
          aria-orientation="vertical"
          aria-valuemin={1}
          aria-valuemax={Math.max(1, slopes.length)}
          aria-valuenow={Math.max(1, at + 1)}
          aria-valuetext={slopes.length > 0 ? sentence(slopes[Math.max(0, at)]) : ''}
          onFocus={() => setActive(active ?? slopes[0]?.item ?? null)}
          onBlur={() => setActive(null)}
          onPointerLeave={() => setActive(null)}
          onKeyDown={(event) => {
            const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
            if (!by || slopes.length === 0) return;
            event.preventDefault();
            setActive(slopes[Math.min(slopes.length - 1, Math.max(0, at + by))].item);
          }}
        >
          <text className="slope-head" x={left - 8} y={11} textAnchor="end">
            {t.pinned}
          </text>
          <text className="slope-head" x={right + 8} y={11}>
            {t.now}
          </text>
          {slopes.map((slope) => {
            const { item, before, now } = slope;
            const [y1, y2] = [heightOf(before), heightOf(now)];
            const kind = before === 0 || y2 < y1 ? 'is-up' : y2 > y1 ? 'is-down' : 'is-same';
            return (
              <g
                key={item}
                className={`slope-line ${kind}`}
                data-active={item === active || undefined}
                data-marked={marked.includes(item) || undefined}
                onPointerMove={() => isMoved() && setActive(item)}
              >
                <line x1={left} y1={y1} x2={right} y2={y2} />
                <line className="slope-target" x1={0} y1={y1} x2={left} y2={y1} />
                <line className="slope-target" x1={left} y1={y1} x2={right} y2={y2} />
                <line className="slope-target" x1={right} y1={y2} x2={width} y2={y2} />
                {y1 < BELOW && (
                  <text x={left - 8} y={y1 + 4} textAnchor="end">
                    {short(titleOf(item))} <tspan className="slope-rank">{before}</tspan>
                  </text>
                )}
                {y2 < BELOW && (
                  <text x={right + 8} y={y2 + 4}>
                    <tspan className="slope-rank">{now}</tspan> {short(titleOf(item))}
                  </text>
                )}
              </g>
            );
          })}
          <text className="slope-foot" x={left - 8} y={BELOW + 4} textAnchor="end">
            {t.below(SLOPES)}
          </text>
          <text className="slope-foot" x={right + 8} y={BELOW + 4}>
            {t.below(SLOPES)}
          </text>
        </svg>
      </div>
      <p className="figure-readout">{at < 0 ? t.slopeHint : sentence(slopes[at])}</p>
    </Figure>
  );
}
