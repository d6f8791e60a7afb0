import { useApp } from '../../store';
import { useStrings } from '../../strings';

export const OFFLINE_READY = 'offline-ready';

/** That the page works without a network: in the header's free middle, so that it covers nothing. */
export function OfflineMark() {
  const t = useStrings();
  const isReady = useApp((s) => s.notices.some(({ code }) => code === OFFLINE_READY));
  return (
    <div className="header-space" role="status">
      {isReady && (
        <span className="offline-mark" data-code={OFFLINE_READY} title={t.notices[OFFLINE_READY]}>
          {t.header.offline}
        </span>
      )}
    </div>
  );
}
