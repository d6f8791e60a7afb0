/** The recorded gradient of meta-batches of one shape. */
import * as tf from '@tensorflow/tfjs-core';
import { arraysOf, tensorsOf, toBatch, type Batch, type PackedTasks } from '../batch';
import type { WasmHeap } from '../kernels/wasm/module';
import type { Arena } from './arena';
import { record, replay, type Recording } from './recorder';

/** The definition of a step's gradient, by tfjs. */
export type Differentiate = (batch: Batch) => { loss: tf.Scalar; gradients: tf.Tensor[] };

export class Plan {
  /** Whether it was compared with tfjs. */
  checked = false;

  private constructor(
    private readonly heap: WasmHeap,
    private readonly batch: Batch,
    private readonly recording: Recording,
  ) {}

  /** Records while the gradient of `packed` is computed. */
  static record(
    heap: WasmHeap,
    arena: Arena,
    packed: PackedTasks,
    differentiate: Differentiate,
  ): Plan {
    const batch = toBatch(packed);
    for (const tensor of tensorsOf(batch)) if (tensor) tf.keep(tensor);
    try {
      const work = () => {
        const { loss, gradients } = differentiate(batch);
        return [loss, ...gradients];
      };
      return new Plan(heap, batch, record(heap, arena, work));
    } catch (error) {
      tf.dispose(batch);
      throw error;
    }
  }

  /** Why the calls do not stand for the gradient; null where they do. */
  get obstacle(): string | null {
    return this.recording.obstacle;
  }

  /** Where the loss lies. */
  get loss(): number {
    return this.recording.results[0];
  }

  /** Where the gradient of each parameter lies. */
  get gradients(): number[] {
    return this.recording.results.slice(1);
  }

  /** Computes loss and gradients of another meta-batch of the same shape. */
  run(packed: PackedTasks): void {
    const tensors = tensorsOf(this.batch);
    arraysOf(packed).forEach((values, i) => {
      if (values) this.heap.view(this.heap.at(tensors[i]!), values.length).set(values);
    });
    replay(this.recording.calls);
  }

  dispose(): void {
    this.recording.dispose();
    tf.dispose(this.batch);
  }
}
