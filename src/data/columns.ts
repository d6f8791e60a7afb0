/**
 * A small container of named columns, so that a table is one request and few bytes.
 *
 * Layout: magic `CMC1`, header length (uint32, little-endian), header (JSON, UTF-8), then the
 * columns one after another. Integers that are small or sorted are stored as variable-length
 * differences, which gzip halves again; everything else is stored as it is, little-endian.
 */

const MAGIC = 'CMC1';

const ARRAYS = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float32: Float32Array,
} as const;

type ArrayName = keyof typeof ARRAYS;
export type TypedColumn =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array;
export type Column = TypedColumn | string[];
export type Columns = Record<string, Column>;

/** How a column's bytes are written; `delta` is for integer columns only. */
type Coding = 'plain' | 'delta' | 'lines';

interface ColumnHeader {
  name: string;
  type: ArrayName | 'string';
  coding: Coding;
  length: number;
  bytes: number;
}

function arrayName(column: TypedColumn): ArrayName {
  const names = Object.keys(ARRAYS) as ArrayName[];
  const name = names.find((n) => column instanceof ARRAYS[n]);
  if (!name) throw new TypeError('not a column type');
  return name;
}

/** Differences, zigzag, seven bits a byte. */
function encodeDeltas(column: TypedColumn): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const value of column) {
    const difference = value - last;
    last = value;
    let zigzag = difference < 0 ? -2 * difference - 1 : 2 * difference;
    while (zigzag >= 128) {
      bytes.push((zigzag % 128) + 128);
      zigzag = Math.floor(zigzag / 128);
    }
    bytes.push(zigzag);
  }
  return Uint8Array.from(bytes);
}

function decodeDeltas(bytes: Uint8Array, into: TypedColumn): void {
  let at = 0;
  let last = 0;
  for (let n = 0; n < into.length; n++) {
    let zigzag = 0;
    let unit = 1;
    let byte: number;
    do {
      if (at >= bytes.length) throw new RangeError('a column ends too early');
      byte = bytes[at++];
      zigzag += (byte & 127) * unit;
      unit *= 128;
    } while (byte & 128);
    last += zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2;
    into[n] = last;
  }
  if (at !== bytes.length) throw new RangeError('a column is longer than its header says');
}

function encodeColumn(column: Column, delta: boolean): { coding: Coding; bytes: Uint8Array } {
  if (Array.isArray(column)) {
    if (column.some((line) => line.includes('\n'))) throw new TypeError('a string has a newline');
    return { coding: 'lines', bytes: new TextEncoder().encode(column.join('\n')) };
  }
  if (delta) return { coding: 'delta', bytes: encodeDeltas(column) };
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  return { coding: 'plain', bytes };
}

function decodeColumn(header: ColumnHeader, bytes: Uint8Array): Column {
  if (header.type === 'string') {
    const lines = header.length === 0 ? [] : new TextDecoder().decode(bytes).split('\n');
    if (lines.length !== header.length) throw new RangeError('a column has too few or many lines');
    return lines;
  }
  const Type = ARRAYS[header.type];
  if (Type === undefined) throw new RangeError(`unknown column type '${header.type}'`);
  if (header.coding === 'delta') {
    // Before room is made for what a damaged header says: a difference takes a byte at least.
    if (header.length > bytes.length) throw new RangeError('a column ends too early');
    const column = new Type(header.length);
    decodeDeltas(bytes, column);
    return column;
  }
  if (bytes.length !== header.length * Type.BYTES_PER_ELEMENT) {
    throw new RangeError('a column has the wrong length');
  }
  return new Type(bytes.slice().buffer);
}

/** `delta` names the integer columns to store as differences. */
export function encodeColumns(columns: Columns, delta: readonly string[] = []): Uint8Array {
  const encoded = Object.entries(columns).map(([name, column]) => {
    const { coding, bytes } = encodeColumn(column, delta.includes(name));
    const type = Array.isArray(column) ? 'string' : arrayName(column);
    const header: ColumnHeader = { name, type, coding, length: column.length, bytes: bytes.length };
    return { header, bytes };
  });
  const header = new TextEncoder().encode(JSON.stringify(encoded.map((c) => c.header)));
  const total = encoded.reduce((sum, c) => sum + c.bytes.length, 8 + header.length);
  const out = new Uint8Array(total);
  out.set(new TextEncoder().encode(MAGIC));
  new DataView(out.buffer).setUint32(4, header.length, true);
  out.set(header, 8);
  let at = 8 + header.length;
  for (const { bytes } of encoded) {
    out.set(bytes, at);
    at += bytes.length;
  }
  return out;
}

function checked(value: unknown): ColumnHeader {
  const header = value as Partial<ColumnHeader> | null;
  const isCount = (n: unknown): boolean => Number.isInteger(n) && (n as number) >= 0;
  if (typeof header?.name !== 'string' || !isCount(header.length) || !isCount(header.bytes)) {
    throw new RangeError('the header describes no column');
  }
  return header as ColumnHeader;
}

/** @throws RangeError or SyntaxError saying what is wrong with the bytes. */
export function decodeColumns(buffer: ArrayBuffer): Columns {
  const bytes = new Uint8Array(buffer);
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC || bytes.length < 8) {
    throw new RangeError(`does not start with ${MAGIC}`);
  }
  const headerEnd = 8 + new DataView(buffer).getUint32(4, true);
  if (headerEnd > bytes.length) throw new RangeError('the header ends too early');
  const headers = JSON.parse(new TextDecoder().decode(bytes.subarray(8, headerEnd)));
  if (!Array.isArray(headers)) throw new RangeError('the header is no list of columns');
  const columns: Columns = {};
  let at = headerEnd;
  for (const header of headers.map(checked)) {
    if (at + header.bytes > bytes.length) throw new RangeError(`'${header.name}' ends too early`);
    columns[header.name] = decodeColumn(header, bytes.subarray(at, at + header.bytes));
    at += header.bytes;
  }
  if (at !== bytes.length) throw new RangeError('there are bytes after the last column');
  return columns;
}
