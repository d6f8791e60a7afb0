/**
 * A training run: the loop of `src/model/training` at four speeds, in slices that let messages in.
 *
 * Play and slow run by themselves; step and phase move once and pause. Whatever the speed,
 * the steps and their losses are the same for the same seed, as long as nobody edits: after an edit steps
 * are taken in pieces, whose gradients add up to the same but for rounding.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { DataParallel } from '../../../src/model/training/data-parallel';
import type { Trainer } from '../../../src/model/training/trainer';
import { inTime } from '../backend/timeout';
import { isOutOfMemory, WorkerFailure } from '../../protocol/failure';
import { nextTurn } from '../host/turn';
import { take } from '../model/reads';
import type { TrainingMode, TrainingPhase } from '../../protocol/trainer';
import type { Variant } from '../../protocol/vocabulary';
import type { Notice } from '../../protocol/wire';
import { calming, RateMeter, Throttle } from './pace';
import { thirds } from './moments';

/** The loss is read every so many steps while playing: their mean is one point of the curve. */
const LOSS_EVERY = 5;
/** While the visitor edits, messages come in between pieces of so many tasks of a meta-batch. */
const MICRO_BATCH = 2;
/** So long after an edit the next one is expected, in ms. */
const RECENT_MS = 1000;
/** Held-out evaluation every so many steps. */
export const EVALUATE_EVERY = 100;
/** Least ms between two snapshots with Adam's moments, which make them three times as large. */
const MOMENTS_EVERY_MS = 2000;
/** Pause between two steps of slow motion, and between its phases, in ms. */
const SLOW_PHASE_MS = 180;

const PHASES: readonly TrainingPhase[] = [
  'sample', 'encode', 'modulate', 'predict', 'loss', 'update',
]; // prettier-ignore

type Snapshot = Extract<Notice, { type: 'snapshot' }>;

export interface RunOptions {
  variant: Variant;
  trainer: Trainer;
  notify: (notice: Notice) => void;
  /** Held-out metric of the present parameters; lets messages in between tasks. */
  evaluate: (yieldToMessages: () => Promise<void>) => Promise<{ metric: string; value: number }>;
  /** Least ms between two snapshots, at first. */
  snapshotEvery: number;
  /** Waits until the device has few steps in flight (`device.ts`). */
  settle: () => Promise<void>;
  /** Milliseconds that only ever grow. */
  now?: () => number;
}

export class Run {
  mode: TrainingMode = 'pause';
  /** Shares the steps among workers; null: the trainer takes them alone. */
  parallel: DataParallel | null = null;
  private loop: Promise<void> | null = null;
  private losses: tf.Scalar[] = [];
  private phase = -1;
  private halfStep: Generator<void, tf.Scalar> | null = null;
  private lastLoss = NaN;
  private readonly snapshots: Throttle;
  private readonly momentSnapshots: Throttle;
  private readonly rate: RateMeter;
  private closed = false;
  /** Until then the loop rests, and until then it takes small steps: edits are recent. */
  private resumesAt = 0;
  private smallUntil = 0;
  private readonly now: () => number;

  constructor(private readonly options: RunOptions) {
    const now = options.now ?? (() => performance.now());
    this.now = now;
    this.snapshots = new Throttle(options.snapshotEvery, now, calming);
    this.momentSnapshots = new Throttle(MOMENTS_EVERY_MS, now);
    this.rate = new RateMeter(now);
  }

  /** Changes the speed; resolves once a single step or phase is done, at once for the others. */
  async setMode(mode: TrainingMode): Promise<void> {
    this.mode = mode;
    if (mode === 'play' || mode === 'slow') {
      this.loop ??= this.keepGoing();
      return;
    }
    await this.loop;
    if (mode === 'step') await this.once(() => this.finishStep());
    if (mode === 'phase') await this.once(() => this.movePhase());
    if (mode === 'pause') await this.tellRest();
  }

  /** An edit: leaves the processor to others for `ms`, from the end of the present piece of work on. */
  giveWay(ms: number): void {
    const now = this.now();
    this.resumesAt = Math.max(this.resumesAt, now + ms);
    this.smallUntil = now + RECENT_MS;
  }

  /** Present parameters and optimiser state; any half-done step is completed first. */
  async rest(): Promise<void> {
    await this.setMode('pause');
    if (this.halfStep) await this.finishStep();
  }

  /** Tells where it came to rest: the steps since the last reading of the loss, and the parameters. */
  private async tellRest(): Promise<void> {
    if (this.closed) return;
    try {
      if (this.losses.length > 0) await this.readLosses();
      await this.snapshot();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Sends the parameters now, whatever the throttle says; now and then with Adam's moments. */
  async snapshot(): Promise<void> {
    if (this.closed) return; // the page has other parameters by now
    const { trainer, variant, notify } = this.options;
    const { steps, tasksSeen } = trainer;
    const { flat, moments } = await inTime(this.read(this.momentSnapshots.due()), 'snapshot');
    const all = moments ? [flat, moments.first, moments.second] : [flat];
    if (!all.every(isFinite)) return this.stopDiverged();
    notify({ type: 'snapshot', variant, steps, tasksSeen, loss: this.lastLoss, flat, moments });
  }

  /** Moments are read only where they are sent: what is read is thrown away some times a second. */
  private async read(withMoments: boolean): Promise<Pick<Snapshot, 'flat' | 'moments'>> {
    const { trainer } = this.options;
    if (!withMoments) return { flat: await trainer.flat() };
    const [flat, first, second] = thirds((await trainer.state()).rows);
    return { flat, moments: { first, second } };
  }

  /** Measures the held-out metric and tells it. */
  async evaluate(yieldToMessages = () => this.turn()): Promise<void> {
    const { trainer, evaluate, notify } = this.options;
    const { steps: step, tasksSeen } = trainer;
    const { metric, value } = await evaluate(yieldToMessages);
    if (Number.isFinite(value)) {
      notify({ type: 'evaluation', point: { step, tasksSeen, metric, value } });
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.rest();
    tf.dispose(this.losses);
    this.options.trainer.dispose();
  }

  private async keepGoing(): Promise<void> {
    try {
      if (this.options.trainer.steps === 0) await this.evaluate();
      while (this.mode === 'play' || this.mode === 'slow') {
        if (this.mode === 'slow') await this.slowStep();
        else await this.playStep();
        await this.turn();
      }
    } catch (error) {
      this.fail(error);
    } finally {
      this.loop = null;
    }
  }

  /** Lets messages in, and rests while training gives way. */
  private async turn(): Promise<void> {
    await nextTurn();
    const rest = this.resumesAt - this.now();
    if (rest > 0) await sleep(rest);
  }

  private async once(move: () => Promise<void>): Promise<void> {
    try {
      await move();
    } catch (error) {
      this.fail(error);
    }
    this.pause();
  }

  private async playStep(): Promise<void> {
    if (this.halfStep) await this.finishStep();
    const { trainer, settle } = this.options;
    this.losses.push(await this.wholeStep());
    this.rate.count();
    if (trainer.steps % LOSS_EVERY === 0) await this.readLosses();
    else await settle();
    await this.afterStep();
  }

  /** Helpers leave the processor to the answer while edits are recent. */
  private wholeStep(): Promise<tf.Scalar> | tf.Scalar {
    if (this.now() < this.smallUntil) return this.stepInPieces();
    return this.parallel ? this.parallel.step() : this.options.trainer.step();
  }

  /** One step in pieces: the same update but for rounding. */
  private async stepInPieces(): Promise<tf.Scalar> {
    if (this.parallel) this.parallel.atWork = 1;
    const pieces = this.options.trainer.stepInPieces(MICRO_BATCH);
    let piece = pieces.next();
    for (; !piece.done; piece = pieces.next()) await this.turn();
    return piece.value;
  }

  /** One step with its phases shown one after the other. */
  private async slowStep(): Promise<void> {
    do {
      await this.movePhase();
      await sleep(SLOW_PHASE_MS);
    } while (this.phase >= 0 && this.mode === 'slow');
  }

  private async finishStep(): Promise<void> {
    do await this.movePhase();
    while (this.phase >= 0);
  }

  /**
   * Moves on by one phase. Gradients are taken at `loss` (encoding to loss is one differentiable
   * pass), parameters change at `update`.
   */
  private async movePhase(): Promise<void> {
    const { trainer } = this.options;
    const phase = PHASES[++this.phase];
    this.halfStep ??=
      this.parallel?.stepAlone() ?? trainer.stepInPieces(Math.max(1, trainer.tasksPerStep));
    const tasks = trainer.sample().map(({ id }) => id);
    if (phase === 'loss') this.halfStep.next();
    if (phase !== 'update') return this.tell(phase, tasks);
    const { value } = this.halfStep.next();
    this.phase = -1;
    this.halfStep = null;
    this.rate.count();
    this.losses.push(value as tf.Scalar);
    await this.readLosses(tasks);
    await this.afterStep(true);
  }

  /** Reads the mean of the losses since the last reading and tells it. */
  private async readLosses(tasks?: string[]): Promise<void> {
    const mean = tf.tidy(() => tf.mean(tf.stack(this.losses)));
    tf.dispose(this.losses);
    this.losses = [];
    const [loss] = await take(mean, 'loss');
    await inTime(this.options.trainer.assertFinite(loss), 'loss check');
    this.lastLoss = loss;
    this.tell(tasks ? 'update' : null, tasks);
  }

  private tell(phase: TrainingPhase | null, tasks?: string[]): void {
    const { trainer, notify } = this.options;
    const { steps: step, tasksSeen } = trainer;
    const { lastLoss: loss, rate } = this;
    const workers = this.parallel?.atWork;
    const progress = { step, tasksSeen, loss, rate: rate.perSecond(), phase, tasks, workers };
    notify({ type: 'progress', progress });
  }

  private async afterStep(always = false): Promise<void> {
    if (this.snapshots.due() || always) await this.snapshot();
    if (this.options.trainer.steps % EVALUATE_EVERY === 0) await this.evaluate();
  }

  private pause(): void {
    this.mode = 'pause';
    if (!this.closed) this.options.notify({ type: 'mode', mode: 'pause' });
  }

  private fail(error: unknown): void {
    if (error instanceof Error && error.name === 'TrainingDiverged') return this.stopDiverged();
    this.pause();
    const lost = error instanceof WorkerFailure && error.code === 'device-lost';
    const detail = error instanceof Error ? error.message : String(error);
    const full = isOutOfMemory(error) ? 'out-of-memory' : 'training-failed';
    const code = lost ? 'device-lost' : full;
    this.options.notify({ type: 'line', level: 'error', code, detail });
  }

  /** The last good snapshot is what the page still has: nothing that is not a number is ever sent. */
  private stopDiverged(): void {
    this.pause();
    const detail = String(this.options.trainer.steps);
    this.options.notify({ type: 'line', level: 'error', code: 'not-a-number', detail });
  }
}

/** Whether all of `values` are finite numbers. */
function isFinite(values: Float32Array): boolean {
  for (const value of values) if (!Number.isFinite(value)) return false;
  return true;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
