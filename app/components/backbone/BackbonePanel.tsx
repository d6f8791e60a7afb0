import { lazy, Suspense } from 'react';
import { ToggleButton } from 'react-aria-components';
import { store, useApp } from '../../store';
import { comparedDetail } from '../../store/adaptation';
import { movieLabel } from '../../store/catalogue';
import { currentGenre } from '../../store/genre-of-films';
import { isUntrained } from '../../store/model';
import type { BackboneView } from '../../store/selection';
import { useStrings } from '../../strings';
import { Interpolate } from '../common/Interpolate';
import { Panel } from '../common/Panel';
import { useSeen } from '../common/visibility';
import { Intervened } from '../handles/Intervened';
import { Segmented } from '../common/Segmented';
import { Skeleton } from '../common/Skeleton';
import './backbone.css';
import { Modulation, picturedTitle } from './Modulation';
import { hasPanel, Slot } from '../shell/Slot';
import { isPlain } from './plain';

const Untrained = lazy(() => import('./Untrained').then((m) => ({ default: m.Untrained })));

/** Puts the present modulation aside; the next ones are then shown as a difference from it. */
function PinModulation() {
  const t = useStrings().backbone;
  const title = useSeen(picturedTitle);
  const genre = useApp((s) => s.catalogue?.scenarioOfId.get(currentGenre(s) ?? '')?.name);
  const kind = useApp((s) => s.modulationViews?.detail?.modulation.kind ?? 'none');
  const pinned = useApp(comparedDetail);
  const pin = useApp((s) => s.pinDetail);
  return (
    <ToggleButton
      className="button small-button"
      isSelected={pinned !== null}
      isDisabled={kind === 'none'}
      onChange={(on) => pin(on ? (genre ? `${title}, ${genre}` : title) : null)}
    >
      {pinned ? t.unpin : t.pin}
    </ToggleButton>
  );
}

/** The third column: what the context does to the network, for the selected movie. */
export function BackbonePanel() {
  const t = useStrings().backbone;
  const modulation = useApp((s) => s.variants[s.setting].modulation);
  const selected = useApp((s) => s.selected);
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  const view = useApp((s) => s.view);
  const plain = useApp(isPlain);
  const untrained = useApp(isUntrained);
  const isEmpty = useApp((s) => s.support[s.setting].items.length === 0);
  const setView = useApp((s) => s.setView);
  const chooseVariant = useApp((s) => s.chooseVariant);
  // The view that is chosen is not empty: where no run would be lost, the model follows it.
  const choose = (next: BackboneView) => {
    setView(next);
    const { progress, model } = store.getState();
    if (progress !== null || (model?.steps ?? 0) > 0) return;
    if (next === 'routes' && modulation !== 'soft') chooseVariant({ modulation: 'soft' });
    if (next === 'film' && modulation === 'soft') chooseVariant({ modulation: 'film' });
  };
  const views: { id: BackboneView; label: string }[] = [
    { id: 'film', label: modulation === 'film' ? t.film : t.cells },
    { id: 'routes', label: t.routes },
    ...(hasPanel('explain') ? [{ id: 'explain' as const, label: t.explain }] : []),
  ];
  const title = selected === null ? '' : movieLabel({ catalogue, recordedTitles }, selected).title;
  return (
    <Panel
      name="backbone"
      title={t.title}
      symbol={{ text: t.symbols[modulation], help: t.symbolHelp[modulation] }}
      badge={<Intervened />}
      sub={
        title ? (
          <Interpolate
            text={plain ? t.subPlain : isEmpty ? t.subEmpty : t.sub}
            values={{ movie: <b>{title}</b> }}
          />
        ) : (
          t.subNone
        )
      }
      actions={
        <Segmented look="words" label={t.views} segments={views} value={view} onChange={choose} />
      }
    >
      <Suspense>{untrained && <Untrained />}</Suspense>
      {view === 'explain' ? (
        <Slot name="explain" waiting={<Skeleton rows={12} label={t.loading} />} />
      ) : (
        <Modulation view={view} />
      )}
      <div className="backbone-foot">{view !== 'explain' && <PinModulation />}</div>
    </Panel>
  );
}
