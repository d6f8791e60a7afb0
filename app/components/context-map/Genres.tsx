import { memo } from 'react';
import type { Placement, XY } from './projection';

interface GenresProps {
  middles: ReadonlyMap<number, XY>;
  at: Placement;
  active: number | null;
  current: number;
  idOf: (scenario: number) => string;
  sentence: (scenario: number) => string;
  nameOf: (scenario: number) => string;
}

/** The genres as options of the map's list, one at each middle. The active one is told in full. */
export const Genres = memo(function Genres(props: GenresProps) {
  const { middles, at, active, current, idOf, sentence, nameOf } = props;
  return [...middles].map(([scenario, [x, y]]) => (
    <circle
      key={scenario}
      id={idOf(scenario)}
      role="option"
      aria-selected={scenario === current}
      aria-label={scenario === active ? sentence(scenario) : nameOf(scenario)}
      className={scenario === active ? 'map-middle is-active' : 'map-middle'}
      cx={at.x(x)}
      cy={at.y(y)}
      r={10}
    />
  ));
});
