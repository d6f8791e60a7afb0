import { memo, useMemo, useRef } from 'react';
import type { Family, Scenario } from '../../../src/data/types';
import type { ClusterMap } from '../../protocol/figures';
import { markPath, strength } from '../context-map/families';
import { Labels } from '../context-map/Labels';
import { pinnedLabels } from '../context-map/labels';
import { MapAxes } from '../context-map/MapAxes';
import { centroids, placement } from '../context-map/projection';
import { useWidth } from '../figure/useWidth';

/** Height for a width, in pixels. */
const heightFor = (width: number): number => Math.round(Math.min(360, Math.max(260, 0.66 * width)));
const FADED = 0.1;

interface ClusterMapViewProps {
  map: ClusterMap;
  /** Scenario index of each dot. */
  scenario: Uint16Array;
  scenarios: readonly Scenario[];
  isolated: Family | null;
  label: string;
}

/** Support sets of the paper's eight genres on two principal axes. */
export const ClusterMapView = memo(function ClusterMapView(props: ClusterMapViewProps) {
  const { map, scenario, scenarios, isolated, label } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(1, useWidth(box));
  const height = heightFor(width);
  const frame = useMemo(() => ({ width, height }), [width, height]);
  const dots = useMemo(() => ({ points: map.points, scenario }), [map, scenario]);
  const at = useMemo(() => placement(map.points, frame), [map, frame]);
  const labels = useMemo(
    () => pinnedLabels({ map: dots, middles: centroids(dots), scenarios, at, frame, isolated }),
    [dots, scenarios, at, frame, isolated],
  );
  return (
    <div ref={box} style={{ height }}>
      <svg
        translate="no"
        className="lab-map"
        width={width}
        height={height}
        role="img"
        aria-label={label}
      >
        {Array.from(scenario, (index, k) => {
          const { family, name, fold } = scenarios[index];
          const isHeldOut = fold === 'metaTest';
          const faded = isolated !== null && isolated !== family;
          return (
            <path
              key={k}
              d={markPath(family, isHeldOut)}
              transform={`translate(${at.x(map.points[2 * k]).toFixed(1)} ${at.y(map.points[2 * k + 1]).toFixed(1)})`}
              fill={`var(--${family})`}
              fillOpacity={faded ? FADED : strength(family, isHeldOut)}
            >
              <title>{name}</title>
            </path>
          );
        })}
        <MapAxes explained={map.explained} frame={frame} />
        <Labels labels={labels} current={-1} />
      </svg>
    </div>
  );
});
