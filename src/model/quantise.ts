/**
 * Parameters in a byte each: a matrix keeps one half-precision scale a row and its values as
 * multiples of it, -127 to 127; vectors (biases) are few and kept in half precision.
 */
import { fromFloat16, toFloat16 } from './float16';
import { sizeOf } from './specs';

const STEPS = 127;
const HALF = 2;

/** Bytes that a tensor of this shape takes. */
export const quantisedSize = (shape: readonly number[]): number =>
  shape.length === 2 ? shape[0] * (HALF + shape[1]) : HALF * sizeOf(shape);

/** Writes a tensor at `at`; `[out, in]` matrices by row. */
export function writeQuantised(
  view: DataView,
  at: number,
  shape: readonly number[],
  data: ArrayLike<number>,
): void {
  if (shape.length !== 2) {
    for (let i = 0; i < data.length; i++) view.setUint16(at + HALF * i, toFloat16(data[i]), true);
    return;
  }
  const [rows, columns] = shape;
  for (let row = 0; row < rows; row++) {
    const start = at + row * (HALF + columns);
    const values = Array.from({ length: columns }, (_, j) => data[row * columns + j]);
    const half = toFloat16(Math.max(...values.map(Math.abs)) / STEPS);
    const scale = fromFloat16(half);
    view.setUint16(start, half, true);
    values.forEach((value, j) => {
      // The scale may have been rounded down: the largest value must not wrap around.
      const step = scale > 0 ? Math.round(value / scale) : 0;
      view.setInt8(start + HALF + j, Math.max(-STEPS, Math.min(STEPS, step)));
    });
  }
}

/** The values that `writeQuantised` wrote at `at`. */
export function readQuantised(view: DataView, at: number, shape: readonly number[]): Float32Array {
  if (shape.length !== 2) {
    return Float32Array.from({ length: sizeOf(shape) }, (_, i) =>
      fromFloat16(view.getUint16(at + HALF * i, true)),
    );
  }
  const [rows, columns] = shape;
  const data = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const start = at + row * (HALF + columns);
    const scale = fromFloat16(view.getUint16(start, true));
    for (let j = 0; j < columns; j++) {
      data[row * columns + j] = scale * view.getInt8(start + HALF + j);
    }
  }
  return data;
}
