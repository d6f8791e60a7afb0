import { useMemo, useState } from 'react';
import { PICTURE_SCENARIOS } from '../../../src/data/scenarios';
import type { Catalogue } from '../../store/catalogue';
import { movieLabel } from '../../store/catalogue';
import type { Variant } from '../../protocol/vocabulary';
import { currentData } from '../../engine/current-data';
import { BUNDLED_DATA } from '../../storage/names';
import { store, useApp } from '../../store';
import { useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { EmptyState } from '../common/EmptyState';
import '../common/picture-wait.css';
import { Choice } from '../common/Choice';
import { DrawingBar } from './DrawingBar';
import { SizePicker, type Size } from './SizePicker';
import { TwoRoutes } from './TwoRoutes';
import { useDrawing } from './useDrawing';

/** Ships with the page: drawn where the page's own model has no routes. */
const SHIPPED_SOFT: Variant = {
  setting: 'scenario',
  encoder: 'mean',
  hybrid: 'dot',
  modulation: 'soft',
};

/** Of the most rated movies, so many are offered for the pair. */
const OFFERED = 40;

/** The paper's Figure 4, or the way to the modulation that has routes. */
export function RouteFigure() {
  const t = useLazyStrings().lab.figures;
  const back = useStrings().backbone;
  const hasRoutes = useApp((s) => s.variants[s.setting].modulation === 'soft');
  const choose = useApp((s) => s.chooseVariant);
  const catalogue = useApp((s) => s.catalogue);
  const genres = useMemo(() => catalogue && genresOf(catalogue), [catalogue]);
  // Another data set has no shipped model with routes to show instead.
  if (!hasRoutes && currentData() !== BUNDLED_DATA) {
    const toSoft = () => choose({ modulation: 'soft' });
    return <EmptyState text={t.routes.needsSoft} action={[back.useSoft, toSoft]} />;
  }
  if (!catalogue || !genres) return <div className="picture-wait">{t.waiting}</div>;
  if (genres.length < 2) return <div className="picture-wait">{t.routes.none}</div>;
  return <Routes catalogue={catalogue} genres={genres} />;
}

/** Held-out genres by name: the two tasks of the figure. */
function genresOf({ scenarios }: Catalogue) {
  return scenarios
    .filter(({ fold }) => fold === 'metaTest')
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

type Genres = ReturnType<typeof genresOf>;

/** Two of the paper's genres that have little in common, or whatever the data has. */
function usualGenres(genres: Genres): [string, string] {
  const has = (id: string) => genres.some((genre) => genre.id === id);
  const [horror, , , , romance] = PICTURE_SCENARIOS;
  if (has(horror) && has(romance)) return [horror, romance];
  return [genres[0].id, genres.at(-1)!.id];
}

function Routes({ catalogue, genres }: { catalogue: Catalogue; genres: Genres }) {
  const t = useLazyStrings().lab.figures;
  const hasRoutes = useApp((s) => s.variants[s.setting].modulation === 'soft');
  const [pair, setPair] = useState(() => usualGenres(genres));
  const [item, setItem] = useState(() => {
    const { selected, selectedByVisitor } = store.getState();
    return selectedByVisitor && selected !== null ? selected : 0;
  });
  const [size, setSize] = useState<Size>('20');
  const indexOf = (id: string) => catalogue.scenarios.findIndex((scenario) => scenario.id === id);
  const nameOf = (id: string) => catalogue.scenarioOfId.get(id)!.name;
  const drawing = useDrawing(
    JSON.stringify([pair, item, size]),
    async (ask, { variant, seed, flat: own }) => {
      const hasRoutes = variant.modulation === 'soft';
      const flat = hasRoutes ? own : null;
      return {
        pair,
        routes: await ask('routeFigure', {
          cmml: { kind: 'cmml', variant: hasRoutes ? variant : SHIPPED_SOFT, seed, flat },
          scenarios: [indexOf(pair[0]), indexOf(pair[1])],
          item,
          size: Number(size),
        }),
      };
    },
  );
  const figure = drawing.drawn?.figure;
  const titleOf = (movie: number) => {
    const { title, year } = movieLabel({ catalogue, recordedTitles: new Map() }, movie);
    return year === null ? title : `${title} (${year})`;
  };
  const offered = Array.from({ length: Math.min(OFFERED, catalogue.movies.count) }, (_, k) => k);
  const movies = (offered.includes(item) ? offered : [item, ...offered]).map((movie) => ({
    id: String(movie),
    name: titleOf(movie),
  }));
  return (
    <>
      <p className="lab-note">
        {t.routes.reading}
        {!hasRoutes && ` ${t.routes.shippedSoft}`}
      </p>
      <DrawingBar drawing={drawing} borrowed={!hasRoutes}>
        <Choice
          className="lab-choice"
          label={t.routes.first}
          options={genres}
          value={pair[0]}
          onChange={(id) => setPair([id, pair[1]])}
        />
        <Choice
          className="lab-choice"
          label={t.routes.second}
          options={genres}
          value={pair[1]}
          onChange={(id) => setPair([pair[0], id])}
        />
        <Choice
          className="lab-choice"
          label={t.routes.movie}
          options={movies}
          value={String(item)}
          onChange={(id) => setItem(Number(id))}
        />
        <SizePicker value={size} onChange={setSize} />
      </DrawingBar>
      {figure ? (
        <TwoRoutes
          figure={figure.routes}
          names={[nameOf(figure.pair[0]), nameOf(figure.pair[1])]}
          titleOf={titleOf}
        />
      ) : (
        <div className="picture-wait">{t.waiting}</div>
      )}
    </>
  );
}
