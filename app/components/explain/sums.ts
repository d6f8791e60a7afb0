/** Sums of products: what every number of the network is, between its activations. */

/** A product that is one term of a sum. */
export interface Term {
  index: number;
  left: number;
  right: number;
  product: number;
}

export interface Sum {
  terms: Term[];
  bias: number;
}

/** `left_k right_k` */
export const products = (left: ArrayLike<number>, right: ArrayLike<number>): Term[] =>
  Array.from(left, (value, index) => ({
    index,
    left: value,
    right: right[index],
    product: value * right[index],
  }));

/** Largest contribution first. */
export const byWeight = (terms: readonly Term[]): Term[] =>
  [...terms].sort((a, b) => Math.abs(b.product) - Math.abs(a.product));

/** Index of the largest contribution, of those that `among` lets through; 0 when there is none. */
export const heaviest = (
  { terms }: Pick<Sum, 'terms'>,
  among: (index: number) => boolean = () => true,
): number => byWeight(terms.filter(({ index }) => among(index)))[0]?.index ?? 0;

/** The sum that makes output `unit` of a Linear with `weight [inputs, outputs]`. */
export function linearSum(
  input: ArrayLike<number>,
  { weight, bias }: { weight: Float32Array; bias: Float32Array },
  unit: number,
): Sum {
  const outputs = bias.length;
  const column = Array.from(input, (_, k) => weight[k * outputs + unit]);
  return { terms: products(input, column), bias: bias[unit] };
}

export const totalOf = ({ terms, bias }: Sum): number =>
  terms.reduce((sum, { product }) => sum + product, bias);

/** `[...first, ...second]` */
export function joined(first: Float32Array, second: Float32Array): Float32Array {
  const both = new Float32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
