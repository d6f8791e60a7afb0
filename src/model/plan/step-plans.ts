/**
 * A training step without tfjs: its kernel calls are always the same for batches of one shape, so they are
 * recorded once and replayed; only on wasm. A shape is computed by tfjs when it comes first, recorded the
 * second time, and the third time computed both ways: from then on it is replayed. Where the two differ, or a
 * step cannot be recorded, tfjs goes on alone.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import { arraysOf, toBatch, type PackedTasks } from '../batch';
import type { AdamAttrs } from '../kernels/adam';
import { kernelsEnabled } from '../kernels/run';
import { adamInPlace } from '../kernels/wasm/adam';
import { heapInUse } from '../kernels/wasm/heap-in-use';
import type { WasmHeap } from '../kernels/wasm/module';
import type { ParameterSet } from '../parameter-set';
import { Arena } from './arena';
import { Plan, type Differentiate } from './plan';

/** So many shapes are planned at the most: each has its batch and its constants on the heap. */
const MOST_PLANS = 16;
/** Largest difference from tfjs, of values up to 1, or relative. */
const TOLERANCE = 1e-5;

/** Where loss and gradient of a meta-batch lie on the heap. */
interface Found {
  loss: number;
  /** One a parameter. */
  gradients: number[];
  dispose(): void;
}

/** Plans for steps on `parameters`; null where the backend in use has none. */
export function plansFor(
  parameters: ParameterSet,
  onFault: (detail: string) => void,
): StepPlans | null {
  const heap = heapInUse();
  if (!heap || tf.getBackend() !== 'wasm' || !kernelsEnabled()) return null;
  return new StepPlans(heap, parameters, onFault);
}

/** The plans of a training run, one for each shape of meta-batch. */
export class StepPlans {
  private readonly arena: Arena;
  private readonly seen = new Set<string>();
  private readonly plans = new Map<string, Plan>();
  /** Whose values the plans read: others lie elsewhere. */
  private dataIds: object[] = [];
  private givenUp = false;

  /** @param onFault called when a plan differs from tfjs */
  constructor(
    private readonly heap: WasmHeap,
    private readonly parameters: ParameterSet,
    private readonly onFault: (detail: string) => void,
  ) {
    this.arena = new Arena(heap.allocator);
  }

  /** Shapes of meta-batch that are replayed. */
  get count(): number {
    return [...this.plans.values()].filter(({ checked }) => checked).length;
  }

  /** Whether they are of the backend in use, and of its present kernels. */
  usable(): boolean {
    return kernelsEnabled() && heapInUse() === this.heap;
  }

  /**
   * One step, by the plan of this shape of meta-batch or by tfjs, which may be recorded. Parameters and
   * optimiser state change where they lie.
   * @param rows `[3, N]`, as in `AdamState`
   * @returns the loss before the step
   */
  step(
    packed: PackedTasks,
    differentiate: Differentiate,
    rows: Tensor2D,
    attrs: AdamAttrs,
  ): Scalar {
    const { heap } = this;
    const found = this.find(packed, differentiate);
    const loss = heap.output([]);
    heap.copy(found.loss, heap.at(loss), 1);
    this.updateFrom(found.gradients, rows, attrs);
    found.dispose();
    return tf.engine().makeTensorFromTensorInfo(loss, heap.backend) as Scalar;
  }

  /**
   * The gradient alone, by plan or by tfjs as in `step`.
   * @param into is written, `[N]` in the order of the parameters
   * @returns the loss
   */
  gradient(packed: PackedTasks, differentiate: Differentiate, into: Float32Array): number {
    const found = this.find(packed, differentiate);
    let offset = 0;
    this.parameters.tensors().forEach(({ size }, i) => {
      into.set(this.heap.view(found.gradients[i], size), offset);
      offset += size;
    });
    const [loss] = this.heap.view(found.loss, 1);
    found.dispose();
    return loss;
  }

  /** The update alone; `gradients` remain the caller's. */
  update(gradients: readonly tf.Tensor[], rows: Tensor2D, attrs: AdamAttrs): void {
    const at = gradients.map((gradient) => this.heap.at(gradient));
    this.updateFrom(at, rows, attrs);
  }

  /** The update alone, from a gradient as `gradient` writes it. */
  updateFlat(gradient: Float32Array, rows: Tensor2D, attrs: AdamAttrs): void {
    const { heap } = this;
    let pointer = heap.scratch(gradient.length, 'flat gradient');
    heap.view(pointer, gradient.length).set(gradient);
    const at = this.parameters.tensors().map(({ size }) => {
      const here = pointer;
      pointer += 4 * size;
      return here;
    });
    this.updateFrom(at, rows, attrs);
  }

  /** Copies the parameters out of the optimiser's state. */
  read(rows: Tensor2D, into: Float32Array): void {
    into.set(this.heap.view(this.heap.at(rows), into.length));
  }

  /** Puts other values into the parameters where they lie, so that plans stay valid. */
  load(flat: Float32Array): void {
    let offset = 0;
    for (const tensor of this.parameters.tensors()) {
      const { size } = tensor;
      this.heap.view(this.heap.at(tensor), size).set(flat.subarray(offset, (offset += size)));
    }
  }

  dispose(): void {
    for (const plan of this.plans.values()) plan.dispose();
    this.plans.clear();
    this.arena.release();
  }

  /** Loss and gradient of a meta-batch, by its plan or by tfjs. */
  private find(packed: PackedTasks, differentiate: Differentiate): Found {
    this.dropStale();
    const shape = shapeOf(packed);
    const plan = this.plans.get(shape);
    if (plan?.checked) {
      plan.run(packed);
      return { loss: plan.loss, gradients: plan.gradients, dispose: () => undefined };
    }
    if (!plan && this.wants(shape)) return this.record(shape, packed, differentiate);
    const batch = toBatch(packed);
    const { loss, gradients } = differentiate(batch);
    tf.dispose(batch);
    const all = [loss, ...gradients];
    if (plan) this.check(plan, packed, all);
    const [at, ...each] = all.map((tensor) => this.heap.at(tensor));
    return { loss: at, gradients: each, dispose: () => tf.dispose(all) };
  }

  private record(shape: string, packed: PackedTasks, differentiate: Differentiate): Found {
    const recorded = Plan.record(this.heap, this.arena, packed, differentiate);
    this.plans.set(shape, recorded);
    const { loss, gradients, obstacle } = recorded;
    // What was found lies in the plan's memory: it goes when that was read.
    const dispose = () => void (obstacle !== null && this.giveUp());
    return { loss, gradients, dispose };
  }

  private updateFrom(gradients: readonly number[], rows: Tensor2D, attrs: AdamAttrs): void {
    adamInPlace(this.heap, rows, gradients, this.parameters.tensors(), attrs);
  }

  /** Whether a shape without a plan is to be recorded now: it is the second of its kind. */
  private wants(shape: string): boolean {
    const again = this.seen.has(shape);
    this.seen.add(shape);
    return again && !this.givenUp && this.plans.size < MOST_PLANS;
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
