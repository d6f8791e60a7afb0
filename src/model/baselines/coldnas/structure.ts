/**
 * The search space of ColdNAS (Wu et al. 2023): at the input and after every layer, in this order, a maximum, a minimum, a
 * product and a sum, each with a vector made from the support set, or not.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Tensor2D } from '@tensorflow/tfjs-core';

export const OPERATIONS = ['max', 'min', 'product', 'sum'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** By position (0 is the input, then the layers): the operations that stay. */
export type Structure = readonly (readonly Operation[])[];

/** `x` under one operation, both `[R, W]`; a factor is not negative. */
export function operate(operation: Operation, x: Tensor2D, vector: Tensor2D): Tensor2D {
  if (operation === 'max') return tf.maximum(x, vector);
  if (operation === 'min') return tf.minimum(x, vector);
  if (operation === 'product') return tf.mul(x, tf.relu(vector));
  return tf.add(x, vector);
}

/**
 * The `kept` strongest operations; of equally strong ones the first.
 * @param strengths `[positions][operations]`
 */
export function strongest(strengths: readonly (readonly number[])[], kept: number): Structure {
  const all = strengths.flatMap((row, position) =>
    row.map((strength, o) => ({ position, operation: OPERATIONS[o], strength })),
  );
  const chosen = new Set(all.sort((a, b) => b.strength - a.strength).slice(0, kept));
  return strengths.map((_, position) =>
    OPERATIONS.filter((operation) =>
      [...chosen].some((one) => one.position === position && one.operation === operation),
    ),
  );
}

/** `input: sum; layer 1: -; layer 2: max product`. */
export const describe = (structure: Structure): string =>
  structure
    .map((operations, position) => {
      const place = position === 0 ? 'input' : `layer ${position}`;
      return `${place}: ${operations.join(' ') || '-'}`;
    })
    .join('; ');
