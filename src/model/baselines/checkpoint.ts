/**
 * A trained baseline in one small file (`framed-file.ts`): a header with what the baseline is and its
 * provenance, then all parameters as float16 in the order of its specs.
 */
import * as v from 'valibot';

import { ProvenanceSchema } from '../checkpoint';
import { fromFloat16, toFloat16 } from '../float16';
import { assertIntact, CheckpointError, frameFile, unframeFile } from '../framed-file';
import { countParameters } from '../specs';
import type { Objective, Provenance } from '../types';
import { dcn } from './dcn-variants';
import { decisionSizes } from './families';
import { melu } from './maml';
import type { Baseline } from './baseline';
import { s2meta } from './s2meta';

/** Baselines that ship with the page, for the race. */
export const SHIPPED_BASELINES = ['dcn', 'melu', 's2meta'] as const;
export type ShippedBaseline = (typeof SHIPPED_BASELINES)[number];

export interface BaselineDescription {
  kind: ShippedBaseline;
  objective: Objective;
  pairDim: number;
  /** MeLU: inner steps in meta-training. s2Meta: the most there can be. DCN: 0. */
  steps: number;
  /** MeLU's inner learning rate, or where s2Meta's input gates start; DCN: 0. */
  rate: number;
}

export interface BaselineCheckpoint {
  description: BaselineDescription;
  flat: Float32Array;
  provenance: Provenance;
}

/** @param steps another number of inner steps than in training (MeLU) */
export function buildBaseline(
  { kind, objective, pairDim, rate, ...trained }: BaselineDescription,
  steps = trained.steps,
): Baseline {
  if (kind === 'dcn') return dcn(pairDim, objective);
  const sizes = decisionSizes(pairDim);
  if (kind === 's2meta') return s2meta(sizes, { objective, maxSteps: steps, rate });
  return melu(sizes, { objective, steps, rate });
}

const FORMAT = 1;

const FRAME = {
  magic: 'RIVL',
  what: 'a baseline of this page',
  schema: v.object({
    formatVersion: v.literal(FORMAT),
    description: v.object({
      kind: v.picklist(SHIPPED_BASELINES),
      objective: v.picklist(['ranking', 'rating']),
      pairDim: v.pipe(v.number(), v.integer(), v.minValue(1)),
      steps: v.pipe(v.number(), v.integer(), v.minValue(0)),
      rate: v.pipe(v.number(), v.minValue(0)),
    }),
    provenance: ProvenanceSchema,
  }),
};

export async function encodeBaseline(checkpoint: BaselineCheckpoint): Promise<Uint8Array> {
  const { description, flat, provenance } = checkpoint;
  const payload = new Uint8Array(2 * flat.length);
  const view = new DataView(payload.buffer);
  flat.forEach((value, i) => view.setUint16(2 * i, toFloat16(value), true));
  return frameFile(FRAME, { formatVersion: FORMAT, description, provenance }, payload);
}

/** @throws CheckpointError that names what is wrong. */
export async function decodeBaseline(file: Uint8Array): Promise<BaselineCheckpoint> {
  const framed = unframeFile(FRAME, file);
  const { description, provenance } = framed.header;
  const { payload } = framed;
  const wanted = 2 * countParameters(buildBaseline(description).specs);
  if (payload.length !== wanted) {
    throw new CheckpointError(`has ${payload.length} bytes of parameters, expected ${wanted}`);
  }
  await assertIntact(framed);
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const flat = Float32Array.from({ length: wanted / 2 }, (_, i) =>
    fromFloat16(view.getUint16(2 * i, true)),
  );
  return { description, flat, provenance };
}
