/** The systems of the race, by id: `dcn`, `melu-5`, `s2meta`, `s2meta-5`, `cmml`. */
import type { RaceSystem } from '../../protocol/race';
import type { CurrentModel } from './racer';

/** The most inner steps that MeLU takes here. */
export const MOST_STEPS = 20;
/** MeLU's steps in meta-training, where its slider starts. */
export const USUAL_STEPS = 5;
/** Steps of the paper's Figure 2. */
export const FIGURE_STEPS = [1, 5, 10, 20] as const;

/** `s2meta` stops when its controller says so; `s2meta-5` is what five of its steps cost. */
export type SystemId = 'dcn' | `melu-${number}` | 's2meta' | `s2meta-${number}` | 'cmml';
type Kind = RaceSystem['kind'];

export const meluId = (steps: number): SystemId => `melu-${steps}`;
export const s2metaId = (steps: number): SystemId => `s2meta-${steps}`;

export const allSteps = Array.from({ length: MOST_STEPS + 1 }, (_, steps) => steps);

/** Everybody, those of the table first, so that it fills before the curves do. */
export const currentField = (steps: number): SystemId[] => {
  const table = tableField(steps);
  return [
    ...table,
    ...allSteps.map(meluId).filter((id) => !table.includes(id)),
    ...FIGURE_STEPS.map(s2metaId),
  ];
};

/** The rows of the table. */
export const tableField = (steps: number): SystemId[] => ['dcn', meluId(steps), 's2meta', 'cmml'];

/** Who runs over held-out tasks. */
export const HELD_OUT_FIELD: SystemId[] = [
  'dcn',
  'melu-0',
  'melu-1',
  'melu-5',
  'melu-20',
  's2meta',
  'cmml',
];

/**
 * Who meta-trains, and the rows of Table 1. s2Meta with as many steps as it was trained with: more do
 * not fit, because the way back needs every controller's every step.
 */
export const TRAINING_FIELD: SystemId[] = [...FIGURE_STEPS.map(meluId), 's2meta', 'cmml'];

export const kindOf = (id: SystemId): Kind => id.split('-')[0] as Kind;

/** Inner steps in an id, or null. */
export function stepsOf(id: SystemId): number | null {
  const [, steps] = id.split('-');
  return steps === undefined ? null : Number(steps);
}

export function systemOf(
  id: SystemId,
  { variant, seed, flat }: Pick<CurrentModel, 'variant' | 'seed' | 'flat'>,
): RaceSystem {
  const kind = kindOf(id);
  const steps = stepsOf(id) ?? undefined;
  switch (kind) {
    case 'cmml':
      return { kind, variant, seed, flat };
    case 'melu':
      return { kind, steps: steps ?? USUAL_STEPS };
    case 's2meta':
      return { kind, steps };
    case 'dcn':
      return { kind };
  }
}
