import { useState } from 'react';
import type { RouteFigure } from '../../protocol/figures';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { decimals, integer } from '../common/numbers';
import { Figure, type FigureTable } from '../figure/Figure';
import { fixed, signed } from '../figure/numbers';
import { RouteGraph } from '../route-view/RouteGraph';
import { RouteLegend } from '../route-view/RouteLegend';
import '../route-view/route-view.css';
import {
  columns,
  difference,
  links,
  moduleName,
  weightAt,
  type Place,
  type Routes,
} from '../route-view/routes';

interface TwoRoutesProps {
  figure: RouteFigure;
  names: [string, string];
  titleOf: (item: number) => string;
}

const KINDS = ['pair', 'average'] as const;

/** One pair's routes under two support sets and their difference; below, those of many movies. */
export function TwoRoutes({ figure, names, titleOf }: TwoRoutesProps) {
  const t = useLazyStrings().lab.figures.routes;
  const strings = useLazyStrings().routes;
  const language = useLanguage();
  const [active, setActive] = useState<Place | null>(null);
  const { tasks, between, within, draws, averaged } = figure;
  const movie = titleOf(figure.item);
  const counts = columns(tasks[0].pair);
  const linkOf = ({ layer, source, target }: Place): string =>
    strings.link(
      moduleName(counts, layer, source, strings.readout),
      moduleName(counts, layer + 1, target, strings.readout),
    );
  const sentenceOf = (kind: (typeof KINDS)[number]) => (place: Place) => {
    const [ours, theirs] = tasks.map((task) => weightAt(task[kind], place));
    const gap = signed(ours - theirs, 3);
    const [first, second] = names;
    return `${rows[kind]}: ${strings.weighsAgainst(`${linkOf(place)}, ${first}`, fixed(ours, 3), second, fixed(theirs, 3), gap)}`;
  };
  const rows = { pair: t.pair(movie), average: t.average(integer(averaged, language)) };
  const list = (values: readonly number[]) =>
    values.map((value) => decimals(value, 2, language)).join(' · ');
  const graphs = (kind: (typeof KINDS)[number]): { title: string; routes: Routes }[] => {
    const [ours, theirs] = tasks.map((task) => task[kind]);
    return [
      { title: names[0], routes: ours },
      { title: names[1], routes: theirs },
      { title: strings.differenceColumn, routes: difference(ours, theirs) },
    ];
  };
  const table = (): FigureTable => ({
    columns: [
      strings.from,
      strings.to,
      ...KINDS.flatMap((kind) => [
        ...names.map((name) => t.column(name, t.kinds[kind])),
        t.column(strings.differenceColumn, t.kinds[kind]),
      ]),
    ],
    rows: links(tasks[0].pair).map((place) => [
      moduleName(counts, place.layer, place.source, strings.readout),
      moduleName(counts, place.layer + 1, place.target, strings.readout),
      ...KINDS.flatMap((kind) => {
        const [ours, theirs] = tasks.map((task) => weightAt(task[kind], place));
        return [fixed(ours, 4), fixed(theirs, 4), signed(ours - theirs, 4)];
      }),
    ]),
  });
  return (
    <>
      <Figure
        className="route-view lab-routes"
        label={t.title(movie, ...names)}
        fileName="figure-4-routes"
        table={table}
        tools={<RouteLegend />}
      >
        {KINDS.map((kind) => (
          <section key={kind} data-routes={kind}>
            <h3 data-caption>{rows[kind]}</h3>
            <div className="lab-route-row">
              {graphs(kind).map(({ title, routes }, k) => (
                <div key={k}>
                  <p className="lab-measure" data-caption>
                    {title}
                  </p>
                  <RouteGraph
                    routes={routes}
                    isDifference={k === 2}
                    label={`${rows[kind]}: ${title}`}
                    sentence={sentenceOf(kind)}
                    overrides={[]}
                    active={active}
                    chosen={null}
                    onActive={setActive}
                    onChoose={setActive}
                  />
                </div>
              ))}
            </div>
          </section>
        ))}
        <p className="figure-readout">
          {active
            ? `${sentenceOf('pair')(active)}. ${sentenceOf('average')(active)}.`
            : strings.hint}
        </p>
        <p className="lab-measure" data-caption>
          {t.between(list(between))}
        </p>
        <p className="lab-measure" data-caption>
          {t.within(list(within), integer(draws, language))}
        </p>
      </Figure>
      <details className="lab-supports">
        <summary>{t.supports}</summary>
        {tasks.map(({ support }, k) => (
          <p key={k}>
            <b>{names[k]}</b>: {support.map(({ item }) => titleOf(item)).join('; ')}.
          </p>
        ))}
      </details>
    </>
  );
}
