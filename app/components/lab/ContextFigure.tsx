import { useState } from 'react';
import type { Family, Scenario } from '../../../src/data/types';
import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import type { ClusterFigure, ClusterMap } from '../../protocol/figures';
import { decimals, percent as inPercent } from '../common/numbers';
import '../common/picture-wait.css';
import '../context-map/context-map.css';
import { FAMILIES } from '../context-map/families';
import { Legend } from '../context-map/Legend';
import { centroids } from '../context-map/projection';
import { Figure, type FigureTable } from '../figure/Figure';
import { fixed } from '../figure/numbers';
import { ClusterMapView } from './ClusterMapView';
import { DrawingBar } from './DrawingBar';
import { SizePicker, type Size } from './SizePicker';
import { useDrawing } from './useDrawing';

const MAPS = ['context', 'features'] as const;
/** The four of the paper; its eight genres have no others. */
const DRAWN = FAMILIES.filter((family) => family !== 'other');

/** The paper's Figure 3: do contexts of alike genres lie together, and more than plain features? */
export function ContextFigure() {
  const t = useLazyStrings().lab.figures;
  const setting = useApp((s) => s.setting);
  const scenarios = useApp((s) => s.catalogue?.scenarios);
  const [size, setSize] = useState<Size>('20');
  const drawing = useDrawing(size, (ask, { variant, seed, flat }) =>
    ask('clusterFigure', { cmml: { kind: 'cmml', variant, seed, flat }, size: Number(size) }),
  );
  const figure = drawing.drawn?.figure;
  return (
    <>
      <p className="lab-note">{t.contexts.reading[setting]}</p>
      <DrawingBar drawing={drawing}>
        <SizePicker value={size} onChange={setSize} />
      </DrawingBar>
      {figure?.maps && scenarios ? (
        <Clusters scenario={figure.scenario} maps={figure.maps} scenarios={scenarios} />
      ) : (
        <div className="picture-wait">{figure ? t.contexts.none : t.waiting}</div>
      )}
    </>
  );
}

interface ClustersProps {
  scenario: Uint16Array;
  maps: NonNullable<ClusterFigure['maps']>;
  scenarios: readonly Scenario[];
}

function Clusters({ scenario, maps, scenarios }: ClustersProps) {
  const t = useLazyStrings().lab.figures;
  const [isolated, setIsolated] = useState<Family | null>(null);
  const words = useClusterWords();
  return (
    <Figure
      className="lab-clusters"
      label={t.contexts.title}
      fileName="figure-3-contexts"
      table={() => tableOf({ scenario, maps, scenarios }, words)}
      tools={<Legend families={DRAWN} isolated={isolated} onIsolate={setIsolated} />}
    >
      <div className="lab-maps">
        {MAPS.map((id) => (
          <section key={id} data-map={id}>
            <h3 data-caption>{t.contexts.maps[id]}</h3>
            <p className="lab-measure" data-caption>
              {words.silhouette(maps[id])}
            </p>
            <p className="lab-measure" data-caption>
              {words.purity(maps[id])}
            </p>
            <ClusterMapView
              map={maps[id]}
              scenario={scenario}
              scenarios={scenarios}
              isolated={isolated}
              label={`${t.contexts.maps[id]}. ${words.silhouette(maps[id])} ${words.purity(maps[id])}`}
            />
          </section>
        ))}
      </div>
    </Figure>
  );
}

type Words = ReturnType<typeof useClusterWords>;

/** How well a map clusters, in words with numbers. */
function useClusterWords() {
  const t = useLazyStrings().lab.figures.contexts;
  const families = useLazyStrings().map.families;
  const language = useLanguage();
  const two = (value: number) => decimals(value, 2, language);
  const percent = (value: number) => inPercent(value, language);
  return {
    t,
    families,
    two,
    percent,
    silhouette: ({ silhouette: { genre, family } }: ClusterMap) =>
      t.silhouette(two(genre), two(family)),
    purity: ({ purity: { genre, family } }: ClusterMap) =>
      t.purity(percent(genre), percent(family)),
  };
}

/** Measures first, then where each genre's dots lie on average. */
function tableOf(
  { scenario, maps, scenarios }: ClustersProps,
  { t, families, two, percent }: Words,
): FigureTable {
  const both = (of: (map: ClusterMap) => string) => MAPS.map((id) => of(maps[id]));
  const middles = MAPS.map((id) => centroids({ points: maps[id].points, scenario }));
  const { rows } = t;
  return {
    columns: [t.measure, ...MAPS.map((id) => t.maps[id])],
    rows: [
      [rows.silhouetteGenre, ...both(({ silhouette }) => two(silhouette.genre))],
      [rows.silhouetteFamily, ...both(({ silhouette }) => two(silhouette.family))],
      [rows.purityGenre, ...both(({ purity }) => percent(purity.genre))],
      [rows.purityFamily, ...both(({ purity }) => percent(purity.family))],
      [rows.variance, ...both(({ explained: [x, y] }) => percent(x + y))],
      ...[...middles[0].keys()].map((index) => [
        rows.middle(scenarios[index].name, families[scenarios[index].family]),
        ...middles.map((middle) => {
          const [x, y] = middle.get(index)!;
          return `${fixed(x, 2)}; ${fixed(y, 2)}`;
        }),
      ]),
    ],
  };
}
