import { useState } from 'react';
import {
  Button,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { Figure, type FigureTable } from '../figure/Figure';
import { useStrings } from '../../strings';
import type { HeldRoute } from '../../workers/protocol';
import { describe, RouteGraph } from './RouteGraph';
import './route-view.css';
import { columns, difference, isHeld, links, type Link, type Routes } from './routes';

export interface RouteViewProps {
  /** Of the selected pair under the present support set. */
  routes: Routes;
  /** Averaged over the first candidates. */
  average: Routes | null;
  name: string;
  /** Routes to compare with: another genre's, another movie's. */
  against?: { name: string; routes: Routes } | null;
  held: readonly HeldRoute[];
  /** Clamps a route, or lets go of it with null. */
  onHold: (route: Omit<HeldRoute, 'weight'>, weight: number | null) => void;
}

/** Which ways the selected pair takes through the modules, and what others take (Figure 4). */
export function RouteView({ routes, average, name, against, held, onHold }: RouteViewProps) {
  const strings = useStrings().routes;
  const [active, setActive] = useState<Link | null>(null);
  const [chosen, setChosen] = useState<Omit<Link, 'weight'> | null>(null);
  const second = against
    ? { title: strings.difference(against.name), routes: difference(routes, against.routes) }
    : average && { title: strings.average, routes: average };
  const table = (): FigureTable => ({
    columns: [strings.from, strings.to, strings.weight, ...(second ? [second.title] : [])],
    rows: links(routes).map((link, k) => {
      const last = link.layer === routes.length - 1;
      return [
        `${link.layer + 1}.${link.source + 1}`,
        last ? strings.readout : `${link.layer + 2}.${link.target + 1}`,
        link.weight.toFixed(4),
        ...(second ? [links(second.routes)[k].weight.toFixed(4)] : []),
      ];
    }),
  });
  const count = columns(routes).length;
  return (
    <Figure className="route-view" label={strings.label(name)} table={table}>
      <h3>{strings.pair}</h3>
      <RouteGraph
        routes={routes}
        signed={false}
        label={strings.label(name)}
        held={held}
        active={active}
        onActive={setActive}
        onChoose={setChosen}
      />
      {second && (
        <>
          <h3>{second.title}</h3>
          <RouteGraph
            routes={second.routes}
            signed={against != null}
            label={second.title}
            held={[]}
            active={active && links(second.routes).find((link) => isSamePlace(link, active))!}
            onActive={setActive}
          />
        </>
      )}
      <p className="film-readout">{active ? describe(strings, active, count) : strings.hint}</p>
      <RouteClamp
        link={chosen && (links(routes).find((link) => isSamePlace(link, chosen)) ?? null)}
        count={count}
        held={held}
        onHold={onHold}
      />
    </Figure>
  );
}

type Place = Omit<Link, 'weight'>;

const isSamePlace = (a: Place, b: Place): boolean =>
  a.layer === b.layer && a.source === b.source && a.target === b.target;

/** Holds one route at a weight; the target's other sources share the rest. */
function RouteClamp({
  link,
  count,
  held,
  onHold,
}: Pick<RouteViewProps, 'held' | 'onHold'> & { link: Link | null; count: number }) {
  const strings = useStrings().routes;
  if (!link) return <p className="film-editor">{strings.editHint}</p>;
  const { layer, source, target } = link;
  return (
    <div className="film-editor">
      <Slider
        className="film-slider"
        minValue={0}
        maxValue={1}
        step={0.01}
        value={link.weight}
        onChange={(weight) => onHold({ layer, source, target }, weight)}
      >
        <Label>{strings.hold(describe(strings, link, count))}</Label>
        <SliderOutput />
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <Button
        className="film-release"
        isDisabled={!isHeld(held, link)}
        onPress={() => onHold({ layer, source, target }, null)}
      >
        {strings.release}
      </Button>
    </div>
  );
}
