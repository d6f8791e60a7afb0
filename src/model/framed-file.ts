/**
 * Files of trained parameters: four letters that say what it is, the header's length (uint32, little
 * endian), a JSON header that holds the payload's hash, then the payload.
 */
import * as v from 'valibot';
import { sha256IfPossible } from '../data/sha256';

/** A checkpoint that cannot be used, and what is wrong with it. */
export class CheckpointError extends Error {
  constructor(readonly problem: string) {
    super(`checkpoint: ${problem}`);
    this.name = 'CheckpointError';
  }
}

export interface Frame<Header> {
  /** Four ASCII letters. */
  magic: string;
  /** What a file is that has them, for messages: `a checkpoint of this page`. */
  what: string;
  /** Of the header, the payload's hash left out. */
  schema: v.GenericSchema<unknown, Header>;
}

const PREFIX = 8;

export async function frameFile<Header extends object>(
  { magic }: Frame<Header>,
  header: Header,
  payload: Uint8Array,
): Promise<Uint8Array> {
  const json = JSON.stringify({ ...header, sha256: (await sha256IfPossible(payload)) ?? '' });
  const bytes = new TextEncoder().encode(json);
  const file = new Uint8Array(PREFIX + bytes.length + payload.length);
  file.set(new TextEncoder().encode(magic));
  new DataView(file.buffer).setUint32(4, bytes.length, true);
  file.set(bytes, PREFIX);
  file.set(payload, PREFIX + bytes.length);
  return file;
}

export interface Unframed<Header> {
  header: Header;
  /** A view of the file. */
  payload: Uint8Array;
  /** For `assertIntact`; empty where the file was written on an insecure page. */
  sha256: string;
}

/** @throws CheckpointError when it is no such file, or its header is cut off or wrong. */
export function unframeFile<Header>(
  { magic, what, schema }: Frame<Header>,
  file: Uint8Array,
): Unframed<Header> {
  const found = new TextDecoder().decode(file.subarray(0, magic.length));
  if (file.length < PREFIX || found !== magic) throw new CheckpointError(`is not ${what}`);
  const end = PREFIX + new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  if (end > file.length) throw new CheckpointError('is truncated in its header');
  const json = parseJson(file.subarray(PREFIX, end));
  const { sha256 } = checked(v.object({ sha256: v.string() }), json);
  return { header: checked(schema, json), payload: file.subarray(end), sha256 };
}

/** @throws CheckpointError when the payload is not the one that was written. */
export async function assertIntact({ payload, sha256 }: Unframed<unknown>): Promise<void> {
  const actual = await sha256IfPossible(payload);
  if (actual !== null && sha256 !== '' && actual !== sha256) {
    throw new CheckpointError('has been damaged: its parameters do not match their hash');
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new CheckpointError('has a header that is not JSON');
  }
}

function checked<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown): Output {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new CheckpointError(`is wrong at '${v.getDotPath(issue) ?? 'header'}': ${issue.message}`);
}
