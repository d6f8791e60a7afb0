import { memo } from 'react';
import type { PlacedLabel } from './labels';
import type { Placement, XY } from './projection';

interface GenresProps {
  middles: ReadonlyMap<number, XY>;
  at: Placement;
  labels: readonly PlacedLabel[];
  active: number | null;
  present: number;
  idOf: (scenario: number) => string;
  sentence: (scenario: number) => string;
}

/** The genres as options of the map's list: one for each middle, and the names of some. */
export const Genres = memo(function Genres(props: GenresProps) {
  const { middles, at, labels, active, present, idOf, sentence } = props;
  return (
    <>
      {[...middles].map(([scenario, [x, y]]) => (
        <circle
          key={scenario}
          id={idOf(scenario)}
          role="option"
          aria-selected={scenario === present}
          aria-label={sentence(scenario)}
          className={scenario === active ? 'map-middle is-active' : 'map-middle'}
          cx={at.x(x)}
          cy={at.y(y)}
          r={10}
        />
      ))}
      <g aria-hidden="true">
        {labels.map(({ scenario, text, x, y }) => (
          <text
            key={scenario}
            className={scenario === present ? 'map-label is-present' : 'map-label'}
            x={x}
            y={y}
            textAnchor="middle"
          >
            {text}
          </text>
        ))}
      </g>
    </>
  );
});
