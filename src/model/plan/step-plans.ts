/**
 * The plans of a training run on wasm, one for each shape of meta-batch. A shape is computed by tfjs when it
 * comes first, recorded the second time, and the third time computed both ways: from then on it is
 * replayed. Where the two differ, or a step cannot be recorded, tfjs goes on alone.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import { arraysOf, toBatch, type PackedTasks } from '../batch';
import type { AdamAttrs } from '../kernels/adam';
import { kernelsEnabled } from '../kernels/run';
import { adamInPlace } from '../kernels/wasm/adam';
import type { WasmHeap } from '../kernels/wasm/module';
import type { ParameterSet } from '../parameter-set';
import { Arena } from './arena';
import type { Differentiate, StepPlans } from './offer';
import { Plan } from './plan';

/** So many shapes are planned at the most: each has its batch and its constants on the heap. */
const MOST_PLANS = 16;
/** Largest difference from tfjs, of values up to 1, or relative. */
const TOLERANCE = 1e-5;

export class WasmStepPlans implements StepPlans {
  private readonly heap: WasmHeap;
  private readonly arena: Arena;
  private readonly seen = new Set<string>();
  private readonly plans = new Map<string, Plan>();
  /** Whose values the plans read: others lie elsewhere. */
  private dataIds: object[] = [];
  private givenUp = false;

  /** @param currentHeap the heap in use, @param onFault called when a plan differs from tfjs */
  constructor(
    private readonly currentHeap: () => WasmHeap | null,
    private readonly parameters: ParameterSet,
    private readonly onFault: (detail: string) => void,
  ) {
    this.heap = currentHeap()!;
    this.arena = new Arena(this.heap.allocator);
  }

  get count(): number {
    return [...this.plans.values()].filter(({ checked }) => checked).length;
  }

  usable(): boolean {
    return kernelsEnabled() && this.currentHeap() === this.heap;
  }

  step(
    packed: PackedTasks,
    differentiate: Differentiate,
    rows: Tensor2D,
    attrs: AdamAttrs,
  ): Scalar {
    this.dropStale();
    const shape = shapeOf(packed);
    const plan = this.plans.get(shape);
    if (plan?.checked) {
      plan.run(packed);
      return this.finish(plan, rows, attrs);
    }
    if (!plan && this.wants(shape)) {
      const recorded = Plan.record(this.heap, this.arena, packed, differentiate);
      const loss = this.finish(recorded, rows, attrs);
      this.plans.set(shape, recorded);
      if (recorded.obstacle !== null) this.giveUp();
      return loss;
    }
    const batch = toBatch(packed);
    const { loss, gradients } = differentiate(batch);
    tf.dispose(batch);
    if (plan) this.check(plan, packed, [loss, ...gradients]);
    this.update(gradients, rows, attrs);
    tf.dispose(gradients);
    return loss;
  }

  update(gradients: readonly tf.Tensor[], rows: Tensor2D, attrs: AdamAttrs): void {
    const at = gradients.map((gradient) => this.heap.at(gradient));
    adamInPlace(this.heap, rows, at, this.parameters.tensors(), attrs);
  }

  dispose(): void {
    for (const plan of this.plans.values()) plan.dispose();
    this.plans.clear();
    this.arena.release();
  }

  /** Whether a shape without a plan is to be recorded now: it is the second of its kind. */
  private wants(shape: string): boolean {
    const again = this.seen.has(shape);
    this.seen.add(shape);
    return again && !this.givenUp && this.plans.size < MOST_PLANS;
  }

  /** Update and loss of a gradient that lies where the plan puts it. */
  private finish(plan: Plan, rows: Tensor2D, attrs: AdamAttrs): Scalar {
    const { heap } = this;
    const loss = heap.output([]);
    heap.copy(plan.loss, heap.at(loss), 1);
    adamInPlace(heap, rows, plan.gradients, this.parameters.tensors(), attrs);
    return tf.engine().makeTensorFromTensorInfo(loss, heap.backend) as Scalar;
  }

  /** Compares a plan with what tfjs made of the same meta-batch. */
  private check(plan: Plan, packed: PackedTasks, expected: readonly tf.Tensor[]): void {
    plan.run(packed);
    const values = (at: number, size: number) => this.heap.view(at, size);
    const worst = [plan.loss, ...plan.gradients].reduce((sofar, at, i) => {
      const { size } = expected[i];
      const own = values(at, size);
      return Math.max(sofar, distance(own, values(this.heap.at(expected[i]), size)));
    }, 0);
    plan.checked = true;
    if (worst <= TOLERANCE) return;
    this.giveUp();
    this.onFault(worst.toExponential(1));
  }

  private giveUp(): void {
    this.givenUp = true;
    this.dispose();
  }

  /** Other parameters (a reset, a restored run) lie elsewhere: the calls would read the old ones. */
  private dropStale(): void {
    const dataIds = this.parameters.tensors().map(({ dataId }) => dataId);
    if (dataIds.every((id, i) => id === this.dataIds[i])) return;
    this.dispose();
    this.dataIds = dataIds;
  }
}

/** Meta-batches with equal ones make the same calls. */
const shapeOf = (packed: PackedTasks): string =>
  [packed.support.tasks, ...arraysOf(packed).map((values) => values?.length ?? '')].join();

/** Largest difference of two arrays, relative where values are above 1; two that are both no number agree. */
function distance(a: Float32Array, b: Float32Array): number {
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    if (Object.is(a[i], b[i])) continue;
    const difference = Math.abs(a[i] - b[i]) / Math.max(1, Math.abs(b[i]));
    if (!(difference <= worst)) worst = Number.isNaN(difference) ? Infinity : difference;
  }
  return worst;
}
