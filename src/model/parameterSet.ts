import * as tf from '@tensorflow/tfjs-core';
import { countParameters, sizeOf, type ParameterSpec } from './specs';

/** Named parameters, as the parts of a model read them. */
export interface Parameters {
  /** @throws when there is no parameter of that name. */
  get<T extends tf.Tensor = tf.Tensor>(name: string): T;
}

/**
 * Named tensors over one flat buffer.
 *
 * The flat tensor is what the optimiser and snapshots see; the named tensors are slices of it, made
 * anew after every change (on wasm a weight must never change in place: XNNPACK keeps it packed).
 */
export class ParameterSet implements Parameters {
  readonly size: number;
  private whole: tf.Tensor1D | null = null;
  private named = new Map<string, tf.Tensor>();

  constructor(
    readonly specs: readonly ParameterSpec[],
    initial?: Float32Array,
  ) {
    this.size = countParameters(specs);
    if (initial) this.load(initial);
  }

  /** Replaces all values by `flat`, in the order of `specs`. */
  load(flat: Float32Array): void {
    if (flat.length !== this.size) {
      throw new Error(`parameters: expected ${this.size} values, got ${flat.length}`);
    }
    this.assign(tf.tensor1d(flat));
  }

  /** Takes ownership of `whole [size]` as the new values. */
  assign(whole: tf.Tensor1D): void {
    this.release();
    this.whole = tf.keep(whole);
    let offset = 0;
    for (const { name, shape } of this.specs) {
      const size = sizeOf(shape);
      const from = offset;
      this.named.set(
        name,
        tf.tidy(() => tf.keep(tf.reshape(tf.slice(whole, from, size), shape))),
      );
      offset += size;
    }
  }

  get<T extends tf.Tensor = tf.Tensor>(name: string): T {
    const tensor = this.named.get(name);
    if (!tensor) throw new Error(`no parameter '${name}'`);
    return tensor as T;
  }

  has(name: string): boolean {
    return this.named.has(name);
  }

  /** All named tensors, in the order of `specs`. */
  tensors(): tf.Tensor[] {
    return this.specs.map(({ name }) => this.get(name));
  }

  /** All values as one tensor; owned by this set. */
  get flatTensor(): tf.Tensor1D {
    if (!this.whole) throw new Error('parameters: nothing loaded');
    return this.whole;
  }

  /** All values, read from the device. */
  async flat(): Promise<Float32Array> {
    return (await this.flatTensor.data<'float32'>()).slice();
  }

  dispose(): void {
    this.release();
  }

  private release(): void {
    this.whole?.dispose();
    for (const tensor of this.named.values()) tensor.dispose();
    this.named.clear();
    this.whole = null;
  }
}
