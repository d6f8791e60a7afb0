import { useMemo } from 'react';
import { useApp } from '../../store';
import { centroids, placement, type XY } from '../context-map/projection';

const FRAME = { width: 108, height: 100 };
/** The dot stays whole at the edge. */
const INSET = 7;

const within = (value: number, length: number) => Math.min(length - INSET, Math.max(INSET, value));

/** The middles of all tasks in their families' colours, and the visitor's dot; at the edge when it is farther. */
export function MiniMap({ point }: { point: XY | null }) {
  const map = useApp((s) => s.map);
  const scenarios = useApp((s) => s.catalogue?.scenarios);
  const place = useMemo(() => map && placement(map.points, FRAME), [map]);
  const middles = useMemo(() => (map ? [...centroids(map)] : []), [map]);
  return (
    <svg className="mini-map" viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} aria-hidden>
      {place &&
        middles.map(([scenario, [x, y]]) => (
          <circle
            key={scenario}
            cx={place.x(x)}
            cy={place.y(y)}
            r={1.8}
            fill={`var(--${(!map?.heldOut && scenarios?.[scenario]?.family) || 'other'})`}
          />
        ))}
      {place && point && (
        <g
          className="mini-dot"
          data-x={point[0]}
          data-y={point[1]}
          style={{
            transform: `translate(${within(place.x(point[0]), FRAME.width)}px, ${within(place.y(point[1]), FRAME.height)}px)`,
          }}
        >
          <circle r={5} />
        </g>
      )}
    </svg>
  );
}
