/**
 * A trained model in one small file: `CMML`, the header's length (uint32, little endian), a JSON
 * header with configuration, provenance and the payload's hash, then all parameters, a byte each
 * (`quantise.ts`), tensor by tensor in the outer layout (`layout.ts`).
 */
import * as v from 'valibot';
import { sha256IfPossible } from '../data/sha256';
import { parameterSpecs } from './cmml';
import { fromOuter, outerShapes, toOuter } from './layout';
import { quantisedSize, readQuantised, writeQuantised } from './quantise';
import { countParameters } from './specs';
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
const FORMAT = 2;
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
  const payload = new Uint8Array(payloadSize(config));
  const view = new DataView(payload.buffer);
  let at = 0;
  for (const { shape, data } of Object.values(toOuter(parameterSpecs(config), flat))) {
    writeQuantised(view, at, shape, data);
    at += quantisedSize(shape);
  }
  const header = new TextEncoder().encode(
    JSON.stringify({
      formatVersion: FORMAT,
      config,
      provenance,
      parameters: flat.length,
      sha256: await sha256IfPossible(payload),
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
  const bytes = payloadSize(config);
  if (payload.length !== bytes) {
    throw new CheckpointError(
      `is truncated: ${payload.length} bytes of parameters, expected ${bytes}`,
    );
  }
  const actual = await sha256IfPossible(payload);
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

/** Bytes of all parameters. */
const payloadSize = (config: ModelConfig): number =>
  outerShapes(parameterSpecs(config)).reduce((sum, { shape }) => sum + quantisedSize(shape), 0);

function readParameters(config: ModelConfig, payload: Uint8Array): Float32Array {
  const specs = parameterSpecs(config);
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  let at = 0;
  const tensors = outerShapes(specs).map(({ name, shape }) => {
    const data = readQuantised(view, at, shape);
    at += quantisedSize(shape);
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
