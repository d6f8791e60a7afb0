import { useId, useRef, useState, type PointerEvent } from 'react';
import { Maximize2, Minus, Plus } from 'lucide-react';
import type { Family, Scenario } from '../../../src/data/types';
import type { ContextMap } from '../../workers/protocol';
import { useStrings } from '../../strings';
import { IconButton } from '../common/IconButton';
import { Segmented } from '../common/Segmented';
import { Figure, type FigureTable } from '../figure/Figure';
import './context-map.css';
import { Legend } from './Legend';
import { PointLayer } from './PointLayer';
import {
  centroids,
  nearestPoint,
  nearestScenarios,
  neighbourIn,
  placeLabels,
  placement,
} from './projection';
import { useWidth } from './useSize';
import { useZoom } from './useZoom';

export interface ContextMapViewProps {
  map: ContextMap;
  scenarios: readonly Scenario[];
  /** The visitor's own point; null before the first answer. */
  point: readonly [number, number] | null;
  /** Where it was before, oldest first. */
  trail: readonly (readonly [number, number])[];
  /** Scenario id of the present task, or null. */
  genre: string | null;
  onProjection: (projection: ContextMap['projection']) => void;
  /** Loads a task: its scenario, by index. */
  onLoad: (scenario: number) => void;
  /** Changes when colours do. */
  theme: string;
}

const HEIGHT = 330;
const REACH = 14;
const NEAREST = 3;
const PROJECTIONS: readonly ContextMap['projection'][] = ['linear', 'umap', 'features'];
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Every task as a point, and the visitor's own among them (the paper's Figure 3, live). */
export function ContextMapView(props: ContextMapViewProps) {
  const { map, scenarios, point, trail, genre, onProjection, onLoad, theme } = props;
  const strings = useStrings().map;
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(box);
  const { view, zoomBy, reset } = useZoom(svg);
  const [isolated, setIsolated] = useState<Family | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const listId = useId();

  const frame = { width: Math.max(1, width), height: HEIGHT };
  const place = placement(map.points, frame);
  const middles = centroids(map);
  const at = ([x, y]: readonly [number, number]): [number, number] => [
    view.x + view.k * place.x(x),
    view.y + view.k * place.y(y),
  ];
  const present = scenarios.findIndex(({ id }) => id === genre);
  const named = scenarios
    .map(({ family, fold, genres, name: text }, scenario) => ({ family, fold, genres, text, scenario }))
    .filter(({ family, fold, genres, scenario }) =>
      scenario === present || (family !== 'other' && fold === 'metaTest' && genres.length === 2),
    ); // prettier-ignore
  const labels = placeLabels(
    [...named.filter((n) => n.scenario === present), ...named],
    middles,
    { x: (v) => view.x + view.k * place.x(v), y: (v) => view.y + view.k * place.y(v) },
    frame,
  );

  const find = (event: PointerEvent): number => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - left - view.x) / view.k;
    const y = (event.clientY - top - view.y) / view.k;
    return nearestPoint(map.points, place, [x, y], REACH / view.k);
  };
  const sentence = (scenario: number): string =>
    strings.task(
      scenarios[scenario].name,
      scenarios[scenario].fold === 'metaTest',
      nearestScenarios(middles, scenario, NEAREST).map((other) => scenarios[other].name),
    );
  const table = (): FigureTable => ({
    columns: [strings.genreColumn, strings.familyColumn, strings.axis(1), strings.axis(2)],
    rows: [
      ...(point ? [[strings.you, '', point[0].toFixed(3), point[1].toFixed(3)]] : []),
      ...[...middles].map(([scenario, [x, y]]) => [
        scenarios[scenario].name,
        strings.families[scenarios[scenario].family],
        x.toFixed(3),
        y.toFixed(3),
      ]),
    ],
  });

  return (
    <Figure
      className="context-map"
      label={strings.label}
      table={table}
      tools={<Legend isolated={isolated} onIsolate={setIsolated} />}
    >
      <Segmented
        look="words"
        label={strings.projection}
        segments={PROJECTIONS.map((id) => ({ id, label: strings.projections[id] }))}
        value={map.projection}
        onChange={onProjection}
      />
      <div className="map-box" ref={box} style={{ height: HEIGHT }}>
        {width > 0 && (
          <PointLayer
            map={map}
            familyOf={scenarios.map(({ family }) => family)}
            frame={frame}
            isolated={isolated}
            scenario={hovered}
            transform={view}
            theme={theme}
          />
        )}
        <svg
          ref={svg}
          width={frame.width}
          height={HEIGHT}
          role="listbox"
          tabIndex={0}
          aria-label={strings.tasks}
          aria-activedescendant={hovered === null ? undefined : `${listId}-${hovered}`}
          onPointerMove={(event) => {
            const found = find(event);
            setHovered(found < 0 ? null : map.scenario[found]);
          }}
          onPointerLeave={() => setHovered(null)}
          onClick={(event) => {
            const found = find(event as unknown as PointerEvent);
            if (found >= 0) onLoad(map.scenario[found]);
          }}
          onFocus={() => setHovered((was) => was ?? (present >= 0 ? present : map.scenario[0]))}
          onBlur={() => setHovered(null)}
          onKeyDown={(event) => {
            const direction = ARROWS[event.key];
            if (direction) {
              const from = hovered ?? Math.max(0, present);
              setHovered(neighbourIn(middles, from, direction));
            } else if (event.key === 'Enter' && hovered !== null) onLoad(hovered);
            else return;
            event.preventDefault();
          }}
        >
          {[...middles].map(([scenario, middle]) => (
            <circle
              key={scenario}
              id={`${listId}-${scenario}`}
              role="option"
              aria-selected={scenario === present}
              aria-label={sentence(scenario)}
              className={scenario === hovered ? 'map-middle is-active' : 'map-middle'}
              cx={at(middle)[0]}
              cy={at(middle)[1]}
              r={9}
            />
          ))}
          <g aria-hidden="true">
            {labels.map(({ scenario, x, y }) => (
              <text
                key={scenario}
                className={scenario === present ? 'map-label is-present' : 'map-label'}
                x={x}
                y={y}
                textAnchor="middle"
              >
                {scenarios[scenario].name}
              </text>
            ))}
          </g>
          {point && <OwnPoint point={at(point)} trail={trail.map(at)} label={strings.you} />}
        </svg>
        <div className="map-zoom">
          <IconButton label={strings.zoomIn} onPress={() => zoomBy(1.6)}>
            <Plus size={14} />
          </IconButton>
          <IconButton label={strings.zoomOut} onPress={() => zoomBy(1 / 1.6)}>
            <Minus size={14} />
          </IconButton>
          <IconButton label={strings.zoomReset} onPress={reset}>
            <Maximize2 size={13} />
          </IconButton>
        </div>
      </div>
      <p className="map-reading">
        {hovered !== null && scenarios[hovered]
          ? sentence(hovered)
          : strings.reading(map.explained)}
        {hovered === null && map.projection !== 'linear' && ` ${strings.caution[map.projection]}`}
      </p>
    </Figure>
  );
}

/** The visitor's point and the way it came; the only part that moves with an edit. */
function OwnPoint({
  point: [x, y],
  trail,
  label,
}: {
  point: readonly [number, number];
  trail: readonly (readonly [number, number])[];
  label: string;
}) {
  const way = [...trail, [x, y] as const].map((p) => p.join(',')).join(' ');
  return (
    <g className="map-own" data-x={x} data-y={y}>
      <polyline points={way} />
      {trail.map(([tx, ty], k) => (
        <circle key={k} className="map-step" cx={tx} cy={ty} r={2} />
      ))}
      <g className="map-point" style={{ transform: `translate(${x}px, ${y}px)` }}>
        <circle r={7} />
        <text x={11} y={4}>
          {label}
        </text>
      </g>
    </g>
  );
}
