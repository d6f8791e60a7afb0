import { memo, useCallback, useId, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { Family, Scenario } from '../../../src/data/types';
import type { ContextMap } from '../../protocol/adapter';
import { useLazyStrings, type LazyStrings } from '../../strings/lazy';
import { Segmented } from '../common/Segmented';
import { Figure, type FigureTable } from '../figure/Figure';
import { fixed } from '../figure/numbers';
import { useWidth } from '../figure/useWidth';
import './context-map.css';
import { colouring } from './domains';
import { Genres } from './Genres';
import { Labels } from './Labels';
import { labelsUnder, pinnedLabels } from './labels';
import { Legend } from './Legend';
import { MapAxes } from './MapAxes';
import { OwnPoint, ownMarks } from './OwnPoint';
import { PointLayer, familyInks, pointsMarkup } from './PointLayer';
import {
  centroids,
  nearestPoint,
  nearestScenarios,
  neighbourIn,
  placement,
  through,
  within,
  type XY,
} from './projection';
import { usersOf } from './users';
import { useZoom } from './useZoom';
import { ZoomButtons } from './ZoomButtons';

export interface ContextMapViewProps {
  map: ContextMap;
  /** The data's; a map of users makes its own of them. */
  scenarios: readonly Scenario[];
  /** The visitor's own point; null before the first answer. */
  point: XY | null;
  /** Where it was before, oldest first. */
  trail: readonly XY[];
  /** Where it would be without the support movie that is pointed at; null: none is. */
  ghost: XY | null;
  /** Scenario id of the present task, or null. */
  genre: string | null;
  /** Whose films the point is of: the visitor's, a stranger's, or some that nobody chose here. */
  owner: keyof LazyStrings['map']['own'];
  /** Contexts `[points, P]` of points of the map. */
  contexts: (points: Uint32Array) => Promise<Float32Array>;
  onProjection: (projection: ContextMap['projection']) => void;
  /** Loads a scenario, by index. */
  onLoad: (scenario: number) => void;
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
  const { map, point, trail, ghost, genre, owner, onProjection, onLoad, theme } = props;
  const strings = useLazyStrings().map;
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

  const ofUsers = map.heldOut !== null;
  const words = ofUsers ? strings.users : strings.genres;
  const { scenarios, families, names } = useMemo(
    () => colouring(map.heldOut ? usersOf(map.heldOut, strings.users.name) : props.scenarios),
    [props.scenarios, map.heldOut, strings],
  );
  const familyOf = useMemo(() => scenarios.map(({ family }) => family), [scenarios]);
  const place = useMemo(() => placement(map.points, frame), [map, frame]);
  const at = useMemo(() => through(place, view), [place, view]);
  const middles = useMemo(() => centroids(map), [map]);
  const labels = useMemo(
    () => pinnedLabels({ map, middles, scenarios, at, frame, isolated }),
    [map, middles, scenarios, at, frame, isolated],
  );
  // Far from all others a point is shown at the edge; so is the way to it.
  const trailAt = useMemo(() => through(within(place, frame), view), [place, frame, view]);
  const marked = useMemo(
    () => ({ own: strings.own[owner], ghost: strings.ghost }),
    [strings, owner],
  );
  const marks = useMemo(
    () => point && ownMarks({ point, ghost, at, trailAt, frame, labels, words: marked }),
    [point, ghost, at, trailAt, frame, labels, marked],
  );
  const under = useMemo(() => {
    const names = marks ? [marks.you, ...(marks.ghost ? [marks.ghost.name] : [])] : [];
    return labelsUnder(
      labels,
      names.map(({ box }) => box),
    );
  }, [labels, marks]);
  const current = scenarios.findIndex(({ id }) => id === genre);
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
  const table = (): FigureTable => ({
    columns: [
      words.column,
      map.purity ? strings.domainColumn : strings.familyColumn,
      strings.axis(1),
      strings.axis(2),
    ],
    rows: [
      ...(point ? [[marked.own, '', fixed(point[0], 3), fixed(point[1], 3)]] : []),
      ...[...middles].map(([scenario, [x, y]]) => [
        scenarios[scenario].name,
        names?.[familyOf[scenario]] ?? strings.families[familyOf[scenario]],
        fixed(x, 3),
        fixed(y, 3),
      ]),
    ],
  });
  /** The points in view, of the legend's chosen group where one is chosen. */
  const points = async (format: 'csv' | 'json'): Promise<string> => {
    const code = await import('./selection');
    const isChosen = (scenario: number) => isolated === null || familyOf[scenario] === isolated;
    const chosen = code.pointsInView(map, trailAt, frame, isChosen);
    const contexts = await props.contexts(chosen);
    const selection = code.selectionOf(map, chosen, contexts, (scenario) => ({
      task: scenarios[scenario].name,
      group: names?.[familyOf[scenario]] ?? strings.families[familyOf[scenario]],
    }));
    return format === 'csv' ? code.selectionCsv(selection) : code.selectionJson(selection);
  };
  const layer = { map, scenarios, frame, place, view, isolated, scenario: active };

  return (
    <Figure
      className="context-map"
      label={strings.label}
      fileName="context-map"
      table={table}
      points={points}
      vectors={() => pointsMarkup(layer, familyInks(box.current!))}
      tools={legend}
    >
      {head}
      <div className="map-box" ref={box} style={{ height }}>
        <PointLayer {...layer} theme={theme} />
        <svg
          translate="no"
          ref={svg}
          width={width}
          height={height}
          role="listbox"
          tabIndex={0}
          aria-label={words.tasks}
          aria-activedescendant={active === null ? undefined : idOf(active)}
          onPointerMove={(event) => {
            const found = find(event);
            setActive(found < 0 ? null : map.scenario[found]);
          }}
          onPointerLeave={() => setActive(null)}
          onClick={(event) => {
            const found = find(event);
            if (found >= 0) onLoad(map.scenario[found]);
          }}
          onFocus={() =>
            setActive((was) => was ?? (middles.has(current) ? current : map.scenario[0]))
          }
          onBlur={() => setActive(null)}
          onKeyDown={(event) => {
            const direction = ARROWS[event.key];
            if (direction) {
              const from = active ?? (middles.has(current) ? current : map.scenario[0]);
              setActive(neighbourIn(middles, from, direction));
            } else if (event.key === 'Enter' && active !== null) {
              onLoad(active);
            } else return;
            event.preventDefault();
          }}
        >
          {map.explained && <MapAxes explained={map.explained} frame={frame} />}
          <Genres
            middles={middles}
            at={at}
            active={active}
            current={current}
            idOf={idOf}
            sentence={sentence}
            nameOf={nameOf}
          />
          <Labels labels={labels} current={current} under={under} />
          {point && marks && (
            <OwnPoint point={point} trail={trail} trailAt={trailAt} marks={marks} words={marked} />
          )}
        </svg>
        <ZoomButtons zoomBy={zoomBy} reset={reset} isWhole={view.k === 1} />
      </div>
      <p className="figure-readout map-reading">
        {active !== null && scenarios[active] ? sentence(active) : words.reading[map.projection]}
        {map.purity && <b> {strings.purity(map.purity.share, map.purity.chance)}</b>}
      </p>
    </Figure>
  );
});
