import type { ReactNode } from 'react';
import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import { nameOf } from './names';
import { useRace, type RaceView } from './state';
import { tableField } from './systems';

/** Says of results that the visitor ended early that they are a part, and which part is missing. */
export function StoppedNote({ view }: { view: RaceView }) {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const setting = useApp((s) => s.setting);
  const steps = useRace((s) => s.steps);
  const heldOut = useRace((s) => s.heldOut);
  const stopped = useRace((s) => s.stopped[view]);
  if (stopped?.setting !== setting) return null;
  const { done, total, waiting } = stopped;
  const number = (n: number) => integer(n, language);
  if (total === 0) return <Note>{t.stopped.atOnce}</Note>;
  if (view === 'heldOut') {
    const asked = number(heldOut?.asked ?? 0);
    return <Note>{t.stopped.tasks(number(heldOut?.rows.length ?? 0), asked)}</Note>;
  }
  // The table's rows by name; what else was to come are points of curves.
  const table = tableField(steps);
  const missing = view === 'current' ? waiting.filter((id) => table.includes(id)) : waiting;
  const names = missing.map((id) => nameOf(t, id));
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <Note>
      {t.stopped.runs(number(done), number(total))}{' '}
      {names.length > 0 ? t.stopped.missing(list.format(names)) : t.stopped.curves}
    </Note>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p className="race-note race-stopped" role="status">
    {children}
  </p>
);
