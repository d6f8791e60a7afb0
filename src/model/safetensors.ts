/**
 * A model as a safetensors file, the open format that PyTorch and others read: the header's length
 * (uint64, little endian), a JSON header with name, type, shape and place of each tensor, then the
 * values as float32. Names and `[out, in]` layout are those of the reference vectors (`layout.ts`);
 * configuration, provenance and the values' hash are in `__metadata__`.
 *
 *     from safetensors.torch import load_file
 *     weights = load_file('cmml.safetensors')   # weights['encoder.pair0.weight'].shape
 */
import * as v from 'valibot';
import { sha256IfPossible } from '../data/sha256';
import { assertFits, ConfigSchema, ProvenanceSchema, type Checkpoint } from './checkpoint';
import { parameterSpecs } from './cmml';
import { CheckpointError } from './framed-file';
import { fromOuter, outerShapes, toOuter } from './layout';
import { sizeOf } from './specs';

/** Room for a few thousand tensors; a longer header is not one of ours. */
const LONGEST_HEADER = 1 << 20;
const PREFIX = 8;
const BYTES = 4;

const TensorSchema = v.object({
  dtype: v.literal('F32'),
  shape: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
  data_offsets: v.tuple([v.number(), v.number()]),
});

const MetadataSchema = v.object({
  format: v.literal('cmml-1'),
  config: v.string(),
  provenance: v.string(),
  sha256: v.string(),
  note: v.optional(v.string()),
  tasksSeen: v.optional(v.string()),
});

/** What training goes on from beside the parameters: two more tensors of the file, flat. */
const MOMENTS = { first: 'optimiser.first', second: 'optimiser.second' } as const;

/** What else travels in the file, as text of the writer's own (`app/storage` keeps a run there). */
export interface Exported extends Checkpoint {
  note?: string;
  /** With them a run goes on as if it had never stopped; readers of weights may pass them over. */
  optimiser?: OptimiserState;
}

/** Adam's moments `[N]`, in the model's own order and layout, and tasks trained on so far. */
export interface OptimiserState {
  first: Float32Array;
  second: Float32Array;
  tasksSeen: number;
}

export async function encodeSafetensors({
  config,
  provenance,
  flat,
  note,
  optimiser,
}: Exported): Promise<Uint8Array> {
  const tensors = { ...toOuter(parameterSpecs(config), flat), ...momentTensors(optimiser) };
  const payload = new Uint8Array(BYTES * flat.length * (optimiser ? 3 : 1));
  const view = new DataView(payload.buffer);
  const header: Record<string, unknown> = {};
  let at = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    header[name] = { dtype: 'F32', shape, data_offsets: [at, at + BYTES * data.length] };
    data.forEach((value, i) => view.setFloat32(at + BYTES * i, value, true));
    at += BYTES * data.length;
  }
  header.__metadata__ = {
    format: 'cmml-1',
    config: JSON.stringify(config),
    provenance: JSON.stringify(provenance),
    sha256: (await sha256IfPossible(payload)) ?? '',
    ...(note === undefined ? {} : { note }),
    ...(optimiser ? { tasksSeen: String(optimiser.tasksSeen) } : {}),
  };
  // Readers map the values as they lie: they begin at a multiple of 8.
  const json = JSON.stringify(header);
  const text = new TextEncoder().encode(json);
  const padded = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(PREFIX + padded + payload.length).fill(0x20);
  new DataView(file.buffer).setBigUint64(0, BigInt(padded), true);
  file.set(text, PREFIX);
  file.set(payload, PREFIX + padded);
  return file;
}

/** @throws CheckpointError that names what is wrong. */
export async function decodeSafetensors(file: Uint8Array): Promise<Exported> {
  const { header, payload } = split(file);
  const { __metadata__: given, ...listed } = header;
  const metadata = checked(MetadataSchema, given, '__metadata__');
  const config = checked(ConfigSchema, parsed(metadata.config, 'config'), 'config');
  const provenance = checked(
    ProvenanceSchema,
    parsed(metadata.provenance, 'provenance'),
    'provenance',
  );
  const actual = await sha256IfPossible(payload);
  if (actual !== null && metadata.sha256 !== '' && actual !== metadata.sha256) {
    throw new CheckpointError('has been damaged: its values do not match their hash');
  }
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const tensors = Object.entries(listed).map(([name, entry]) => {
    const { shape, data_offsets: offsets } = checked(TensorSchema, entry, name);
    const [start, end] = offsets;
    if (end - start !== BYTES * sizeOf(shape) || start < 0 || end > payload.length) {
      throw new CheckpointError(`has a tensor '${name}' that lies outside the file`);
    }
    const data = Float32Array.from({ length: sizeOf(shape) }, (_, i) =>
      view.getFloat32(start + BYTES * i, true),
    );
    return [name, { shape, data }] as const;
  });
  const specs = parameterSpecs(config);
  const wanted = outerShapes(specs);
  const isMoment = (name: string): boolean => Object.values<string>(MOMENTS).includes(name);
  const weights = tensors.filter(([name]) => !isMoment(name));
  if (weights.length !== wanted.length) {
    throw new CheckpointError(
      `has ${weights.length} tensors, its configuration needs ${wanted.length}`,
    );
  }
  const flat = fits(() => fromOuter(specs, Object.fromEntries(weights)));
  assertFits(config, flat);
  const optimiser = optimiserOf(Object.fromEntries(tensors), metadata.tasksSeen, flat.length);
  return {
    config,
    provenance,
    flat,
    ...(optimiser ? { optimiser } : {}),
    ...(metadata.note === undefined ? {} : { note: metadata.note }),
  };
}

type Tensors = Record<string, { shape: number[]; data: Float32Array }>;

function momentTensors(optimiser: OptimiserState | undefined): Tensors {
  if (!optimiser) return {};
  const tensor = (data: Float32Array) => ({ shape: [data.length], data });
  return { [MOMENTS.first]: tensor(optimiser.first), [MOMENTS.second]: tensor(optimiser.second) };
}

/** null for files without moments: those of older pages, and weights nothing was trained on. */
function optimiserOf(
  tensors: Tensors,
  seen: string | undefined,
  size: number,
): OptimiserState | null {
  const [first, second] = [tensors[MOMENTS.first]?.data, tensors[MOMENTS.second]?.data];
  if (!first && !second) return null;
  const tasksSeen = Number(seen);
  const whole = first?.length === size && second?.length === size;
  if (!whole || !Number.isSafeInteger(tasksSeen) || tasksSeen < 0) {
    throw new CheckpointError('has an optimiser state that does not fit its weights');
  }
  if (![first, second].every((values) => values.every(Number.isFinite))) {
    throw new CheckpointError('has an optimiser state with values that are no numbers');
  }
  return { first, second, tasksSeen };
}

function split(file: Uint8Array): { header: Record<string, unknown>; payload: Uint8Array } {
  if (file.length < PREFIX) throw new CheckpointError('is no safetensors file: it is too short');
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  if (length > LONGEST_HEADER || PREFIX + length > file.length) {
    throw new CheckpointError('is no safetensors file, or is cut off in its header');
  }
  const text = new TextDecoder().decode(file.subarray(PREFIX, PREFIX + length));
  const header = parsed(text, 'header');
  if (header === null || typeof header !== 'object' || Array.isArray(header)) {
    throw new CheckpointError('has a header that is no object');
  }
  return {
    header: header as Record<string, unknown>,
    payload: file.subarray(PREFIX + length),
  };
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CheckpointError(`has a ${what} that is not JSON`);
  }
}

function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new CheckpointError(`is wrong at '${what} ${v.getDotPath(issue) ?? ''}': ${issue.message}`);
}

function fits<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new CheckpointError(error instanceof Error ? error.message : String(error));
  }
}
