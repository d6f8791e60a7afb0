import { lazy, Suspense, useDeferredValue } from 'react';
import type { CellOverride, RouteOverride } from '../../protocol/vocabulary';
import { store, useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { leaveUnmodulated, overrideCell, overrideRoute } from '../../store/interventions';
import { currentVariant } from '../../store/model';
import { comparedDetail, type CurrentViews } from '../../store/adaptation';
import type { AppState } from '../../store/state';
import { useStrings } from '../../strings';
import { EmptyState } from '../common/EmptyState';
import { useSeen } from '../common/visibility';
import '../common/picture-wait.css';

const FilmView = lazy(() => import('../film-view/FilmView').then((m) => ({ default: m.FilmView })));
const RouteView = lazy(() =>
  import('../route-view/RouteView').then((m) => ({ default: m.RouteView })),
);

const NO_CELLS: readonly CellOverride[] = [];
const NO_LAYERS: readonly number[] = [];
const NO_ROUTES: readonly RouteOverride[] = [];

const setCell = (place: Omit<CellOverride, 'value'>, value: number | null) => {
  const { interventions, intervene } = store.getState();
  intervene(overrideCell(interventions, place, value));
};

const leave = (layer: number, isLeft: boolean) => {
  const { interventions, intervene } = store.getState();
  intervene(leaveUnmodulated(interventions, layer, isLeft));
};

const setRoute = (place: Omit<RouteOverride, 'weight'>, weight: number | null) => {
  const { interventions, intervene } = store.getState();
  intervene(overrideRoute(interventions, place, weight));
};

/** Title of the movie whose modulation is drawn: a moment after another one was selected, still the last. */
export const picturedTitle = (state: AppState): string => {
  const item = state.modulationViews?.detail?.item;
  return item === undefined ? '' : movieLabel(state, item).title;
};

/** Whether `modulationViews` are of another answer or movie than the page shows elsewhere. */
const isBehind = (
  { answer, selected, waiting }: AppState,
  modulationViews: CurrentViews | null,
): boolean =>
  answer?.source === 'live' &&
  (waiting ||
    modulationViews?.of !== answer ||
    modulationViews.detail?.item !== (selected ?? undefined));

function Waiting() {
  const t = useStrings().backbone;
  return (
    <div className="picture-wait" role="status">
      {t.loading}
    </div>
  );
}

/** The cells or the routes of the selected pair, with handles to override them. */
export function Modulation({ view }: { view: 'film' | 'routes' }) {
  const t = useStrings().backbone;
  const soft = useApp((s) => s.variants[s.setting].modulation === 'soft');
  // The list answers first: the picture may follow a frame later, and a new answer interrupts it.
  const modulationViews = useDeferredValue(
    useSeen((s) => (s.modulationViews?.of.setting === s.setting ? s.modulationViews : null)),
  );
  const name = useDeferredValue(useSeen(picturedTitle));
  const interventions = useSeen((s) => s.interventions);
  const pinned = useApp(comparedDetail);
  const behind = useApp((s) => isBehind(s, modulationViews));
  const choose = useApp((s) => s.chooseVariant);
  const setView = useApp((s) => s.setView);
  const orderKey = useApp((s) => JSON.stringify([currentVariant(s), s.seed]));

  if (view === 'routes' && !soft) {
    return (
      <EmptyState text={t.noRoutes} action={[t.useSoft, () => choose({ modulation: 'soft' })]} />
    );
  }
  if (view === 'film' && soft) {
    return <EmptyState text={t.noCells} action={[t.seeRoutes, () => setView('routes')]} />;
  }
  const modulation = modulationViews?.detail?.modulation;
  // Right after a variant was changed, the answer is still the former one's.
  if (!modulation || (modulation.kind === 'soft') !== soft) return <Waiting />;
  const { average } = modulationViews;
  const against = pinned && pinned.modulation.kind === modulation.kind ? pinned : null;
  return (
    <div className="pictured" data-behind={behind || undefined}>
      <Suspense fallback={<Waiting />}>
        {modulation.kind === 'soft' ? (
          <RouteView
            routes={modulation.routes}
            average={average?.kind === 'soft' ? average.routes : null}
            name={name}
            against={
              against?.modulation.kind === 'soft'
                ? { name: against.name, routes: against.modulation.routes }
                : null
            }
            overrides={interventions?.routes ?? NO_ROUTES}
            onOverride={setRoute}
          />
        ) : (
          <FilmView
            modulation={modulation}
            name={name}
            against={against}
            overrides={interventions?.cells ?? NO_CELLS}
            unmodulated={interventions?.layers ?? NO_LAYERS}
            onOverride={setCell}
            onLeave={leave}
            orderKey={orderKey}
          />
        )}
      </Suspense>
    </div>
  );
}
