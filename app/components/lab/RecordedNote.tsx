import { extent, max } from 'd3-array';
import type { LabRow } from '../../protocol/lab';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import type { RecordedState } from './useRecorded';

/** How the recorded figures were made, or why there are none. */
export function RecordedNote({
  recorded,
  rows,
}: {
  /** `elsewhere`: the page is about other data than what was recorded. */
  recorded: RecordedState | 'elsewhere';
  /** Those that the table shows. */
  rows: readonly LabRow[];
}) {
  const strings = useLazyStrings().lab;
  const language = useLanguage();
  if (recorded === 'missing') {
    return (
      <p className="lab-note" role="alert">
        {strings.noRecorded}
      </p>
    );
  }
  if (recorded === 'loading') return <p className="lab-note">{strings.loading}</p>;
  if (recorded === 'elsewhere') return <p className="lab-note">{strings.otherData}</p>;
  const trained = rows.filter(({ steps }) => steps > 0);
  const range = ([low, high]: [number, number] | [undefined, undefined]) =>
    low === undefined || low === high
      ? integer(low ?? 0, language)
      : `${integer(low, language)}–${integer(high, language)}`;
  const steps = range(extent(trained, (row) => row.steps));
  const systems = [...new Set(rows.map(({ system }) => system))];
  const seeds = range(
    extent(systems, (system) => rows.filter((row) => row.system === system).length),
  );
  const commits = [...new Set(rows.map(({ commit }) => String(commit)))].sort();
  const latest = max(rows, ({ date }) => String(date));
  return (
    <p className="lab-note">
      {trained.length > 0 && strings.recordedWith(seeds, steps)}{' '}
      {latest && strings.recordedHow(commits.join(', '), latest)}
    </p>
  );
}
