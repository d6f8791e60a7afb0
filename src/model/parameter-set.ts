import * as tf from '@tensorflow/tfjs-core';
import { countParameters, sizeOf, type ParameterSpec } from './specs';

/** Named parameters, as the parts of a model read them. */
export interface Parameters {
  /** @throws when there is no parameter of that name. */
  get<T extends tf.Tensor = tf.Tensor>(name: string): T;
}

/**
 * Named tensors, loaded from and read back as one flat buffer in the order of `specs`.
 *
 * A change makes new tensors and disposes the old: on wasm XNNPACK keeps a packed copy of a weight, which
 * must not change in place then. Recorded steps do change it in place (`plan`), as none of this project's
 * products asks XNNPACK.
 */
export class ParameterSet implements Parameters {
  readonly size: number;
  private named = new Map<string, tf.Tensor>();

  constructor(
    readonly specs: readonly ParameterSpec[],
    initial?: Float32Array,
  ) {
    this.size = countParameters(specs);
    if (initial) this.load(initial);
  }

  /** Replaces all values by `flat`. */
  load(flat: Float32Array): void {
    if (flat.length !== this.size) {
      throw new Error(`parameters: expected ${this.size} values, got ${flat.length}`);
    }
    let offset = 0;
    this.replace(
      this.specs.map(({ shape }) => {
        const values = flat.slice(offset, (offset += sizeOf(shape)));
        return tf.tensor(values, shape);
      }),
    );
  }

  /** Takes ownership of `tensors`, one a spec, as the new values. */
  replace(tensors: readonly tf.Tensor[]): void {
    this.dispose();
    this.specs.forEach(({ name }, i) => this.named.set(name, tf.keep(tensors[i])));
  }

  get<T extends tf.Tensor = tf.Tensor>(name: string): T {
    const tensor = this.named.get(name);
    if (!tensor) throw new Error(`no parameter '${name}'`);
    return tensor as T;
  }

  /** All tensors, in the order of `specs`; owned by this set. */
  tensors(): tf.Tensor[] {
    return this.specs.map(({ name }) => this.get(name));
  }

  /** All values, read from the device. */
  async flat(): Promise<Float32Array> {
    const whole = flatten(this.tensors());
    try {
      return (await whole.data<'float32'>()).slice();
    } finally {
      whole.dispose();
    }
  }

  dispose(): void {
    for (const tensor of this.named.values()) tensor.dispose();
    this.named.clear();
  }
}

/** Tensors one after the other, `[N]`. */
export const flatten = (tensors: readonly tf.Tensor[]): tf.Tensor1D =>
  tf.tidy(() => tf.concat1d(tensors.map((tensor) => tf.reshape(tensor, [tensor.size]))));
