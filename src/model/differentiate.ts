/**
 * Reverse-mode differentiation over tfjs's tape.
 *
 * tfjs's own pass copies the tape, opens a scope for every input of every node and cannot tell a
 * gradient function which inputs matter: a tenth of a small step. This one walks the tape once.
 */
import * as tf from '@tensorflow/tfjs-core';
import './gradients';
import { whileWanting } from './kernels/run';

/** What of tfjs's engine this relies on (4.22.0, pinned). */
interface EngineInside {
  state: { gradientDepth: number; activeTape: TapeNode[] | null };
  startTape(): void;
  endTape(): void;
}

/** One kernel call of the forward pass. */
interface TapeNode {
  kernelName: string;
  inputs: Record<string, tf.Tensor | undefined>;
  outputs: tf.Tensor[];
  /** Handles kept for `gradient`; ours to dispose. */
  saved: tf.Tensor[];
  /** From the outputs' gradients (null: zero) to those of the inputs. */
  gradient?: (dys: (tf.Tensor | null)[]) => Record<string, () => tf.Tensor>;
}

/**
 * Value and gradients of `f` with respect to `tensors`, a parameter each. `f` may take gradients
 * itself (`tf.grads`), but is not to be inside of another. Unlike `tf.valueAndGrads` it takes a
 * tensor that `f` does not depend on (a support encoder that nothing reads): its gradient is zero.
 *
 * @throws when an operation between `tensors` and the value has no gradient
 */
export function differentiate(
  f: () => tf.Scalar,
  tensors: readonly tf.Tensor[],
): { value: tf.Scalar; gradients: tf.Tensor[] } {
  const engine = tf.engine() as unknown as EngineInside;
  return tf.tidy(() => {
    engine.startTape();
    try {
      const value = record(engine, f);
      const found = backpropagate(engine.state.activeTape!, value, tensors);
      return { value, gradients: tensors.map((x) => found.get(x.id) ?? tf.zerosLike(x)) };
    } finally {
      for (const { saved } of engine.state.activeTape!) tf.dispose(saved);
      engine.state.activeTape = null;
    }
  });
}

/** Runs `f` with the tape on; intermediate tensors are gone afterwards, but for what was saved. */
function record(engine: EngineInside, f: () => tf.Scalar): tf.Scalar {
  try {
    return tf.tidy(f);
  } finally {
    engine.endTape();
  }
}

/** Gradients of `value` by tensor id, of everything between it and `tensors`. */
function backpropagate(
  tape: readonly TapeNode[],
  value: tf.Scalar,
  tensors: readonly tf.Tensor[],
): Map<number, tf.Tensor> {
  const dependent = dependents(tape, tensors);
  const gradients = new Map<number, tf.Tensor>([[value.id, tf.ones(value.shape)]]);
  const asked = new Set(tensors.map(({ id }) => id));
  for (let i = tape.length - 1; i >= 0; i--) {
    const { kernelName, inputs, outputs, gradient } = tape[i];
    if (!outputs.some(({ id }) => gradients.has(id))) continue;
    const wanted = Object.keys(inputs).filter((name) => dependent.has(inputs[name]?.id ?? NaN));
    if (wanted.length === 0) continue;
    if (!gradient) throw new Error(`differentiate: ${kernelName} has no gradient`);
    const dys = outputs.map(({ id }) => gradients.get(id) ?? null);
    whileWanting(wanted, () => {
      const parts = gradient(dys);
      for (const name of wanted) addTo(gradients, inputs[name]!.id, parts[name]());
    });
    for (const { id } of outputs) if (!asked.has(id)) release(gradients, id);
  }
  return gradients;
}

/** Ids of `tensors` and of everything computed from them. */
function dependents(tape: readonly TapeNode[], tensors: readonly tf.Tensor[]): Set<number> {
  const found = new Set(tensors.map(({ id }) => id));
  for (const { inputs, outputs } of tape) {
    for (const name in inputs) {
      if (!found.has(inputs[name]?.id ?? NaN)) continue;
      for (const { id } of outputs) found.add(id);
      break;
    }
  }
  return found;
}

/** Frees a gradient that has gone on to all inputs; some gradient functions hand on the tensor itself. */
function release(gradients: Map<number, tf.Tensor>, id: number): void {
  const gradient = gradients.get(id);
  if (!gradient) return;
  gradients.delete(id);
  for (const other of gradients.values()) if (other === gradient) return;
  gradient.dispose();
}

function addTo(gradients: Map<number, tf.Tensor>, id: number, more: tf.Tensor): void {
  const sofar = gradients.get(id);
  gradients.set(id, sofar ? tf.add(sofar, more) : more);
}
