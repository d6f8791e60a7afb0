import { fixed } from '../figure/numbers';
import { useRef } from 'react';
import { linkHorizontal } from 'd3-shape';
import { isMoved } from '../common/is-moved';
import { useWidth } from '../figure/useWidth';
import { useLazyStrings } from '../../strings/lazy';
import type { RouteOverride } from '../../protocol/vocabulary';
import {
  BOX,
  columns,
  entropies,
  isOverridden,
  isSamePlace,
  linkOpacity,
  links,
  linkWidth,
  moduleName,
  position,
  type Place,
  type Routes,
} from './routes';

const HEIGHT = 190;
interface RouteGraphProps {
  routes: Routes;
  /** Weights are differences: orange dashes for less, purple for more, no entropy. */
  isDifference: boolean;
  label: string;
  /** Says a link and its weight here. */
  sentence: (place: Place) => string;
  overrides: readonly RouteOverride[];
  active: Place | null;
  chosen: Place | null;
  onActive: (place: Place | null) => void;
  onChoose: (place: Place) => void;
}

const curve = linkHorizontal<
  unknown,
  { from: [number, number]; to: [number, number] },
  [number, number]
>()
  .source(({ from }) => from)
  .target(({ to }) => to);

/** Modules in columns; the width and depth of a link is how much its target listens to its source. */
export function RouteGraph(props: RouteGraphProps) {
  const { routes, isDifference, label, sentence, overrides, active, chosen, onActive, onChoose } =
    props;
  const strings = useLazyStrings().routes;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(200, useWidth(box));
  const size = { width, height: HEIGHT };
  const counts = columns(routes);
  const all = links(routes);
  const at = active ? all.findIndex((link) => isSamePlace(link, active)) : -1;
  const colour = (weight: number): string =>
    isDifference ? (weight < 0 ? 'var(--neg)' : 'var(--pos)') : 'var(--context)';
  return (
    <div ref={box} className="route-box" style={{ height: HEIGHT }}>
      <svg
        translate="no"
        className="route-graph"
        width={width}
        height={HEIGHT}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-roledescription={strings.graph}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={all.length}
        aria-valuenow={Math.max(1, at + 1)}
        aria-valuetext={sentence(all[Math.max(0, at)])}
        onFocus={() => active === null && onActive(chosen ?? all[0])}
        onBlur={() => onActive(null)}
        onPointerLeave={() => onActive(null)}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (by) onActive(all[Math.min(all.length - 1, Math.max(0, at + by))]);
          else if (event.key === 'Enter' && active) onChoose(active);
          else return;
          event.preventDefault();
        }}
      >
        {all.map((link) => {
          const from = position(counts, link.layer, link.source, size);
          const to = position(counts, link.layer + 1, link.target, size);
          const path = curve({ from: [from[0] + BOX.x, from[1]], to: [to[0] - BOX.x, to[1]] })!;
          const classes = [
            'route',
            isDifference && link.weight < 0 && 'is-less',
            isOverridden(overrides, link) && 'is-overridden',
            ((active && isSamePlace(link, active)) || (chosen && isSamePlace(link, chosen))) &&
              'is-active',
          ];
          return (
            <g key={`${link.layer} ${link.source} ${link.target}`}>
              <path
                className={classes.filter(Boolean).join(' ')}
                d={path}
                stroke={colour(link.weight)}
                strokeWidth={linkWidth(link.weight)}
                strokeOpacity={linkOpacity(link.weight)}
              />
              <path
                className="route-target"
                d={path}
                onPointerMove={() =>
                  isMoved() && !(active && isSamePlace(link, active)) && onActive(link)
                }
                onClick={() => onChoose(link)}
              />
            </g>
          );
        })}
        {counts.map((count, column) => {
          const bits = column > 0 && !isDifference ? entropies(routes[column - 1]) : null;
          return Array.from({ length: count }, (_, row) => {
            const [x, y] = position(counts, column, row, size);
            return (
              <g key={`${column} ${row}`} transform={`translate(${x} ${y})`} className="module">
                <rect x={-BOX.x} y={-BOX.y} width={2 * BOX.x} height={2 * BOX.y} rx={6} />
                <text textAnchor="middle" dy="4">
                  {moduleName(counts, column, row, 'f')}
                </text>
                {bits && (
                  <text className="entropy" textAnchor="middle" dy={BOX.y + 12}>
                    {fixed(bits[row], 2)}
                  </text>
                )}
              </g>
            );
          });
        })}
      </svg>
    </div>
  );
}
