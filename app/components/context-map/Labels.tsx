import { memo } from 'react';
import type { PlacedLabel } from './labels';

/** Names on the map, at their places; the present genre's is stressed. */
export const Labels = memo(function Labels(props: {
  labels: readonly PlacedLabel[];
  current: number;
}) {
  return (
    <g aria-hidden="true">
      {props.labels.map(({ scenario, text, x, y }) => (
        <text
          key={scenario}
          className={scenario === props.current ? 'map-label is-current' : 'map-label'}
          x={x}
          y={y}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
    </g>
  );
});
