/**
 * A training step without tfjs: its kernel calls are always the same for batches of one shape, so
 * they are recorded once and replayed. Here is what a backend may offer; only wasm does (`step-plans.ts`).
 */
import { getBackend, type Scalar, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Batch, PackedTasks } from '../batch';
import type { AdamAttrs } from '../kernels/adam';
import { kernelsEnabled } from '../kernels/run';
import type { ParameterSet } from '../parameter-set';

/** The definition of a step's gradient, by tfjs. */
export type Differentiate = (batch: Batch) => { loss: Scalar; gradients: Tensor[] };

export interface StepPlans {
  /** Shapes of meta-batch that are replayed. */
  readonly count: number;
  /** Whether they are of the backend in use, and of its present kernels. */
  usable(): boolean;
  /**
   * One step, by the plan of this shape of meta-batch or by tfjs, which may be recorded. Parameters and
   * optimiser state change where they lie.
   * @param rows `[3, N]`, as in `AdamState`
   * @returns the loss before the step
   */
  step(packed: PackedTasks, differentiate: Differentiate, rows: Tensor2D, attrs: AdamAttrs): Scalar;
  /** The update alone; `gradients` remain the caller's. */
  update(gradients: readonly Tensor[], rows: Tensor2D, attrs: AdamAttrs): void;
  dispose(): void;
}

type Offer = (parameters: ParameterSet, onFault: (detail: string) => void) => StepPlans;

const offers = new Map<string, Offer>();

/** A backend says that its steps can be planned. */
export function offerPlans(backendName: string, offer: Offer): void {
  offers.set(backendName, offer);
}

/** Plans for steps on `parameters`; null where the backend in use offers none. */
export const plansFor: (...values: Parameters<Offer>) => StepPlans | null = (...values) =>
  kernelsEnabled() ? (offers.get(getBackend())?.(...values) ?? null) : null;
