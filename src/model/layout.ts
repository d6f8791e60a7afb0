/**
 * Between parameters as they lie inside (`[in, out]`, FiLM heads and modules stacked) and as the
 * paper's code, PyTorch and the golden files have them (`[out, in]`, one Linear each).
 */
import { sizeOf, type ParameterSpec } from './specs';

export interface NamedArray {
  shape: number[];
  data: ArrayLike<number>;
}

/** One matrix or vector of the outer layout, and where its values lie in the inner tensor. */
interface Piece {
  name: string;
  shape: number[];
  /** Inner offset of outer element `i`. */
  inner: (i: number) => number;
}

const STACKED_MODULES = /^(.*)\.modules\.(weight|bias)$/;

/** The outer tensors that an inner parameter is made of. */
function pieces({ name, shape }: ParameterSpec): Piece[] {
  const modules = STACKED_MODULES.exec(name);
  if (modules) {
    const [count, ...rest] = shape;
    const size = sizeOf(rest);
    return Array.from({ length: count }, (_, m) => ({
      name: `${modules[1]}.module${m}.${modules[2]}`,
      shape: outerShape(rest),
      inner: shifted(transposed(rest), m * size),
    }));
  }
  if (name.startsWith('modulation.head') && shape.length === 3)
    return [filmHeadWeight(name, shape)];
  if (name.startsWith('modulation.head') && name.endsWith('.bias') && shape.length === 2) {
    return [{ name, shape: [sizeOf(shape)], inner: (i) => i }];
  }
  return [{ name, shape: outerShape(shape), inner: transposed(shape) }];
}

const outerShape = (shape: number[]) => (shape.length === 2 ? [shape[1], shape[0]] : shape);

const shifted = (inner: (i: number) => number, by: number) => (i: number) => by + inner(i);

/** Inner offset in `[in, out]` of element `i` of `[out, in]`. */
function transposed(shape: number[]): (i: number) => number {
  if (shape.length !== 2) return (i) => i;
  const [rows, columns] = shape;
  return (i) => (i % rows) * columns + Math.floor(i / rows);
}

/** `[2, in, width]` inside; outside one Linear with gamma's rows, then beta's: `[2 * width, in]`. */
function filmHeadWeight(name: string, [parts, inputs, width]: number[]): Piece {
  return {
    name,
    shape: [parts * width, inputs],
    inner: (i) => {
      const row = Math.floor(i / inputs);
      const part = Math.floor(row / width);
      return (part * inputs + (i % inputs)) * width + (row % width);
    },
  };
}

/** Names and shapes of the outer layout. */
export const outerShapes = (specs: readonly ParameterSpec[]): { name: string; shape: number[] }[] =>
  specs.flatMap(pieces).map(({ name, shape }) => ({ name, shape }));

/** The values of `flat` (inner, in the order of `specs`) by outer name. */
export function toOuter(
  specs: readonly ParameterSpec[],
  flat: ArrayLike<number>,
): Record<string, { shape: number[]; data: Float32Array }> {
  const outer: Record<string, { shape: number[]; data: Float32Array }> = {};
  let offset = 0;
  for (const spec of specs) {
    for (const { name, shape, inner } of pieces(spec)) {
      const data = Float32Array.from({ length: sizeOf(shape) }, (_, i) => flat[offset + inner(i)]);
      outer[name] = { shape, data };
    }
    offset += sizeOf(spec.shape);
  }
  return outer;
}

/**
 * The flat inner values of outer tensors.
 * @throws when a tensor is missing, has another shape, or is not part of the model.
 */
export function fromOuter(
  specs: readonly ParameterSpec[],
  outer: Record<string, NamedArray>,
): Float32Array {
  const total = specs.reduce((sum, spec) => sum + sizeOf(spec.shape), 0);
  const flat = new Float32Array(total);
  const known = new Set<string>();
  let offset = 0;
  for (const spec of specs) {
    for (const { name, shape, inner } of pieces(spec)) {
      const given = outer[name];
      if (!given) throw new Error(`parameters: '${name}' is missing`);
      if (given.shape.join() !== shape.join() || given.data.length !== sizeOf(shape)) {
        throw new Error(`parameters: '${name}' is [${given.shape}], expected [${shape}]`);
      }
      for (let i = 0; i < given.data.length; i++) flat[offset + inner(i)] = given.data[i];
      known.add(name);
    }
    offset += sizeOf(spec.shape);
  }
  const extra = Object.keys(outer).find((name) => !known.has(name));
  if (extra) throw new Error(`parameters: '${extra}' is not part of this model`);
  return flat;
}
