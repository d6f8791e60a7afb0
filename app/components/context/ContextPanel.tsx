import { lazy, Suspense, useCallback, useDeferredValue, useState } from 'react';
import { store, useApp } from '../../store';
import { currentGenre } from '../../store/genre-of-films';
import { showsStranger } from '../../store/stranger';
import type { AppState } from '../../store/state';
import { engine } from '../../engine';
import { useStrings } from '../../strings';
import { Panel } from '../common/Panel';
import { Trouble } from '../common/Trouble';
import { useDark } from '../common/media';
import { useSeen } from '../common/visibility';
import { ContextSwap } from '../handles/ContextSwap';
import { Intervened } from '../handles/Intervened';
import { pointWithout } from '../support-set/left-out';
import '../common/picture-wait.css';
import './context.css';

const ContextMapView = lazy(() =>
  import('../context-map/ContextMapView').then((m) => ({ default: m.ContextMapView })),
);

const ContextVector = lazy(() =>
  import('./ContextVector').then((m) => ({ default: m.ContextVector })),
);

const NO_TRAIL: AppState['trail'] = [];

const contexts = async (points: Uint32Array) => {
  const client = await engine.client();
  return (await client.ask('mapContexts', { points })).contexts;
};

/** The second column: the context that the encoder made of the support set, among all tasks. */
export function ContextPanel() {
  const t = useStrings().context;
  return (
    <Panel
      name="context"
      title={t.title}
      symbol={{ text: t.symbol, help: t.symbolHelp }}
      badge={<Intervened what="context" />}
      sub={t.sub}
    >
      <ContextPicture />
      <Suspense>
        <ContextVector />
      </Suspense>
      <ContextSwap />
    </Panel>
  );
}

/** The map with the present point: the part of the panel that moves with each answer. */
function ContextPicture() {
  const t = useStrings().context;
  // The list answers first: the map may follow a frame later, and a new answer interrupts it.
  const map = useDeferredValue(useSeen((s) => s.map));
  const failure = useApp((s) => s.mapFailure);
  const catalogue = useApp((s) => s.catalogue);
  const point = useDeferredValue(
    useSeen((s) => (s.answer?.setting === s.setting ? s.answer.adaptation.point : null)),
  );
  // Another task's context was put in: the films led nowhere there.
  const trail = useDeferredValue(useSeen((s) => (s.contextFrom === null ? s.trail : NO_TRAIL)));
  const ghost = useSeen((s) => pointWithout(s.leftOut, s.answer, s.hoveredSupport));
  const genre = useSeen(currentGenre);
  // Ratings that were taken over of a viewer on the map, until the visitor changes them.
  const [lent, setLent] = useState<unknown>(null);
  const load = useCallback((scenario: number) => {
    const held = () => store.getState().support.user.items;
    void engine.loadTask(scenario).then(() => setLent(held()));
  }, []);
  const owner = useApp((s) =>
    showsStranger(s) ? 'stranger' : genre || s.support[s.setting].items === lent ? 'films' : 'you',
  );
  const setProjection = useApp((s) => s.setProjection);
  const theme = useDark() ? 'dark' : 'light';
  const waiting = (
    <div className="picture-wait" role="status">
      {t.loading}
    </div>
  );
  if (failure && !map) return <Trouble title={t.failed} detail={failure} />;
  if (!map || !catalogue) return waiting;
  return (
    <Suspense fallback={waiting}>
      <ContextMapView
        map={map}
        scenarios={catalogue.scenarios}
        point={point}
        trail={trail}
        ghost={ghost}
        genre={genre}
        owner={owner}
        contexts={contexts}
        onProjection={setProjection}
        onLoad={load}
        theme={theme}
      />
    </Suspense>
  );
}
