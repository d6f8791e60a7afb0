/** A trainer's handlers with what they told, for tests of runs. */
import { nextTurn } from '../../../../app/workers/host/turn';
import type { EvaluationPoint, TrainingState } from '../../../../app/protocol/trainer';
import type { Notice } from '../../../../app/protocol/wire';
import { withValidation } from '../../../../src/data/validation';
import { trainerHandlers, type TrainerContext } from '../../../../app/workers/trainer/handlers';
import { alone, dataset, SCENARIO, nothingShips } from '../model';

export type Snapshot = Extract<Notice, { type: 'snapshot' }>;

export function open(variant = SCENARIO, snapshotEvery = 0, more: Partial<TrainerContext> = {}) {
  const notices: Notice[] = [];
  const handlers = trainerHandlers({
    dataset: withValidation(dataset()),
    read: nothingShips,
    notify: (notice) => notices.push(structuredClone(notice)),
    snapshotEvery,
    settle: async () => undefined,
    start: null,
    ...more,
  });
  const of = <T extends Notice['type']>(type: T) =>
    notices.filter((n): n is Extract<Notice, { type: T }> => n.type === type);
  return {
    notices,
    progress: () => of('progress').map((notice) => notice.progress),
    losses: () =>
      of('progress')
        .map((notice) => notice.progress)
        .filter(({ phase }) => phase === null)
        .map(({ step, loss }) => [step, loss]),
    snapshots: () => of('snapshot'),
    lines: () => of('line').map(({ code }) => code),
    evaluations: () => of('evaluation').map(({ point }): EvaluationPoint => point),
    load: (seed = 3) => handlers.load({ variant, seed }, alone),
    reset: (seed: number) => handlers.reset({ seed }, alone),
    train: (mode: 'play' | 'slow' | 'step' | 'phase' | 'pause', workers?: number) =>
      handlers.train({ mode, workers }, alone),
    hyper: (learningRate: number, tasksPerStep = 2) =>
      handlers.hyperparameters({ values: { learningRate, tasksPerStep } }, alone),
    giveWay: (ms: number) => handlers.giveWay({ ms }, alone),
    state: () => handlers.state(undefined, alone),
    resume: (state: TrainingState) => handlers.resume({ state }, alone),
  };
}

export type Trainer = ReturnType<typeof open>;
let live: Trainer[] = [];
export const started = async (
  variant = SCENARIO,
  snapshotEvery?: number,
  more?: Partial<TrainerContext>,
): Promise<Trainer> => {
  const trainer = open(variant, snapshotEvery, more);
  live.push(trainer);
  await trainer.load();
  await trainer.hyper(1e-3);
  return trainer;
};

/** Pauses every trainer that was started. */
export async function pauseAll(): Promise<void> {
  for (const trainer of live) await trainer.train('pause');
  live = [];
}

/** Trains on until `steps`, and pauses. */
export async function play(
  trainer: Trainer,
  steps: number,
  meanwhile: () => Promise<unknown> = nextTurn,
): Promise<void> {
  await trainer.train('play');
  while (((await trainer.state()) as TrainingState).step < steps) {
    await meanwhile();
    await nextTurn();
  }
  await trainer.train('pause');
}

export const at = (trainer: Trainer, step: number): Snapshot =>
  trainer.snapshots().find(({ steps }) => steps === step)!;

export const newest = (trainer: Trainer): Snapshot => trainer.snapshots().at(-1)!;
