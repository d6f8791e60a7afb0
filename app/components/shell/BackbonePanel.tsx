import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import type { BackboneView } from '../../store/selection';
import { useStrings } from '../../strings';
import { Fill } from '../common/Fill';
import { Panel } from '../common/Panel';
import { Segmented } from '../common/Segmented';
import { Skeleton } from '../common/Skeleton';
import { hasPanel, Slot } from './Slot';

/** The third column: what the context does to the network, for the selected movie. */
export function BackbonePanel() {
  const t = useStrings().backbone;
  const modulation = useApp((s) => s.variants[s.setting].modulation);
  const selected = useApp((s) => s.selected);
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  const view = useApp((s) => s.view);
  const setView = useApp((s) => s.setView);
  const views: { id: BackboneView; label: string }[] = [
    { id: 'film', label: modulation === 'film' ? t.film : t.cells },
    { id: 'routes', label: t.routes },
    ...(hasPanel('explain') ? [{ id: 'explain' as const, label: t.explain }] : []),
  ];
  const title =
    selected === null ? null : movieLabel({ catalogue, recordedTitles }, selected).title;
  return (
    <Panel
      name="backbone"
      title={t.title}
      symbol={{ text: t.symbols[modulation], help: t.symbolHelp[modulation] }}
      sub={title ? <Fill text={t.sub} values={{ movie: <b>{title}</b> }} /> : t.subNone}
      actions={
        <Segmented look="words" label={t.views} segments={views} value={view} onChange={setView} />
      }
    >
      {view === 'explain' ? (
        <Slot name="explain" waiting={<Skeleton rows={12} label={t.loading} />} />
      ) : (
        <Skeleton rows={12} label={t.loading} />
      )}
    </Panel>
  );
}
