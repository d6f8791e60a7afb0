import * as tf from '@tensorflow/tfjs-core';
import { dense, denseJoined } from '../../../../src/model/ops/dense';
import { activations, affine, spread, type Case } from './case';

export const denseCases = [
  [1, 1, 1],
  [5, 7, 3],
  [4, 8, 8],
  [9, 13, 1],
  [33, 66, 30],
].flatMap(([rows, inner, width]) =>
  activations.map(({ label, activation, plain }): Case => ({
    name: `dense ${label} [${rows},${inner},${width}]`,
    shapes: [[rows, inner], [inner, width], [width]],
    run: (x, w, b) => dense(x, w, b, activation),
    reference: (x, w, b) => plain(affine(x, w, b)),
  })),
);

export const joinedCases = [
  [6, 6, 5, 2, 9],
  [3, 12, 4, 7, 8],
  [12, 2, 3, 5, 3],
  [8, 8, 64, 2, 33],
].flatMap(([rowsA, rowsB, innerA, innerB, width]) =>
  activations.map(({ label, activation, plain }): Case => ({
    name: `dense joined ${label} [${rowsA}|${rowsB},${innerA}+${innerB},${width}]`,
    shapes: [[rowsA, innerA], [rowsB, innerB], [innerA + innerB, width], [width]],
    run: (a, b, w, bias) => denseJoined(a, b, w, bias, activation),
    reference: (a, b, w, bias) => {
      const rows = Math.max(rowsA, rowsB);
      return plain(affine(tf.concat([spread(a, rows), spread(b, rows)], 1), w, bias));
    },
  })),
);
