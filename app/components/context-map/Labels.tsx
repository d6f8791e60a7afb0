import { memo } from 'react';
import type { PlacedLabel } from './labels';

/** Names on the map, at their places; the present genre's is stressed, those under the visitor's are not seen. */
export const Labels = memo(function Labels(props: {
  labels: readonly PlacedLabel[];
  current: number;
  /** Scenarios whose names the visitor's own lie on. */
  under?: ReadonlySet<number>;
}) {
  return (
    <g aria-hidden="true">
      {props.labels.map(({ scenario, text, x, y }) => (
        <text
          key={scenario}
          className={scenario === props.current ? 'map-label is-current' : 'map-label'}
          data-under={props.under?.has(scenario) || undefined}
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
