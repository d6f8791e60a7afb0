/**
 * A trained rival in one small file: `RIVL`, the header's length (uint32, little endian), a JSON
 * header with what the rival is, its provenance and the payload's hash, then all parameters as
 * float16 in the order of its specs.
 */
import * as v from 'valibot';

import { sha256, sha256IfPossible } from '../../data/sha256';
import { CheckpointError, ProvenanceSchema } from '../checkpoint';
import { fromFloat16, toFloat16 } from '../float16';
import { countParameters } from '../specs';
import type { Objective, Provenance } from '../types';
import { dcn } from './dcn-rivals';
import { decisionSizes } from './families';
import { melu } from './maml';
import type { Rival } from './rival';
import { s2meta } from './s2meta';

/** Rivals that ship with the page, for the race. */
export const SHIPPED_RIVALS = ['dcn', 'melu', 's2meta'] as const;
export type ShippedRival = (typeof SHIPPED_RIVALS)[number];

export interface RivalDescription {
  kind: ShippedRival;
  objective: Objective;
  pairDim: number;
  /** MeLU: inner steps in meta-training. s2Meta: the most there can be. DCN: 0. */
  steps: number;
  /** MeLU's inner learning rate, or where s2Meta's input gates start; DCN: 0. */
  rate: number;
}

export interface RivalCheckpoint {
  description: RivalDescription;
  flat: Float32Array;
  provenance: Provenance;
}

/** @param steps another number of inner steps than in training (MeLU) */
export function buildRival(
  { kind, objective, pairDim, rate, ...trained }: RivalDescription,
  steps = trained.steps,
): Rival {
  if (kind === 'dcn') return dcn(pairDim, objective);
  const sizes = decisionSizes(pairDim);
  if (kind === 's2meta') return s2meta(sizes, { objective, maxSteps: steps, rate });
  return melu(sizes, { objective, steps, rate });
}

const MAGIC = 'RIVL';
const FORMAT = 1;
const PREFIX = 8;

const HeaderSchema = v.object({
  formatVersion: v.literal(FORMAT),
  description: v.object({
    kind: v.picklist(SHIPPED_RIVALS),
    objective: v.picklist(['ranking', 'rating']),
    pairDim: v.pipe(v.number(), v.integer(), v.minValue(1)),
    steps: v.pipe(v.number(), v.integer(), v.minValue(0)),
    rate: v.pipe(v.number(), v.minValue(0)),
  }),
  provenance: ProvenanceSchema,
  sha256: v.string(),
});

export async function encodeRival(checkpoint: RivalCheckpoint): Promise<Uint8Array> {
  const { description, flat, provenance } = checkpoint;
  const payload = new Uint8Array(2 * flat.length);
  const view = new DataView(payload.buffer);
  flat.forEach((value, i) => view.setUint16(2 * i, toFloat16(value), true));
  const hash = await sha256(payload);
  const json = JSON.stringify({ formatVersion: FORMAT, description, provenance, sha256: hash });
  const header = new TextEncoder().encode(json);
  const file = new Uint8Array(PREFIX + header.length + payload.length);
  file.set(new TextEncoder().encode(MAGIC));
  new DataView(file.buffer).setUint32(4, header.length, true);
  file.set(header, PREFIX);
  file.set(payload, PREFIX + header.length);
  return file;
}

/** @throws CheckpointError that names what is wrong. */
export async function decodeRival(file: Uint8Array): Promise<RivalCheckpoint> {
  const { description, provenance, sha256: expected } = readHeader(file);
  const payload = file.subarray(PREFIX + headerLength(file));
  const wanted = 2 * countParameters(buildRival(description).specs);
  if (payload.length !== wanted) {
    throw new CheckpointError(`has ${payload.length} bytes of parameters, expected ${wanted}`);
  }
  const actual = await sha256IfPossible(payload);
  if (actual !== null && actual !== expected) {
    throw new CheckpointError('has been damaged: its parameters do not match their hash');
  }
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const flat = Float32Array.from({ length: wanted / 2 }, (_, i) =>
    fromFloat16(view.getUint16(2 * i, true)),
  );
  return { description, flat, provenance };
}

const headerLength = (file: Uint8Array): number =>
  new DataView(file.buffer, file.byteOffset).getUint32(4, true);

function readHeader(file: Uint8Array): v.InferOutput<typeof HeaderSchema> {
  const magic = new TextDecoder().decode(file.subarray(0, MAGIC.length));
  if (file.length < PREFIX || magic !== MAGIC) {
    throw new CheckpointError('is not a rival of this page');
  }
  const end = PREFIX + headerLength(file);
  if (end > file.length) throw new CheckpointError('is truncated in its header');
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(file.subarray(PREFIX, end)));
  } catch {
    throw new CheckpointError('has a header that is not JSON');
  }
  const parsed = v.safeParse(HeaderSchema, header);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new CheckpointError(`is wrong at '${v.getDotPath(issue) ?? 'header'}': ${issue.message}`);
}
