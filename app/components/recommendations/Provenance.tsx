import { useStrings } from '../../strings';
import { Explained } from '../common/Explained';

/** Whether the numbers beside it were computed before (`recorded`) or just now (`live`). */
export function Provenance({
  source,
  waiting,
}: {
  source: 'recorded' | 'live' | null;
  waiting: boolean;
}) {
  const t = useStrings().common;
  if (!source) return null;
  return (
    <Explained
      className={`provenance provenance-${source}`}
      help={source === 'recorded' ? t.recordedHelp : t.liveHelp}
    >
      <span data-source={source} data-waiting={waiting || undefined}>
        {t[source]}
      </span>
    </Explained>
  );
}
