import { useEffect } from 'react';
import type { Part } from '../../lessons/lesson';
import type { TrainingPhase } from '../../protocol/trainer';
import { useApp } from '../../store';
import { useLazyStrings } from '../../strings/lazy';

const PHASES: readonly TrainingPhase[] = [
  'sample',
  'encode',
  'modulate',
  'predict',
  'loss',
  'update',
];

/** Where in the picture a phase happens; the update changes whatever has parameters. */
const PLACES: Record<TrainingPhase, readonly Part[]> = {
  sample: ['support'],
  encode: ['context'],
  modulate: ['modulation'],
  predict: ['recommendations'],
  loss: ['recommendations'],
  update: ['context', 'modulation'],
};

/** Lights the panels of a phase (`light.css`). */
function usePhaseLight(phase: TrainingPhase | null): void {
  useEffect(() => {
    if (!phase) return;
    const { dataset } = document.documentElement;
    dataset.phasePart = PLACES[phase].join(' ');
    return () => {
      delete dataset.phasePart;
    };
  }, [phase]);
}

/** The phases of one training step, in order; the one at work is lit, here and in the picture. */
export function Phases() {
  const t = useLazyStrings().training;
  const mode = useApp((s) => s.mode);
  const phase = useApp((s) => s.progress?.phase ?? null);
  const tasks = useApp((s) => s.progress?.tasks);
  const catalogue = useApp((s) => s.catalogue);
  // At full speed a step is over before a highlight could be seen.
  const lit = mode === 'play' ? null : phase;
  usePhaseLight(lit);
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
