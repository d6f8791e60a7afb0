import type { BackendReport } from '../../protocol/vocabulary';
import { useApp } from '../../store';
import { usualTime } from '../../store/adaptation';
import { useLanguage, useStrings } from '../../strings';
import { Explained } from '../common/Explained';
import { Interpolate } from '../common/Interpolate';
import { decimals, duration } from '../common/numbers';
import { noticeText } from '../notice/text';
import { OFFLINE_READY } from './OfflineMark';
import { allTries } from './tries';

function Tried({ tried }: { tried: BackendReport['tried'] }) {
  const t = useStrings().header.backend;
  const language = useLanguage();
  return (
    <ul className="backend-tried">
      {tried.map(({ name, ok, stepMs, note }) => (
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
  const strings = useStrings();
  const t = strings.header.backend;
  const language = useLanguage();
  const backend = useApp((s) => s.backend);
  const trainer = useApp((s) => s.trainerBackend);
  const status = useApp((s) => s.status.adapter);
  const offline = useApp((s) => s.notices.some(({ code }) => code === OFFLINE_READY));
  const failure = useApp((s) => s.failure);
  const live = useApp((s) => s.answer?.source === 'live');
  const ms = useApp(usualTime);
  const rate = useApp((s) => (s.mode === 'play' ? (s.progress?.rate ?? null) : null));
  if (failure && (!backend || status === 'failed')) {
    return (
      <Explained className="badge" help={noticeText(strings, failure.code, failure.detail)}>
        <span data-backend="">{t.failed}</span>
      </Explained>
    );
  }
  if (!backend || status === 'failed' || status === 'restarting') {
    const key = status === 'failed' || status === 'restarting' ? status : 'starting';
    return (
      <p className="badge" role="status" data-backend="">
        {t[key]}
      </p>
    );
  }
  const reports = trainer ? [backend, trainer] : [backend];
  const help = (
    <>
      <p>{t.help}</p>
      {offline && <p>{strings.notices[OFFLINE_READY]}</p>}
      <p>{t.chosen(backend.chosen, backend.reason)}</p>
      {trainer && trainer.chosen !== backend.chosen && <p>{t.trains(trainer.chosen)}</p>}
      {reports.some(({ arithmetic }) => arithmetic === 'wasm-relaxed') && <p>{t.relaxed}</p>}
      {reports.some(({ arithmetic }) => arithmetic === 'wasm-simd') && <p>{t.simd}</p>}
      <Tried tried={allTries(backend, trainer)} />
    </>
  );
  return (
    <Explained className="badge num" help={help}>
      <span data-backend={backend.chosen} translate="no">
        <b>{backend.chosen}</b>
        {live && ms !== null && (
          <>
            {' · '}
            <Interpolate
              text={t.edit('{time}')}
              values={{ time: <span className="edit-time">{duration(ms, language)}</span> }}
            />
          </>
        )}
        {rate !== null && ` · ${t.training(decimals(rate, rate < 10 ? 1 : 0, language))}`}
      </span>
    </Explained>
  );
}
