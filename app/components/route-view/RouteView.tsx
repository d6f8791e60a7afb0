import { memo, useState } from 'react';
import { Segmented } from '../common/Segmented';
import { Figure, type FigureTable } from '../figure/Figure';
import { OverrideSlider } from '../figure/OverrideSlider';
import { fixed, signed } from '../figure/numbers';
import { useLazyStrings } from '../../strings/lazy';
import type { RouteOverride } from '../../protocol/vocabulary';
import { RouteGraph } from './RouteGraph';
import { RouteLegend } from './RouteLegend';
import './route-view.css';
import {
  columns,
  difference,
  entropies,
  isOverridden,
  isSamePlace,
  links,
  moduleName,
  weightAt,
  type Place,
  type Routes,
} from './routes';

export interface RouteViewProps {
  /** Of the selected pair under the present support set. */
  routes: Routes;
  /** Averaged over the first candidates. */
  average: Routes | null;
  name: string;
  /** Routes to compare with: another genre's, another movie's. */
  against?: { name: string; routes: Routes } | null;
  overrides: readonly RouteOverride[];
  /** Overrides the weight of a route, or releases it with null. */
  onOverride: (route: Omit<RouteOverride, 'weight'>, weight: number | null) => void;
}

type Comparison = 'beside' | 'difference';
interface Graph {
  title: string;
  routes: Routes;
  isDifference: boolean;
  /** The present pair's own: its routes can be overridden. */
  isOwn: boolean;
}

/** A place that the routes have; another model may have fewer modules than the one it is from. */
const within = (routes: Routes, place: Place | null): Place | null =>
  place && links(routes).some((link) => isSamePlace(link, place)) ? place : null;

/** Which ways the selected pair takes through the modules, and what others take (Figure 4). */
export const RouteView = memo(function RouteView(props: RouteViewProps) {
  const { routes, average, name, against, overrides, onOverride } = props;
  const strings = useLazyStrings().routes;
  const [comparison, setComparison] = useState<Comparison>('beside');
  const [activePlace, setActive] = useState<Place | null>(null);
  const [chosenPlace, setChosen] = useState<Place | null>(null);
  const active = within(routes, activePlace);
  const chosen = within(routes, chosenPlace);
  const counts = columns(routes);
  const second = against ?? (average && { name: strings.average, routes: average });
  const own: Graph = { title: strings.pair(name), routes, isDifference: false, isOwn: true };
  const other: Graph[] = second
    ? [{ title: second.name, routes: second.routes, isDifference: false, isOwn: false }]
    : [];
  const graphs: Graph[] =
    against && comparison === 'difference'
      ? [
          own,
          {
            title: strings.difference(against.name),
            routes: difference(routes, against.routes),
            isDifference: true,
            isOwn: false,
          },
        ]
      : [own, ...other];

  const link = (place: Place): string =>
    strings.link(
      moduleName(counts, place.layer, place.source, strings.readout),
      moduleName(counts, place.layer + 1, place.target, strings.readout),
    );
  const sentence = (place: Place): string => {
    const weight = fixed(weightAt(routes, place), 3);
    if (!second) return strings.weighs(link(place), weight);
    const there = weightAt(second.routes, place);
    const gap = signed(weightAt(routes, place) - there, 3);
    return strings.weighsAgainst(link(place), weight, second.name, fixed(there, 3), gap);
  };
  const table = (): FigureTable => ({
    columns: [
      strings.from,
      strings.to,
      strings.weight,
      strings.entropy,
      ...(against ? [against.name, strings.differenceColumn] : []),
      ...(average ? [strings.average] : []),
    ],
    rows: links(routes).map((place) => [
      moduleName(counts, place.layer, place.source, strings.readout),
      moduleName(counts, place.layer + 1, place.target, strings.readout),
      fixed(place.weight, 4),
      fixed(entropies(routes[place.layer])[place.target], 3),
      ...(against
        ? [
            fixed(weightAt(against.routes, place), 4),
            signed(place.weight - weightAt(against.routes, place), 4),
          ]
        : []),
      ...(average ? [fixed(weightAt(average, place), 4)] : []),
    ]),
  });

  return (
    <Figure
      className="route-view"
      label={strings.label(name)}
      fileName="routes"
      table={table}
      tools={
        <>
          <RouteLegend />
          {against && (
            <Segmented
              look="words"
              label={strings.comparison}
              segments={[
                { id: 'beside', label: strings.beside },
                { id: 'difference', label: strings.differenceColumn },
              ]}
              value={comparison}
              onChange={setComparison}
            />
          )}
        </>
      }
    >
      <div className="route-graphs">
        {graphs.map((graph) => (
          <section key={graph.isOwn ? 'own' : 'other'}>
            <h3 data-caption>{graph.title}</h3>
            <RouteGraph
              routes={graph.routes}
              isDifference={graph.isDifference}
              label={graph.title}
              sentence={sentence}
              overrides={graph.isOwn ? overrides : []}
              active={active}
              chosen={graph.isOwn ? chosen : null}
              onActive={setActive}
              onChoose={setChosen}
            />
          </section>
        ))}
      </div>
      <p className="figure-readout">{active ? sentence(active) : strings.hint}</p>
      {chosen ? (
        <OverrideSlider
          label={strings.override(link(chosen))}
          range={[0, 1]}
          value={weightAt(routes, chosen)}
          isOverridden={isOverridden(overrides, chosen)}
          release={strings.release}
          onOverride={(weight) =>
            onOverride(
              { layer: chosen.layer, source: chosen.source, target: chosen.target },
              weight,
            )
          }
        />
      ) : (
        <p className="figure-editor is-hint">{strings.editHint}</p>
      )}
    </Figure>
  );
});
