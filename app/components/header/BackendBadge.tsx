import type { BackendReport } from '../../workers/protocol';
import { useApp } from '../../store';
import { useLanguage, useStrings } from '../../strings';
import { Explained } from '../common/Explained';
import { decimals, duration } from '../common/numbers';

function Tried({ report }: { report: BackendReport }) {
  const t = useStrings().header.backend;
  const language = useLanguage();
  return (
    <ul className="backend-tried">
      {report.tried.map(({ name, ok, stepMs, note }) => (
        <li key={name}>
          <b>{name}</b>{' '}
          {ok
            ? stepMs === undefined
              ? t.passed
              : t.ok(duration(stepMs, language))
            : t.failedCheck}
          {note && `: ${note}`}
        </li>
      ))}
    </ul>
  );
}

/** What the model computes on, what an edit costs, and how fast it trains. */
export function BackendBadge() {
  const t = useStrings().header.backend;
  const language = useLanguage();
  const backend = useApp((s) => s.backend);
  const trainer = useApp((s) => s.trainerBackend);
  const status = useApp((s) => s.status.adapter);
  const live = useApp((s) => s.answer?.source === 'live');
  const ms = useApp((s) => s.answer?.adaptation.cost.ms);
  const rate = useApp((s) => (s.mode === 'play' ? (s.progress?.rate ?? null) : null));
  if (!backend || status === 'failed' || status === 'restarting') {
    const key = status === 'failed' || status === 'restarting' ? status : 'starting';
    return (
      <p className="badge" role="status" data-backend="">
        {t[key]}
      </p>
    );
  }
  const reports = trainer && trainer.chosen !== backend.chosen ? [backend, trainer] : [backend];
  const help = (
    <>
      <p>{t.help}</p>
      <p>{t.chosen(backend.chosen, backend.reason)}</p>
      {trainer && trainer.chosen !== backend.chosen && <p>{t.trains(trainer.chosen)}</p>}
      {reports.map((report) => (
        <Tried key={report.chosen} report={report} />
      ))}
    </>
  );
  return (
    <Explained className="badge num" help={help}>
      <span data-backend={backend.chosen}>
        <b>{backend.chosen}</b>
        {live && ms !== undefined && ` · ${t.edit(duration(ms, language))}`}
        {rate !== null && ` · ${t.training(decimals(rate, rate < 10 ? 1 : 0, language))}`}
      </span>
    </Explained>
  );
}
