/**
 * A trained model in one small file (`framed-file.ts`): a header with configuration and provenance,
 * then all parameters, a byte each (`quantise.ts`), tensor by tensor in the outer layout (`layout.ts`).
 */
import * as v from 'valibot';
import { ENCODERS, HYBRIDS, MODULATIONS, readSetting, SETTINGS, TREATMENTS } from '../kinds';
import { parameterSpecs } from './cmml';
import { assertIntact, CheckpointError, frameFile, unframeFile } from './framed-file';
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

const FORMAT = 2;

const size = v.pipe(v.number(), v.integer(), v.minValue(1));
/** Specs are made one by one before they are compared with what the file holds. */
const MOST_LAYERS = 64;

export const ConfigSchema: v.GenericSchema<unknown, ModelConfig> = v.object({
  task: v.picklist(['ranking', 'rating']),
  encoder: v.picklist(ENCODERS),
  hybrid: v.picklist(HYBRIDS),
  modulation: v.picklist(MODULATIONS),
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
    key: v.optional(size),
  }),
  layers: v.optional(v.pipe(size, v.maxValue(MOST_LAYERS))),
  positivesOnly: v.optional(v.boolean()),
  prototype: v.optional(v.union([v.boolean(), v.literal('separate')])),
  consensus: v.optional(v.boolean()),
  attention: v.optional(v.picklist(['learned', 'uniform'])),
  inputs: v.optional(v.picklist(['plain', 'context', 'product'])),
  headBias: v.optional(v.number()),
  gammaBias: v.optional(v.number()),
  statistics: v.optional(size),
  rounds: v.optional(size),
  dropout: v.optional(v.number()),
});

export const ProvenanceSchema: v.GenericSchema<unknown, Provenance> = v.object({
  command: v.string(),
  setting: v.pipe(v.string(), v.transform(readSetting), v.picklist(SETTINGS)),
  treatment: v.picklist(TREATMENTS),
  seed: v.number(),
  steps: v.number(),
  commit: v.string(),
  date: v.string(),
  dataset: v.string(),
  metrics: v.record(v.string(), v.number()),
  arithmetic: v.optional(v.string()),
});

const FRAME = {
  magic: 'CMML',
  what: 'a checkpoint of this page',
  schema: v.object({
    formatVersion: v.literal(FORMAT),
    config: ConfigSchema,
    provenance: ProvenanceSchema,
    parameters: size,
  }),
};

export async function encodeCheckpoint(checkpoint: Checkpoint): Promise<Uint8Array> {
  const { config, flat, provenance } = checkpoint;
  const payload = new Uint8Array(payloadSize(config));
  const view = new DataView(payload.buffer);
  let at = 0;
  for (const { shape, data } of Object.values(toOuter(parameterSpecs(config), flat))) {
    writeQuantised(view, at, shape, data);
    at += quantisedSize(shape);
  }
  const header = { formatVersion: FORMAT, config, provenance, parameters: flat.length } as const;
  return frameFile(FRAME, header, payload);
}

/** @throws CheckpointError that names what is wrong. */
export async function decodeCheckpoint(file: Uint8Array): Promise<Checkpoint> {
  const framed = unframeFile(FRAME, file);
  const { config, provenance, parameters } = framed.header;
  const wanted = countParameters(parameterSpecs(config));
  if (parameters !== wanted) {
    throw new CheckpointError(`has ${parameters} parameters, its configuration needs ${wanted}`);
  }
  const [bytes, expected] = [framed.payload.length, payloadSize(config)];
  if (bytes !== expected) {
    throw new CheckpointError(`is truncated: ${bytes} bytes of parameters, expected ${expected}`);
  }
  await assertIntact(framed);
  const flat = readParameters(config, framed.payload);
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
