import { memo, useMemo } from 'react';
import type { Family, Scenario } from '../../../src/data/types';
import { placeLabels } from './labels';
import { spans, type Dots, type Frame, type Placement, type XY } from './projection';

interface LabelsProps {
  map: Dots;
  middles: ReadonlyMap<number, XY>;
  scenarios: readonly Scenario[];
  at: Placement;
  frame: Frame;
  isolated: Family | null;
  present: number;
  /** The visitor's own point: no name may lie on it. */
  point: XY | null;
}

/**
 * The genres of the paper's Figure 3: two genres each, held out of training, of a family. Of data that
 * name their scenarios themselves, all that are held out.
 */
const isNamed = ({ family, fold, genres, listed }: Scenario): boolean =>
  fold === 'metaTest' && (listed === true || (family !== 'other' && genres.length === 2));

/** Where there is room for all names, all that the data chose are shown. */
const MOST_LISTED = 24;

/** Names of the present genre and of those of Figure 3, where there is room for them. */
export const Labels = memo(function Labels(props: LabelsProps) {
  const { map, middles, scenarios, at, frame, isolated, present, point } = props;
  const reach = useMemo(() => spans(map), [map]);
  const named = [...middles.keys()].filter(
    (k) =>
      k !== present &&
      (isNamed(scenarios[k]) || (scenarios[k].listed && scenarios.length <= MOST_LISTED)) &&
      (!isolated || scenarios[k].family === isolated),
  );
  const you = point && {
    left: at.x(point[0]) - 9,
    right: at.x(point[0]) + 36,
    top: at.y(point[1]) - 9,
    bottom: at.y(point[1]) + 9,
  };
  const labels = placeLabels(
    (middles.has(present) ? [present, ...named] : named).map((scenario) => {
      const [low, high] = reach.get(scenario)!;
      const x = at.x(middles.get(scenario)![0]);
      return { scenario, text: scenarios[scenario].name, x, top: at.y(high), bottom: at.y(low) };
    }),
    frame,
    you ? [you] : [],
  );
  return (
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
  );
});
