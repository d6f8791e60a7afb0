/**
 * A trained model in one small file: `CMML`, the header's length (uint32, little endian), a JSON
 * header with configuration, provenance and the payload's hash, then all parameters as float16,
 * tensor by tensor in the outer layout (`layout.ts`), so that other programs can read them.
 */
import * as v from 'valibot';
import { parameterSpecs } from './cmml';
import { fromFloat16, toFloat16 } from './float16';
import { fromOuter, outerShapes, toOuter } from './layout';
import { countParameters, sizeOf } from './specs';
import type { ModelConfig, Provenance } from './types';

export interface Checkpoint {
  config: ModelConfig;
  /** All parameters, in the inner layout of `ParameterSet`. */
  flat: Float32Array;
  provenance: Provenance;
}

/** A checkpoint that cannot be used, and what is wrong with it. */
export class CheckpointError extends Error {
  constructor(readonly problem: string) {
    super(`checkpoint: ${problem}`);
    this.name = 'CheckpointError';
  }
}

const MAGIC = 'CMML';
const FORMAT = 1;
const PREFIX = 8;

const size = v.pipe(v.number(), v.integer(), v.minValue(1));

export const ConfigSchema: v.GenericSchema<unknown, ModelConfig> = v.object({
  task: v.picklist(['ranking', 'rating']),
  encoder: v.picklist(['mean', 'max', 'gru', 'weighted']),
  hybrid: v.picklist(['none', 'dot', 'mlp']),
  modulation: v.picklist(['linear', 'sigmoid', 'film', 'soft', 'none']),
  leakySlope: v.number(),
  sizes: v.object({
    pairDim: size,
    gruHidden: size,
    poolHidden: size,
    trunk: size,
    width: size,
    moduleWidth: size,
    labelDim: size,
    lastModuleWidth: v.optional(size),
    embedding: v.optional(size),
  }),
  layers: v.optional(size),
  positivesOnly: v.optional(v.boolean()),
  prototype: v.optional(v.boolean()),
  inputs: v.optional(v.picklist(['plain', 'product'])),
  headBias: v.optional(v.number()),
  gammaBias: v.optional(v.number()),
  statistics: v.optional(size),
  rounds: v.optional(size),
  dropout: v.optional(v.number()),
});

export const ProvenanceSchema: v.GenericSchema<unknown, Provenance> = v.object({
  command: v.string(),
  setting: v.picklist(['ranking', 'visitor', 'rating']),
  treatment: v.picklist(['plain', 'full']),
  seed: v.number(),
  steps: v.number(),
  commit: v.string(),
  date: v.string(),
  dataset: v.string(),
  metrics: v.record(v.string(), v.number()),
});

const HeaderSchema = v.object({
  formatVersion: v.literal(FORMAT),
  config: ConfigSchema,
  provenance: ProvenanceSchema,
  parameters: size,
  sha256: v.string(),
});

export async function encodeCheckpoint(checkpoint: Checkpoint): Promise<Uint8Array> {
  const { config, flat, provenance } = checkpoint;
  const payload = new Uint8Array(2 * flat.length);
  const view = new DataView(payload.buffer);
  let at = 0;
  for (const { data } of Object.values(toOuter(parameterSpecs(config), flat))) {
    for (const value of data) view.setUint16(2 * at++, toFloat16(value), true);
  }
  const header = new TextEncoder().encode(
    JSON.stringify({
      formatVersion: FORMAT,
      config,
      provenance,
      parameters: flat.length,
      sha256: await sha256(payload),
    }),
  );
  const file = new Uint8Array(PREFIX + header.length + payload.length);
  file.set(new TextEncoder().encode(MAGIC));
  new DataView(file.buffer).setUint32(4, header.length, true);
  file.set(header, PREFIX);
  file.set(payload, PREFIX + header.length);
  return file;
}

/** @throws CheckpointError that names what is wrong. */
export async function decodeCheckpoint(file: Uint8Array): Promise<Checkpoint> {
  const { header, payload } = split(file);
  const { config, provenance, parameters, sha256: expected } = parseHeader(header);
  const wanted = countParameters(parameterSpecs(config));
  if (parameters !== wanted) {
    throw new CheckpointError(`has ${parameters} parameters, its configuration needs ${wanted}`);
  }
  if (payload.length !== 2 * parameters) {
    throw new CheckpointError(
      `is truncated: ${payload.length} bytes of parameters, expected ${2 * parameters}`,
    );
  }
  const actual = await sha256(payload);
  if (actual !== null && actual !== expected) {
    throw new CheckpointError('has been damaged: its parameters do not match their hash');
  }
  const flat = readParameters(config, payload);
  assertFits(config, flat);
  return { config, flat, provenance };
}

/** @throws CheckpointError when `flat` is not a full set of finite parameters of that model. */
export function assertFits(config: ModelConfig, flat: Float32Array): void {
  const wanted = countParameters(parameterSpecs(config));
  if (flat.length !== wanted) {
    throw new CheckpointError(`has ${flat.length} parameters, its configuration needs ${wanted}`);
  }
  if (!flat.every(Number.isFinite)) throw new CheckpointError('has parameters that are no numbers');
}

function readParameters(config: ModelConfig, payload: Uint8Array): Float32Array {
  const specs = parameterSpecs(config);
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  let at = 0;
  const tensors = outerShapes(specs).map(({ name, shape }) => {
    const data = Float32Array.from({ length: sizeOf(shape) }, () =>
      fromFloat16(view.getUint16(2 * at++, true)),
    );
    return [name, { shape, data }] as const;
  });
  return fromOuter(specs, Object.fromEntries(tensors));
}

function split(file: Uint8Array): { header: Uint8Array; payload: Uint8Array } {
  const magic = new TextDecoder().decode(file.subarray(0, MAGIC.length));
  if (file.length < PREFIX || magic !== MAGIC) {
    throw new CheckpointError('is not a checkpoint of this page');
  }
  const length = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  if (PREFIX + length > file.length) throw new CheckpointError('is truncated in its header');
  return {
    header: file.subarray(PREFIX, PREFIX + length),
    payload: file.subarray(PREFIX + length),
  };
}

function parseHeader(bytes: Uint8Array): v.InferOutput<typeof HeaderSchema> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new CheckpointError('has a header that is not JSON');
  }
  const parsed = v.safeParse(HeaderSchema, header);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new CheckpointError(`is wrong at '${v.getDotPath(issue) ?? 'header'}': ${issue.message}`);
}

/** Hexadecimal digits; null where the page is no secure context, which has no `crypto.subtle`. */
export async function sha256(bytes: Uint8Array): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
