import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { Explained } from '../common/Explained';

type Source = 'recorded' | 'live';

/** Whether the numbers beside it were computed before (`recorded`) or just now (`live`). */
export function Provenance({ source, follows }: { source: Source | null; follows?: boolean }) {
  const t = useStrings().common;
  if (!source) return null;
  return (
    <Explained
      className={`provenance provenance-${source}`}
      help={source === 'recorded' ? t.recordedHelp : t.liveHelp}
    >
      {follows ? <Following source={source} /> : <span data-source={source}>{t[source]}</span>}
    </Explained>
  );
}

/** Says of the present answer also that a newer one is on its way: all that changes with an edit. */
function Following({ source }: { source: Source }) {
  const t = useStrings().common;
  const waiting = useApp((s) => s.waiting);
  return (
    <span data-source={source} data-waiting={waiting || undefined}>
      {t[source]}
    </span>
  );
}
