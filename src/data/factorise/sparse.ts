/** Compressed sparse rows of a user-item table. */

export interface SparseRows {
  rows: number;
  /** Row `r` holds entries `start[r]..start[r + 1]`. */
  start: Uint32Array;
  column: Uint32Array;
  /** Position in the source of each entry, to look up its value. */
  source: Uint32Array;
}

export function sparseRows(
  rows: number,
  row: ArrayLike<number>,
  column: ArrayLike<number>,
): SparseRows {
  const start = new Uint32Array(rows + 1);
  for (let k = 0; k < row.length; k++) start[row[k] + 1]++;
  for (let r = 0; r < rows; r++) start[r + 1] += start[r];
  const next = start.slice(0, rows);
  const entries = { column: new Uint32Array(row.length), source: new Uint32Array(row.length) };
  for (let k = 0; k < row.length; k++) {
    const at = next[row[k]]++;
    entries.column[at] = column[k];
    entries.source[at] = k;
  }
  return { rows, start, ...entries };
}
