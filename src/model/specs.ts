/**
 * What parameters a part of a model has: names, shapes, and how they start.
 *
 * Linear weights are `[in, out]`. Initial values follow PyTorch's defaults, which the paper used:
 * uniform in +-1/sqrt(fan in) for weights and biases of linear layers, +-1/sqrt(hidden) for a GRU.
 */

import type { Random } from '../data/random';

export type Initialiser =
  | { kind: 'uniform'; bound: number }
  | { kind: 'constant'; value: number }
  | { kind: 'rows'; values: number[] };

export interface ParameterSpec {
  /** Dotted, as in the golden files (`layout.ts` names the three that are stacked inside). */
  name: string;
  shape: number[];
  init: Initialiser;
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

export const uniform = (bound: number): Initialiser => ({ kind: 'uniform', bound });
export const constant = (value: number): Initialiser => ({ kind: 'constant', value });

/** `name.weight [inputs, outputs]` and `name.bias [outputs]`; `bias` replaces the bias's start. */
export function linearSpecs(
  name: string,
  inputs: number,
  outputs: number,
  bias?: Initialiser,
): ParameterSpec[] {
  const bound = 1 / Math.sqrt(inputs);
  return [
    { name: `${name}.weight`, shape: [inputs, outputs], init: uniform(bound) },
    { name: `${name}.bias`, shape: [outputs], init: bias ?? uniform(bound) },
  ];
}

/** Number of values in all of `specs`. */
export const countParameters = (specs: readonly ParameterSpec[]): number =>
  specs.reduce((total, spec) => total + sizeOf(spec.shape), 0);

/**
 * Initial values of `specs`, flat and in order.
 * The same random stream gives the same values.
 */
export function initialise(specs: readonly ParameterSpec[], random: Random): Float32Array {
  const flat = new Float32Array(countParameters(specs));
  let at = 0;
  for (const { shape, init } of specs) {
    const end = at + sizeOf(shape);
    if (init.kind === 'uniform') {
      for (; at < end; at++) flat[at] = (2 * random.uniform() - 1) * init.bound;
    } else if (init.kind === 'constant') {
      flat.fill(init.value, at, end);
    } else {
      const row = (end - at) / init.values.length;
      init.values.forEach((value, i) => flat.fill(value, at + i * row, at + (i + 1) * row));
    }
    at = end;
  }
  return flat;
}
