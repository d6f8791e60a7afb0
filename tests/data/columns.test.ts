import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeColumns, encodeColumns } from '../../src/data/columns';
import { dequantiseRows, quantiseRows } from '../../src/data/quantise';

const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

describe('columns', () => {
  it('come back as they were, plain and as differences', () => {
    const arbitrary = fc.record({
      words: fc.array(fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\n', ' '))),
      whole: fc.int32Array(),
      large: fc.uint32Array(),
      small: fc.int8Array(),
      real: fc.float32Array({ noNaN: true }),
    });
    fc.assert(
      fc.property(arbitrary, (columns) => {
        expect(decodeColumns(buffer(encodeColumns(columns, ['whole', 'large'])))).toEqual(columns);
      }),
    );
  });

  it('refuse every truncation', () => {
    const bytes = encodeColumns({ id: Int32Array.of(5, 3, 900), title: ['a', 'b', 'c'] }, ['id']);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeColumns(buffer(bytes.slice(0, length)))).toThrow();
    }
  });

  it('refuse a string with a line break, which would become two', () => {
    expect(() => encodeColumns({ title: ['a\nb'] })).toThrow(TypeError);
  });
});

describe('quantiseRows', () => {
  it('is within half a step of each row', () => {
    const row = fc.array(fc.float({ noNaN: true, min: -8, max: 8 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const matrix = Float32Array.from(rows.flat());
        const back = dequantiseRows(quantiseRows(matrix, 4));
        rows.forEach((values, r) => {
          const largest = Math.max(...values.map(Math.abs));
          for (let c = 0; c < 4; c++) {
            const error = Math.abs(back[r * 4 + c] - matrix[r * 4 + c]);
            expect(error).toBeLessThanOrEqual(largest / 253 + 1e-6);
          }
        });
      }),
    );
  });
});
