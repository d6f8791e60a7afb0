import { memo, useCallback, useId, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { Family, Scenario } from '../../../src/data/types';
import type { ContextMap, SupportItem } from '../../workers/protocol';
import { useStrings } from '../../strings';
import { Segmented } from '../common/Segmented';
import { Figure, type FigureTable } from '../figure/Figure';
import { fixed } from '../figure/numbers';
import { useWidth } from '../figure/useWidth';
import './context-map.css';
import { colouring } from './domains';
import { Genres } from './Genres';
import { Labels } from './Labels';
import { Legend } from './Legend';
import { MapAxes } from './MapAxes';
import { OwnPoint } from './OwnPoint';
import { PointLayer, pointsMarkup } from './PointLayer';
import {
  centroids,
  medoid,
  nearestPoint,
  nearestScenarios,
  neighbourIn,
  placement,
  supportOf,
  through,
  type XY,
} from './projection';
import { useZoom } from './useZoom';
import { ZoomButtons } from './ZoomButtons';

export interface ContextMapViewProps {
  map: ContextMap;
  scenarios: readonly Scenario[];
  /** The visitor's own point; null before the first answer. */
  point: XY | null;
  /** Where it was before, oldest first. */
  trail: readonly XY[];
  /** Scenario id of the present task, or null. */
  genre: string | null;
  onProjection: (projection: ContextMap['projection']) => void;
  /** Loads a task: its scenario, by index, and the support set of the chosen dot. */
  onLoad: (scenario: number, support: SupportItem[]) => void;
  /** Changes when colours do. */
  theme: string;
}

/** Height for a width, in pixels. */
const heightFor = (width: number): number => Math.round(Math.min(400, Math.max(300, 1.15 * width)));
/** Pixels from a dot within which it is pointed at. */
const REACH = 14;
const NEAREST = 3;
const PROJECTIONS: readonly ContextMap['projection'][] = ['linear', 'umap', 'features'];
const ARROWS: Record<string, XY> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Every task as a point, and the visitor's own among them (the paper's Figure 3, live). */
export const ContextMapView = memo(function ContextMapView(props: ContextMapViewProps) {
  const { map, point, trail, genre, onProjection, onLoad, theme } = props;
  const strings = useStrings().map;
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = Math.max(1, useWidth(box));
  const height = heightFor(width);
  const frame = useMemo(() => ({ width, height }), [width, height]);
  const { view, zoomBy, reset } = useZoom(svg, frame);
  const [isolated, setIsolated] = useState<Family | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const listId = useId();
  const idOf = useCallback((scenario: number) => `${listId}-${scenario}`, [listId]);

  const { scenarios, families, names } = useMemo(
    () => colouring(props.scenarios),
    [props.scenarios],
  );
  const familyOf = useMemo(() => scenarios.map(({ family }) => family), [scenarios]);
  const place = useMemo(() => placement(map.points, frame), [map, frame]);
  const at = useMemo(() => through(place, view), [place, view]);
  const middles = useMemo(() => centroids(map), [map]);
  const present = scenarios.findIndex(({ id }) => id === genre);
  // What stands around the map stays as it is while the visitor's point moves.
  const legend = useMemo(
    () => <Legend families={families} names={names} isolated={isolated} onIsolate={setIsolated} />,
    [families, names, isolated],
  );
  const head = useMemo(
    () => (
      <div className="map-head" data-no-export>
        <Segmented
          look="words"
          label={strings.projection}
          segments={PROJECTIONS.map((id) => ({ id, label: strings.projections[id] }))}
          value={map.projection}
          onChange={onProjection}
        />
      </div>
    ),
    [strings, map.projection, onProjection],
  );

  const nameOf = useCallback((scenario: number) => scenarios[scenario].name, [scenarios]);
  const sentence = useCallback(
    (scenario: number): string =>
      strings.task(
        scenarios[scenario].name,
        scenarios[scenario].fold === 'metaTest',
        nearestScenarios(middles, scenario, NEAREST).map((other) => scenarios[other].name),
      ),
    [strings, scenarios, middles],
  );
  const find = (event: MouseEvent): number => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const pixel: XY = [event.clientX - left, event.clientY - top];
    return nearestPoint(
      map.points,
      at,
      pixel,
      REACH,
      (k) => isolated === null || familyOf[map.scenario[k]] === isolated,
    );
  };
  const load = (dot: number): void => {
    if (dot >= 0) onLoad(map.scenario[dot], supportOf(map, dot));
  };
  const table = (): FigureTable => ({
    columns: [
      strings.genreColumn,
      map.purity ? strings.domainColumn : strings.familyColumn,
      strings.axis(1),
      strings.axis(2),
    ],
    rows: [
      ...(point ? [[strings.you, '', fixed(point[0], 3), fixed(point[1], 3)]] : []),
      ...[...middles].map(([scenario, [x, y]]) => [
        scenarios[scenario].name,
        names?.[familyOf[scenario]] ?? strings.families[familyOf[scenario]],
        fixed(x, 3),
        fixed(y, 3),
      ]),
    ],
  });
  const layer = { map, scenarios, frame, place, view, isolated, scenario: active };

  return (
    <Figure
      className="context-map"
      label={strings.label}
      fileName="context-map"
      table={table}
      vectors={() => {
        const styles = getComputedStyle(box.current!);
        return pointsMarkup(layer, (family) => styles.getPropertyValue(`--${family}`));
      }}
      tools={legend}
    >
      {head}
      <div className="map-box" ref={box} style={{ height }}>
        <PointLayer {...layer} theme={theme} />
        <svg
          ref={svg}
          width={width}
          height={height}
          role="listbox"
          tabIndex={0}
          aria-label={strings.tasks}
          aria-activedescendant={active === null ? undefined : idOf(active)}
          onPointerMove={(event) => {
            const found = find(event);
            setActive(found < 0 ? null : map.scenario[found]);
          }}
          onPointerLeave={() => setActive(null)}
          onClick={(event) => load(find(event))}
          onFocus={() =>
            setActive((was) => was ?? (middles.has(present) ? present : map.scenario[0]))
          }
          onBlur={() => setActive(null)}
          onKeyDown={(event) => {
            const direction = ARROWS[event.key];
            if (direction) {
              const from = active ?? (middles.has(present) ? present : map.scenario[0]);
              setActive(neighbourIn(middles, from, direction));
            } else if (event.key === 'Enter' && active !== null) {
              load(medoid(map, active, middles.get(active)!));
            } else return;
            event.preventDefault();
          }}
        >
          {map.explained && <MapAxes explained={map.explained} frame={frame} />}
          <Genres
            middles={middles}
            at={at}
            active={active}
            present={present}
            idOf={idOf}
            sentence={sentence}
            nameOf={nameOf}
          />
          <Labels
            map={map}
            middles={middles}
            scenarios={scenarios}
            at={at}
            frame={frame}
            isolated={isolated}
            present={present}
            point={point}
          />
          {point && (
            <OwnPoint point={point} trail={trail} at={at} frame={frame} label={strings.you} />
          )}
        </svg>
        <ZoomButtons zoomBy={zoomBy} reset={reset} isWhole={view.k === 1} />
      </div>
      <p className="figure-readout map-reading">
        {active !== null && scenarios[active] ? sentence(active) : strings.reading[map.projection]}
        {map.purity && <b> {strings.purity(map.purity.share, map.purity.chance)}</b>}
      </p>
    </Figure>
  );
});
