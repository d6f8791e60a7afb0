import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import { Panel } from '../common/Panel';
import { Segmented } from '../common/Segmented';
import { CostRace } from './CostRace';
import { HeldOutRace } from './HeldOutRace';
import { CurrentRace } from './CurrentRace';
import { setView, useRace } from './state';
import './race.css';
import './race-charts.css';

/** Who adapts best, and at what price: on the visitor's support set, and on held-out tasks. */
export default function RacePanel() {
  const t = useLazyStrings().race;
  const setting = useApp((s) => s.setting);
  const view = useRace((s) => s.view);
  return (
    <Panel
      name="race"
      title={t.title}
      symbol={{ text: t.symbol, help: t.symbolHelp }}
      sub={t.sub[setting]}
      actions={
        <Segmented
          look="words"
          label={t.views}
          segments={(['current', 'heldOut', 'cost'] as const).map((id) => ({ id, label: t[id] }))}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'current' && <CurrentRace />}
      {view === 'heldOut' && <HeldOutRace />}
      {view === 'cost' && <CostRace />}
      <Footing />
    </Panel>
  );
}

/** How the baselines were trained, and on what everybody ran. */
function Footing() {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const setting = useApp((s) => s.setting);
  const raceTasks = useRace((s) => s.raceTasks[setting]);
  const backend = useRace((s) => s.backend);
  if (!raceTasks) return null;
  const names = { dcn: `${t.systems.dcn.name} (DCN)`, melu: t.figure.melu, s2meta: t.onFromMelu };
  const baselines = (['dcn', 'melu', 's2meta'] as const).flatMap((kind) => {
    const baseline = raceTasks.baselines[kind];
    if (!baseline) return [];
    const { steps, date } = baseline.provenance;
    return [t.provenance(names[kind], integer(steps, language), date.slice(0, 10))];
  });
  return (
    <p className="race-fine">
      {backend && t.onBackend(backend)}{' '}
      {baselines.length > 0 ? `${t.trainedAs} ${baselines.join(' · ')}.` : t.noBaselines}
    </p>
  );
}
