import type { TrainingPhase } from '../../workers/protocol';
import { useApp } from '../../store';
import { useStrings } from '../../strings';

const PHASES: readonly TrainingPhase[] = [
  'sample',
  'encode',
  'modulate',
  'predict',
  'loss',
  'update',
];

/** The phases of one training step, in order; the one at work is lit. */
export function Phases() {
  const t = useStrings().training;
  const mode = useApp((s) => s.mode);
  const phase = useApp((s) => s.progress?.phase ?? null);
  const tasks = useApp((s) => s.progress?.tasks);
  const catalogue = useApp((s) => s.catalogue);
  // At full speed a step is over before a light would be seen.
  const lit = mode === 'play' ? null : phase;
  const nameOf = (id: string) =>
    id.startsWith('user:')
      ? t.userTask(id.slice('user:'.length))
      : (catalogue?.scenarioOfId.get(id)?.name ?? id.replaceAll('&', ' & '));
  const names = tasks?.map(nameOf);
  return (
    <div className="phases">
      <ol aria-label={t.phasesLabel}>
        {PHASES.map((name) => (
          <li
            key={name}
            data-phase={name}
            data-lit={name === lit || undefined}
            aria-current={name === lit ? 'step' : undefined}
          >
            {t.phases[name]}
          </li>
        ))}
      </ol>
      <p className="phase-tasks">{lit && names ? t.tasks(names.join(' · ')) : ' '}</p>
    </div>
  );
}
