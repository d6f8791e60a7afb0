import { linkHorizontal } from 'd3-shape';
import { useStrings } from '../../strings';
import type { HeldRoute } from '../../workers/protocol';
import {
  columns,
  entropies,
  HEIGHT,
  isHeld,
  links,
  position,
  WIDTH,
  type Link,
  type Routes,
} from './routes';

const MODULE = 15;
const WIDEST = 11;

interface RouteGraphProps {
  routes: Routes;
  /** Weights are differences: signed, no entropy. */
  signed: boolean;
  label: string;
  held: readonly HeldRoute[];
  active: Link | null;
  onActive: (link: Link | null) => void;
  onChoose?: (link: Link) => void;
}

const curve = linkHorizontal<
  unknown,
  { from: [number, number]; to: [number, number] },
  [number, number]
>()
  .source(({ from }) => from)
  .target(({ to }) => to);

const same = (a: Link | null, b: Link): boolean =>
  a !== null && a.layer === b.layer && a.source === b.source && a.target === b.target;

/** Modules in columns; the width and depth of a link is how much its target listens to its source. */
export function RouteGraph(props: RouteGraphProps) {
  const { routes, signed, label, held, active, onActive, onChoose } = props;
  const strings = useStrings().routes;
  const counts = columns(routes);
  const all = links(routes);
  const at = all.findIndex((link) => same(active, link));
  const colour = (weight: number): string =>
    signed ? (weight < 0 ? 'var(--neg)' : 'var(--pos)') : 'var(--context)';
  return (
    <svg
      className="route-graph"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={all.length}
      aria-valuenow={Math.max(1, at + 1)}
      aria-valuetext={describe(strings, all[Math.max(0, at)], counts.length)}
      onFocus={() => active === null && onActive(all[0])}
      onBlur={() => onActive(null)}
      onPointerLeave={() => onActive(null)}
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (by) onActive(all[Math.min(all.length - 1, Math.max(0, at + by))]);
        else if (event.key === 'Enter' && active) onChoose?.(active);
        else return;
        event.preventDefault();
      }}
    >
      {all.map((link) => {
        const from = position(counts, link.layer, link.source);
        const to = position(counts, link.layer + 1, link.target);
        const path = curve({ from: [from[0] + MODULE, from[1]], to: [to[0] - MODULE, to[1]] })!;
        const share = Math.min(1, Math.abs(link.weight));
        const key = `${link.layer} ${link.source} ${link.target}`;
        return (
          <g key={key} className={isHeld(held, link) ? 'is-held' : undefined}>
            <path
              className={same(active, link) ? 'route is-active' : 'route'}
              d={path}
              stroke={colour(link.weight)}
              strokeWidth={0.5 + WIDEST * share}
              strokeOpacity={0.08 + 0.87 * share}
            />
            <path
              className="route-target"
              d={path}
              onPointerEnter={() => onActive(link)}
              onClick={() => onChoose?.(link)}
            />
          </g>
        );
      })}
      {counts.map((count, column) =>
        Array.from({ length: count }, (_, row) => {
          const [x, y] = position(counts, column, row);
          const last = column === counts.length - 1;
          const bits = column > 0 && !signed ? entropies(routes[column - 1])[row] : null;
          return (
            <g key={`${column} ${row}`} transform={`translate(${x} ${y})`} className="module">
              <rect x={-MODULE} y={-11} width={2 * MODULE} height={22} rx={6} />
              <text textAnchor="middle" dy="4">
                {last ? 'f' : `${column + 1}.${row + 1}`}
              </text>
              {bits !== null && (
                <text className="entropy" textAnchor="middle" dy="23">
                  {bits.toFixed(2)}
                </text>
              )}
            </g>
          );
        }),
      )}
    </svg>
  );
}

type RouteStrings = ReturnType<typeof useStrings>['routes'];

/** `module 1.2 to 2.3: 0.412` */
export function describe(strings: RouteStrings, link: Link, columnCount: number): string {
  const from = `${link.layer + 1}.${link.source + 1}`;
  const to =
    link.layer + 2 === columnCount ? strings.readout : `${link.layer + 2}.${link.target + 1}`;
  return strings.link(from, to, link.weight.toFixed(3).replace('-', '−'));
}
