import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { useBackend } from '../../../../scripts/lib/backend';
import { nextTurn } from '../../../../app/workers/host/turn';
import type { TrainingProgress, TrainingState } from '../../../../app/protocol/trainer';
import { Trainer as ModelTrainer } from '../../../../src/model/training/trainer';
import { arithmetic } from '../../../../src/model/kernels/arithmetic';
import { exportWeights, importWeights } from '../../../../app/workers/adapter/weights';
import type { AdapterModel } from '../../../../app/workers/adapter/adapter-model';
import { setUpModel } from '../../../../app/workers/model/model-setup';
import { dataset, SCENARIO, USER, nothingShips } from '../model';

import { at, newest, pauseAll, play, started, type Trainer } from './running';

beforeAll(() => useBackend('wasm'));
afterEach(pauseAll);

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
    const setup = await setUpModel(dataset(), SCENARIO, 7, nothingShips);
    const trainedBy = arithmetic();
    const about = {
      note: '',
      seed: 7,
      date: '',
      data: 'tiny',
      training,
      asLoaded: false,
      arithmetic: trainedBy,
    };
    // What the autosave keeps, and nothing else.
    const { file } = await exportWeights(setup, {} as AdapterModel, about);
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
    const trainer = await started(USER);
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
