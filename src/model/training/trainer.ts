import * as tf from '@tensorflow/tfjs-core';
import { createRandom, deriveSeed, type Random } from '../../data/random';
import type { TaskSampler } from '../../data/tasks/sampler';
import type { Task } from '../../data/types';
import {
  adamAttrs,
  adamInit,
  adamUpdate,
  linearDecay,
  type AdamOptions,
  type AdamState,
} from '../adam';
import { toBatch, type Batch, type PackedTasks } from '../batch';
import { differentiate } from '../differentiate';
import { flatten, ParameterSet } from '../parameter-set';
import { plansFor, type StepPlans } from '../plan/step-plans';
import { initialise } from '../specs';
import type { Learner } from './learner';
import { sum, unflatten, type Differentiated } from './pieces';

export interface TrainerOptions {
  learner: Learner;
  sampler: TaskSampler;
  /** Turns sampled tasks into arrays: the setting's features and treatment. */
  pack: (tasks: readonly Task[]) => PackedTasks;
  /** Everything random follows from it: same seed, same curve, bit for bit on one backend. */
  seed: number;
  learningRate: number;
  tasksPerStep: number;
  weightDecay?: number;
  /** Gradients are clipped by value. */
  clip?: number;
  /** The learning rate falls linearly to 0 over so many steps; constant unless told. */
  decaySteps?: number;
  /** Is told by how much a recorded step was not what tfjs computes, which goes on alone. */
  onFault?: (detail: string) => void;
}

/** Everything a run needs to go on elsewhere, on another backend too. */
export interface TrainerState {
  step: number;
  tasksSeen: number;
  /** `[3, N]` flat: parameters, first and second moments of Adam. */
  rows: Float32Array;
}

/** A loss or a parameter is no longer a number. */
export class TrainingDiverged extends Error {
  constructor(readonly step: number) {
    super(`training diverged: not a number at step ${step}`);
    this.name = 'TrainingDiverged';
  }
}

/**
 * The meta-training loop: sample tasks, differentiate the loss, clip, Adam. It knows no
 * particular model. `step` is for play, `sample` and `learn` do the same where each phase is shown, and
 * `stepInPieces` is for a thread that must stay responsive (the same but for rounding).
 */
export class Trainer {
  readonly parameters: ParameterSet;
  learningRate: number;
  tasksPerStep: number;
  private adam: AdamState;
  private seen = 0;
  private plans: StepPlans | null = null;

  constructor(private readonly options: TrainerOptions) {
    const { learner, seed } = options;
    this.learningRate = options.learningRate;
    this.tasksPerStep = options.tasksPerStep;
    const random = createRandom(deriveSeed(seed, 'parameters'));
    this.parameters = new ParameterSet(learner.specs, initialise(learner.specs, random));
    this.adam = adamInit(this.parameters.tensors());
  }

  /** Steps taken. */
  get steps(): number {
    return this.adam.step;
  }

  get tasksSeen(): number {
    return this.seen;
  }

  /** Whether gradients of parts of a meta-batch add up to that of the whole. */
  get separable(): boolean {
    return this.options.learner.separable ?? false;
  }

  /** Shapes of meta-batch whose steps are replayed from a recording; 0 where all go through tfjs. */
  get replayed(): number {
    return this.plans?.count ?? 0;
  }

  /** The meta-batch of the coming step (or of another); the same until that step is taken. */
  sample(step = this.steps): Task[] {
    const random = stream(this.options.seed, `tasks ${step}`);
    return this.options.sampler.batch(random, this.tasksPerStep);
  }

  /** One step. The loss is not read: read it now and then, and dispose it. */
  step(): tf.Scalar {
    return this.learn(this.sample());
  }

  /** One step on given tasks. */
  learn(tasks: readonly Task[]): tf.Scalar {
    const plans = this.currentPlans();
    if (!plans) {
      const { loss, gradients } = this.differentiate(tasks);
      this.update(gradients, tasks.length);
      return loss;
    }
    const packed = this.options.pack(tasks);
    const attrs = adamAttrs(this.adam, this.adamOptions());
    const loss = plans.step(packed, (batch) => this.gradients(batch), this.adam.rows, attrs);
    this.count(attrs.step, tasks.length);
    return loss;
  }

  /**
   * One step whose gradient is gathered from pieces of `size` tasks, the same but for rounding; pauses
   * after every piece. A loss that is not separable is one piece.
   * @returns the loss, as `step`
   */
  *stepInPieces(size: number): Generator<void, tf.Scalar> {
    const tasks = this.sample();
    const each = this.separable ? size : tasks.length;
    const pieces: Differentiated[] = [];
    for (let from = 0; from < tasks.length; from += each) {
      pieces.push(this.differentiate(tasks.slice(from, from + each), tasks.length));
      yield;
    }
    const { loss, gradients } = sum(pieces);
    this.update(gradients, tasks.length);
    return loss;
  }

  /**
   * Of `tasks` alone, for whoever puts a step together (`data-parallel.ts`).
   * @param into is written: the gradient, `[N]`
   * @returns the loss
   */
  gradient(tasks: readonly Task[], into: Float32Array): number {
    const packed = this.options.pack(tasks);
    const plans = this.currentPlans();
    if (plans) return plans.gradient(packed, (batch) => this.gradients(batch), into);
    const { loss, gradients } = this.differentiate(tasks);
    const flat = flatten(gradients);
    into.set(flat.dataSync<'float32'>());
    const [value] = loss.dataSync();
    tf.dispose([loss, flat, ...gradients]);
    return value;
  }

  /** One step with the gradient of a whole meta-batch of so many tasks. */
  take(gradient: Float32Array, tasks: number): void {
    const plans = this.currentPlans();
    if (plans) {
      const attrs = adamAttrs(this.adam, this.adamOptions());
      plans.updateFlat(gradient, this.adam.rows, attrs);
      return this.count(attrs.step, tasks);
    }
    this.update(unflatten(gradient, this.parameters.tensors()), tasks);
  }

  /** The parameters of now, into an array: backends of the processor only. */
  readParameters(into: Float32Array): void {
    const plans = this.currentPlans();
    if (plans) return plans.read(this.adam.rows, into);
    const row = tf.slice(this.adam.rows, [0, 0], [1, -1]);
    into.set(row.dataSync<'float32'>());
    row.dispose();
  }

  /** Other parameters for `gradient` and nothing else: the optimiser does not know of them. */
  lendParameters(flat: Float32Array): void {
    const plans = this.currentPlans();
    if (plans) plans.load(flat);
    else this.parameters.load(flat);
  }

  /** @throws TrainingDiverged unless `loss` and all parameters are finite numbers. */
  async assertFinite(loss: number): Promise<void> {
    // Both: a backend's relu may turn a NaN score into a loss of 0.
    const sum = tf.tidy(() => tf.sum(tf.slice(this.adam.rows, [0, 0], [1, -1])));
    const [total] = await sum.data();
    sum.dispose();
    if (!Number.isFinite(loss + total)) throw new TrainingDiverged(this.steps);
  }

  /** The parameters alone, in the model's order: a third of what `state` reads. */
  async flat(): Promise<Float32Array> {
    const row = tf.slice(this.adam.rows, [0, 0], [1, -1]);
    try {
      return (await row.data<'float32'>()).slice();
    } finally {
      row.dispose();
    }
  }

  async state(): Promise<TrainerState> {
    const rows = (await this.adam.rows.data<'float32'>()).slice();
    return { step: this.steps, tasksSeen: this.seen, rows };
  }

  restore({ step, tasksSeen, rows }: TrainerState): void {
    const { size } = this.parameters;
    if (rows.length !== 3 * size) {
      throw new Error(`trainer: expected ${3 * size} values, got ${rows.length}`);
    }
    this.parameters.load(rows.slice(0, size));
    this.adam.rows.dispose();
    this.adam = { rows: tf.tensor2d(rows, [3, size]), step };
    this.seen = tasksSeen;
  }

  dispose(): void {
    this.parameters.dispose();
    this.disposeOptimiser();
  }

  /** Frees everything but the parameters, when training is over. */
  disposeOptimiser(): void {
    this.plans?.dispose();
    this.plans = null;
    this.adam.rows.dispose();
  }

  /** The plans of the backend in use, where it has any and steps repeat. */
  private currentPlans(): StepPlans | null {
    if (this.plans && !this.plans.usable()) {
      this.plans.dispose();
      this.plans = null;
    }
    const { learner, onFault = () => undefined } = this.options;
    if (learner.repeats) this.plans ??= plansFor(this.parameters, onFault);
    return this.plans;
  }

  /** Loss and gradients of `tasks` as their share of a meta-batch of `count`. */
  private differentiate(tasks: readonly Task[], count = tasks.length): Differentiated {
    const batch = toBatch(this.options.pack(tasks));
    const found = this.gradients(batch, tasks.length / count);
    tf.dispose(batch);
    return found;
  }

  private gradients(batch: Batch, share = 1): Differentiated {
    const { learner, seed } = this.options;
    const random = stream(seed, `loss ${this.steps} 0`);
    const { value, gradients } = differentiate(() => {
      const loss = learner.loss(this.parameters, batch, random);
      return share === 1 ? loss : tf.mul(loss, share);
    }, this.parameters.tensors());
    return { loss: value, gradients };
  }

  private update(gradients: tf.Tensor[], tasks: number): void {
    const plans = this.currentPlans();
    if (plans) {
      // Where they lie: plans read the parameters there.
      const attrs = adamAttrs(this.adam, this.adamOptions());
      plans.update(gradients, this.adam.rows, attrs);
      this.count(attrs.step, tasks);
    } else {
      const { state, values } = adamUpdate(this.adam, gradients, this.adamOptions());
      this.adam.rows.dispose();
      this.adam = state;
      this.parameters.replace(values);
      this.seen += tasks;
    }
    tf.dispose(gradients);
  }

  private count(step: number, tasks: number): void {
    this.adam = { ...this.adam, step };
    this.seen += tasks;
  }

  private adamOptions(): AdamOptions {
    const { weightDecay, clip, decaySteps } = this.options;
    const learningRate = linearDecay(this.learningRate, this.steps, decaySteps);
    return { learningRate, weightDecay, clip };
  }
}

/**
 * The random stream of one purpose of one step. The generator's first numbers are a linear function
 * of its seed, and seeds of consecutive steps lie in a row: they are skipped.
 */
function stream(seed: number, purpose: string): Random {
  const random = createRandom(deriveSeed(seed, purpose));
  for (let i = 0; i < 4; i++) random.uniform();
  return random;
}
