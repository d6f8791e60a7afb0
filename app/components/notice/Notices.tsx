import { Info, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useApp } from '../../store';
import { engine } from '../../engine';
import type { PageNotice } from '../../store/notices';
import { useStrings } from '../../strings';
import { IconButton } from '../common/IconButton';
import { OFFLINE_READY } from '../header/OfflineMark';
import { noticeText } from './text';
import './notices.css';

/** Good news goes by itself; what went wrong stays until it is read, as does what offers a way back. */
const INFO_MS = 7000;

/** What was left at the last visit is on the page. */
const RESUMED = 'resumed';

function Line({ notice }: { notice: PageNotice }) {
  const t = useStrings();
  const dismiss = useApp((s) => s.dismiss);
  const { id, level, code, detail } = notice;
  useEffect(() => {
    if (level !== 'info' || code === RESUMED) return;
    const timer = setTimeout(() => dismiss(id), INFO_MS);
    return () => clearTimeout(timer);
  }, [id, level, code, dismiss]);
  const Icon = level === 'info' ? Info : TriangleAlert;
  return (
    <li className={`notice notice-${level}`} data-code={code}>
      <Icon size={16} aria-hidden />
      <span>{noticeText(t, code, detail)}</span>
      {code === RESUMED && (
        <Button className="notice-action" onPress={() => void engine.startAfresh()}>
          {t.noticeLabels.afresh}
        </Button>
      )}
      <IconButton label={t.common.dismiss} onPress={() => dismiss(id)}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

/** Lines for the visitor, at the foot of the window; nothing on the page moves for them. */
export function Notices() {
  const t = useStrings().noticeLabels;
  const notices = useApp((s) => s.notices);
  // The header says this one, where there is a header.
  const hasHeader = useApp((s) => !s.embed && !s.hidden.includes('header'));
  const shown = notices.filter(({ code }) => code !== OFFLINE_READY || !hasHeader);
  return (
    <section className="notices" aria-label={t.region} aria-live="polite">
      <ul>
        {shown.map((notice) => (
          <Line key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}
