/** 8-bit rows: each row of a matrix as signed bytes times one scale, 0.4% of the row's largest. */

export interface QuantisedRows {
  dim: number;
  /** `[rows]` */
  scale: Float32Array;
  /** `[rows, dim]` */
  codes: Int8Array;
}

export function quantiseRows(matrix: Float32Array, dim: number): QuantisedRows {
  const rows = matrix.length / dim;
  const scale = new Float32Array(rows);
  const codes = new Int8Array(matrix.length);
  for (let r = 0; r < rows; r++) {
    let largest = 0;
    for (let i = r * dim; i < (r + 1) * dim; i++) largest = Math.max(largest, Math.abs(matrix[i]));
    if (largest === 0) continue;
    scale[r] = largest / 127;
    for (let i = r * dim; i < (r + 1) * dim; i++) codes[i] = Math.round(matrix[i] / scale[r]);
  }
  return { dim, scale, codes };
}

export function dequantiseRows({ dim, scale, codes }: QuantisedRows): Float32Array {
  return Float32Array.from(codes, (code, i) => code * scale[Math.floor(i / dim)]);
}
