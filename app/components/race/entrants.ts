/** Who runs, by id: `dcn`, `melu-5`, `s2meta`, `cmml`. */
import type { Entrant } from '../../workers/protocol';
import type { PresentModel } from './racer';

/** The most inner steps that MeLU takes here. */
export const MOST_STEPS = 20;
/** MeLU's steps in meta-training, where its slider starts. */
export const USUAL_STEPS = 5;
/** Steps of the paper's Figure 2. */
export const FIGURE_STEPS = [1, 5, 10, 20] as const;

export type EntrantId = 'dcn' | `melu-${number}` | 's2meta' | 'cmml';

export const meluId = (steps: number): EntrantId => `melu-${steps}`;

export const allSteps = Array.from({ length: MOST_STEPS + 1 }, (_, steps) => steps);

/** Everybody, those of the table first, so that it fills before the curves do. */
export const presentField = (steps: number): EntrantId[] => {
  const table = tableField(steps);
  return [...table, ...allSteps.map(meluId).filter((id) => !table.includes(id))];
};

/** The rows of the table. */
export const tableField = (steps: number): EntrantId[] => ['dcn', meluId(steps), 's2meta', 'cmml'];

/** Who runs over held-out tasks. */
export const HELD_OUT_FIELD: EntrantId[] = [
  'dcn',
  'melu-0',
  'melu-1',
  'melu-5',
  'melu-20',
  's2meta',
  'cmml',
];

export const TRAINING_FIELD: EntrantId[] = [...FIGURE_STEPS.map(meluId), 's2meta', 'cmml'];

/** Inner steps in an id, or null. */
export function stepsOf(id: EntrantId): number | null {
  return id.startsWith('melu-') ? Number(id.slice('melu-'.length)) : null;
}

export function entrantOf(
  id: EntrantId,
  { variant, seed, flat }: Pick<PresentModel, 'variant' | 'seed' | 'flat'>,
): Entrant {
  const steps = stepsOf(id);
  if (steps !== null) return { kind: 'melu', steps };
  return id === 'cmml' ? { kind: 'cmml', variant, seed, flat } : { kind: id as 'dcn' | 's2meta' };
}
