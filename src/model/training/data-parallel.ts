/**
 * Data-parallel training: the tasks of every meta-batch are shared among the trainer and its helpers, which hold
 * the same model; the gradients are summed, and the trainer alone takes the step.
 *
 * The cut and the order of the sum decide the arithmetic, not who computes: a shard that a helper does not
 * give, because it is still starting or has died, is computed here. So a seed gives the same curve bit for bit
 * for a given number of workers, whatever happens to them.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Task } from '../../data/types';
import { shardsOf, sumShards, type Shard, type ShardResult } from './shards';
import type { Trainer } from './trainer';

/** What a helper is asked for. */
export interface ShardQuestion {
  /** Steps taken so far: the meta-batch follows from it and the seed. */
  step: number;
  /** Of the whole meta-batch. */
  tasks: number;
  shard: Shard;
  /** `[N]`, of before the step; not to be changed. */
  parameters: Float32Array;
}

export interface Helper {
  /** The result of a shard, good until the next question; null: it has to be computed here. */
  ask(question: ShardQuestion): Promise<ShardResult | null> | null;
}

export class DataParallel {
  /** Workers that gave a shard of the last step. */
  atWork = 1;
  /** Milliseconds of the last step in which the trainer waited for its helpers. */
  waited = 0;
  private readonly own: Float32Array[] = [];

  /**
   * @param trainer of a separable loss
   * @param workers the trainer and its helpers, there or not
   * @param helpers at most one for each shard but the first
   * @param parameters `[N]`, room for what helpers are sent
   */
  constructor(
    private readonly trainer: Trainer,
    readonly workers: number,
    private readonly helpers: readonly Helper[],
    private readonly parameters: Float32Array = new Float32Array(trainer.parameters.size),
  ) {}

  /** One step by all workers; the loss as of `Trainer.step`. */
  async step(): Promise<tf.Scalar> {
    const { trainer, parameters, helpers } = this;
    const tasks = trainer.sample();
    const shards = shardsOf(tasks.length, this.workers);
    if (helpers.length > 0) trainer.readParameters(parameters);
    const step = trainer.steps;
    const asked = shards.map((shard, k) => {
      const helper = k > 0 ? helpers[k - 1] : undefined;
      return helper?.ask({ step, tasks: tasks.length, shard, parameters }) ?? null;
    });
    const first = this.compute(tasks, shards[0], 0);
    const from = performance.now();
    const given = await Promise.all(asked.slice(1));
    this.waited = performance.now() - from;
    this.atWork = 1 + given.filter(Boolean).length;
    const others = given.map((result, k) => result ?? this.compute(tasks, shards[k + 1], k + 1));
    return this.update(shards, [first, ...others]);
  }

  /** The same step by the trainer alone, with a pause between gradient and update. */
  *stepAlone(): Generator<void, tf.Scalar> {
    const tasks = this.trainer.sample();
    const shards = shardsOf(tasks.length, this.workers);
    const results = shards.map((shard, k) => this.compute(tasks, shard, k));
    this.atWork = 1;
    yield;
    return this.update(shards, results);
  }

  private compute(tasks: readonly Task[], { from, to }: Shard, k: number): ShardResult {
    const gradient = (this.own[k] ??= new Float32Array(this.trainer.parameters.size));
    return { gradient, loss: this.trainer.gradient(tasks.slice(from, to), gradient) };
  }

  private update(shards: Shard[], results: ShardResult[]): tf.Scalar {
    const sum = this.own[0];
    const loss = sumShards(shards, results, sum);
    this.trainer.take(sum, shards.at(-1)!.to);
    return tf.scalar(loss);
  }
}
