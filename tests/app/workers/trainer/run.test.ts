import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { useBackend } from '../../../../scripts/lib/backend';
import { joinRows, thirds } from '../../../../app/workers/trainer/moments';
import { nextTurn } from '../../../../app/workers/host/turn';
import type {
  EvaluationPoint,
  TrainingProgress,
  TrainingState,
} from '../../../../app/protocol/trainer';
import type { Notice } from '../../../../app/protocol/wire';
import { Trainer as ModelTrainer } from '../../../../src/model/training/trainer';
import { withValidation } from '../../../../src/data/validation';
import { trainerHandlers } from '../../../../app/workers/trainer/handlers';
import { arithmetic } from '../../../../src/model/kernels/arithmetic';
import { exportWeights, importWeights } from '../../../../app/workers/adapter/weights';
import type { AdapterModel } from '../../../../app/workers/adapter/adapter-model';
import { setUpModel } from '../../../../app/workers/model/model-setup';
import { Throttle } from '../../../../app/workers/trainer/pace';
import { alone, dataset, GENRE, NEWCOMER, nothingShips } from '../model';

type Snapshot = Extract<Notice, { type: 'snapshot' }>;

beforeAll(() => useBackend('wasm'));

function open(variant = GENRE, snapshotEvery = 0) {
  const notices: Notice[] = [];
  const handlers = trainerHandlers({
    dataset: withValidation(dataset()),
    read: nothingShips,
    notify: (notice) => notices.push(structuredClone(notice)),
    snapshotEvery,
    settle: async () => undefined,
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
    train: (mode: 'play' | 'slow' | 'step' | 'phase' | 'pause') => handlers.train({ mode }, alone),
    hyper: (learningRate: number, tasksPerStep = 2) =>
      handlers.hyperparameters({ values: { learningRate, tasksPerStep } }, alone),
    giveWay: (ms: number) => handlers.giveWay({ ms }, alone),
    state: () => handlers.state(undefined, alone),
    resume: (state: TrainingState) => handlers.resume({ state }, alone),
  };
}

type Trainer = ReturnType<typeof open>;
let live: Trainer[] = [];
const started = async (variant = GENRE, snapshotEvery?: number): Promise<Trainer> => {
  const trainer = open(variant, snapshotEvery);
  live.push(trainer);
  await trainer.load();
  await trainer.hyper(1e-3);
  return trainer;
};

afterEach(async () => {
  for (const trainer of live) await trainer.train('pause');
  live = [];
});

async function play(
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

const at = (trainer: Trainer, step: number): Snapshot =>
  trainer.snapshots().find(({ steps }) => steps === step)!;

const newest = (trainer: Trainer): Snapshot => trainer.snapshots().at(-1)!;

describe('a training run', () => {
  it('gives the same curve and parameters for the same seed, bit for bit', async () => {
    const trainer = await started();
    await trainer.reset(7);
    await play(trainer, 15);
    const curve = trainer.losses().slice(0, 3);
    const at15 = trainer.snapshots().find(({ steps }) => steps === 15)!;
    trainer.notices.length = 0;
    await trainer.reset(7);
    await play(trainer, 15);
    expect(curve.map(([step]) => step)).toEqual([5, 10, 15]);
    expect(trainer.losses().slice(0, 3)).toEqual(curve);
    expect(trainer.snapshots().find(({ steps }) => steps === 15)!.flat).toEqual(at15.flat);
    trainer.notices.length = 0;
    await trainer.reset(8);
    await play(trainer, 15);
    expect(trainer.losses().slice(0, 3)).not.toEqual(curve);
  });

  it('says at which step it was paused, with the loss of the steps since the last reading', async () => {
    const trainer = await started();
    // Between two readings of the loss, which are five steps apart.
    let step = 0;
    while (step % 5 === 0) {
      await play(trainer, step + 2);
      ({ step } = (await trainer.state()) as TrainingState);
    }
    expect(trainer.progress().at(-1)!.step).toBe(step);
    expect(trainer.progress().at(-1)!.loss).toBeGreaterThan(0);
    expect(newest(trainer).steps).toBe(step);
    await trainer.train('step');
    expect(trainer.progress().at(-1)!.step).toBe(step + 1);
  });

  it('goes on after a reload as if it had never stopped, bit for bit', async () => {
    const first = await started();
    await first.reset(7);
    await first.hyper(3e-3);
    await play(first, 5);
    const training = (await first.state()) as TrainingState;
    const blueprint = await setUpModel(dataset(), GENRE, 7, nothingShips);
    const trainedBy = arithmetic();
    const about = { note: '', seed: 7, date: '', data: 'tiny', training, arithmetic: trainedBy };
    // What the autosave keeps, and nothing else.
    const { file } = await exportWeights(blueprint, {} as AdapterModel, about);
    const { variant, steps: step, flat, optimiser, ...rest } = await importWeights(file);
    expect(rest.arithmetic).toBe(trainedBy);
    const kept = { variant, step, flat, seed: 7, values: training.values };
    await play(first, 25);
    // The mean over five steps that follow on the reload.
    const losses = (trainer: Trainer) =>
      trainer.losses().filter(([at]) => at >= step + 5 && at <= 25);
    expect(losses(first).length).toBeGreaterThan(0);

    const { first: firstMoment, second: secondMoment, tasksSeen } = optimiser!;
    const second = await started();
    await second.resume({ ...kept, tasksSeen, firstMoment, secondMoment });
    await play(second, 25);
    expect(losses(second)).toEqual(losses(first));
    expect(at(second, 25).flat).toEqual(at(first, 25).flat);

    const estimated = await started();
    await estimated.resume({ ...kept, tasksSeen, firstMoment: null, secondMoment: null });
    await play(estimated, 25);
    expect(at(estimated, 25).flat).not.toEqual(at(first, 25).flat);
  });

  it('rests while it gives way, and goes on', async () => {
    const trainer = await started();
    const step = async () => ((await trainer.state()) as TrainingState).step;
    await trainer.train('play');
    while ((await step()) < 2) await nextTurn();
    await trainer.giveWay(300);
    const before = await step();
    await new Promise((resolve) => setTimeout(resolve, 100));
    // The step that was under way is finished.
    expect((await step()) - before).toBeLessThanOrEqual(1);
    while ((await step()) < before + 3) await nextTurn();
  });

  it('takes its steps in pieces while edits are recent, to the same parameters', async () => {
    const runs = [];
    for (const edited of [false, true]) {
      const trainer = await started();
      await trainer.hyper(1e-3, 8);
      await trainer.reset(7);
      const pieces = vi.spyOn(ModelTrainer.prototype, 'stepInPieces');
      await play(trainer, 2, async () => edited && trainer.giveWay(0));
      runs.push({ pieces: pieces.mock.calls.length, flat: at(trainer, 1).flat });
      pieces.mockRestore();
    }
    const [whole, pieced] = runs;
    // After one step: in the second a pair may cross the margin of the hinge in one run and not in the other.
    expect(whole.pieces).toBe(0);
    expect(pieced.pieces).toBeGreaterThanOrEqual(2);
    const apart = whole.flat.map((v, i) => Math.abs(v - pieced.flat[i]));
    // On average: Adam makes a whole step of a gradient that is nothing but rounding.
    expect(apart.reduce((a, b) => a + b, 0) / apart.length).toBeLessThan(1e-7);
  });

  it('takes the same steps at every speed', async () => {
    const trainer = await started();
    await trainer.reset(7);
    await play(trainer, 5);
    const at = new Map(trainer.snapshots().map((s) => [s.steps, s.flat]));
    trainer.notices.length = 0;
    await trainer.reset(7);
    await trainer.train('step');
    await trainer.train('step');
    for (let phase = 0; phase < 6; phase++) await trainer.train('phase');
    expect(newest(trainer).steps).toBe(3);
    expect(newest(trainer).flat).toEqual(at.get(3));
  });

  it('lights the phases one by one, and parameters change at the last', async () => {
    const trainer = await started();
    const before = ((await trainer.state()) as TrainingState).flat;
    const phases: (string | null)[] = [];
    for (let k = 0; k < 6; k++) {
      await trainer.train('phase');
      const now = trainer.progress().at(-1)!;
      phases.push(now.phase);
      expect(now.tasks).toHaveLength(2);
      const { flat } = (await trainer.state()) as TrainingState;
      if (k < 5) expect(flat).toEqual(before);
      else expect(flat).not.toEqual(before);
    }
    expect(phases).toEqual(['sample', 'encode', 'modulate', 'predict', 'loss', 'update']);
    expect(trainer.notices.filter(({ type }) => type === 'mode')).toHaveLength(6);
  });

  it('finishes a half-done step when it goes on playing', async () => {
    const trainer = await started();
    for (let k = 0; k < 3; k++) await trainer.train('phase');
    await play(trainer, 5);
    const steps = trainer.progress().map(({ step }: TrainingProgress) => step);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('measures the held-out metric at the start and every hundred steps', async () => {
    const trainer = await started();
    await play(trainer, 101);
    expect(trainer.evaluations().map(({ step }) => step)).toEqual([0, 100]);
    for (const { metric, value } of trainer.evaluations()) {
      expect(metric).toBe('recall@20');
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it('trains the rating setting and measures its error in stars', async () => {
    const trainer = await started(NEWCOMER);
    await play(trainer, 5);
    expect(trainer.evaluations()[0]).toMatchObject({ step: 0, metric: 'mae' });
    expect(trainer.losses()[0][1]).toBeGreaterThan(0);
  });

  it('moves to another worker without losing a step', async () => {
    const trainer = await started();
    await trainer.reset(7);
    await play(trainer, 10);
    const state = (await trainer.state()) as TrainingState;
    const target = state.step + 5;
    await play(trainer, target);
    const here = ((await trainer.state()) as TrainingState).flat;
    const there = await started();
    await there.resume(structuredClone(state));
    while (((await there.state()) as TrainingState).step < newest(trainer).steps) {
      await there.train('step');
    }
    expect(((await there.state()) as TrainingState).flat).toEqual(here);
  });

  it('goes on without a jump where the moments are not known', async () => {
    const trainer = await started();
    await trainer.reset(7);
    await play(trainer, 60);
    const state = (await trainer.state()) as TrainingState;
    const next = async (resumed: TrainingState) => {
      await trainer.resume(structuredClone(resumed));
      await trainer.train('step');
      const { flat } = (await trainer.state()) as TrainingState;
      return Math.sqrt(flat.reduce((sum, value, k) => sum + (value - state.flat[k]) ** 2, 0));
    };
    const known = await next(state);
    const estimated = await next({ ...state, firstMoment: null, secondMoment: null });
    const zeros = new Float32Array(state.flat.length);
    const late = { ...state, step: 20_000 };
    const burst = await next({ ...late, firstMoment: zeros, secondMoment: zeros });
    expect(estimated).toBeLessThan(2.5 * known);
    expect(burst).toBeGreaterThan(2.5 * known);
  });

  it('stops at not-a-number and never sends such parameters', async () => {
    const trainer = await started();
    await trainer.train('step');
    const state = (await trainer.state()) as TrainingState;
    const sent = trainer.snapshots().length;
    await trainer.resume({ ...state, flat: state.flat.map((v, k) => (k === 5 ? NaN : v)) });
    await trainer.train('play');
    for (let k = 0; k < 400 && trainer.lines().length === 0; k++) await nextTurn();
    expect(trainer.lines()).toContain('not-a-number');
    expect(trainer.notices.at(-1)).toMatchObject({ type: 'line' });
    expect(trainer.snapshots()).toHaveLength(sent);
    await trainer.resume(state);
    await trainer.train('step');
    expect(newest(trainer).flat.every(Number.isFinite)).toBe(true);
  });

  it('leaves no tensor behind', async () => {
    const trainer = await started();
    await play(trainer, 5);
    const before = tf.memory().numTensors;
    await play(trainer, 20);
    await trainer.train('phase');
    await trainer.reset(4);
    await play(trainer, 5);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuses a state of another model', async () => {
    const trainer = await started();
    const state = (await trainer.state()) as TrainingState;
    await expect(trainer.resume({ ...state, flat: new Float32Array(4) })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('snapshots', () => {
  it('come at most so often', async () => {
    const trainer = await started(GENRE, 100);
    const from = performance.now();
    await play(trainer, 40);
    const seconds = (performance.now() - from) / 1000;
    // One more when the run starts, one when it pauses.
    expect(trainer.snapshots().length).toBeLessThanOrEqual(10 * seconds + 3);
    expect(trainer.snapshots().filter(({ moments }) => moments).length).toBeLessThanOrEqual(
      seconds / 2 + 1,
    );
  });

  it('hold the same parameters with moments and without', async () => {
    const trainer = await started();
    for (let step = 0; step < 3; step++) await trainer.train('step');
    const { flat } = await trainer.state();
    const { moments, flat: sent } = newest(trainer);
    expect(moments).toBeUndefined();
    expect(sent).toEqual(flat);
    expect(sent.buffer.byteLength).toBe(flat.byteLength);
    expect(trainer.snapshots().some((each) => each.moments)).toBe(true);
  });

  it('are let through by the clock alone', () => {
    let now = 0;
    const throttle = new Throttle(100, () => now);
    const through: number[] = [];
    for (now = 0; now <= 1000; now += 7) if (throttle.due()) through.push(now);
    expect(through).toHaveLength(10);
    for (let k = 1; k < through.length; k++) {
      expect(through[k] - through[k - 1]).toBeGreaterThanOrEqual(100);
    }
  });
});

describe('moments', () => {
  it('lie behind the parameters', () => {
    const rows = joinRows(Float32Array.of(1, 2), Float32Array.of(3, 4), Float32Array.of(5, 6));
    expect([...rows]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(thirds(rows).map((row) => [...row])).toEqual([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
    expect([...joinRows(Float32Array.of(1), null, null)]).toEqual([1, 0, 0]);
  });
});
