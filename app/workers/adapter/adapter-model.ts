/** The adapter's model: present parameters, how to read support sets, the catalogue on the device. */
import * as tf from '@tensorflow/tfjs-core';
import { encode, parameterSpecs, predict } from '../../../src/model/cmml';
import type { Support } from '../../../src/model/encoder/support';
import { ParameterSet } from '../../../src/model/parameter-set';
import type { Intermediates } from '../../../src/model/intermediates';
import type { ModelConfig } from '../../../src/model/types';
import { WorkerFailure } from '../../protocol/failure';
import { overrideModulation } from '../model/overrides';
import type { Reading } from '../model/reading';
import type { Interventions, SupportItem } from '../../protocol/vocabulary';
import { firstCandidates, prototypeOf } from './first-candidates';

/** Between liked (1) and disliked (0), and between low and high stars. */
const LABEL_MIDDLE = 0.5;
const STARS_MIDDLE = 3;
/** Catalogue rows scored before messages are let in: a few milliseconds of work. */
const SLICE = 1536;

/** Support sets after the encoder, and what candidates attend over. */
export type Encoded = {
  /** `C [B, P]` */
  context: tf.Tensor2D;
  /** `[B, statistics]` */
  statistics?: tf.Tensor2D;
  support: Support;
  /** How sharply they attend: 1 as learned, unless told. */
  sharpness?: number;
};

export class AdapterModel {
  readonly config: ModelConfig;
  readonly parameters: ParameterSet;
  /** Training steps that the present parameters have seen on this page. */
  steps = 0;
  /** All items as the last answer in the main channel ranked them. */
  lastOrder: Uint32Array | null = null;
  private readonly catalogue: tf.Tensor3D[];

  constructor(
    readonly reading: Reading,
    flat: Float32Array,
  ) {
    this.config = reading.config;
    this.parameters = new ParameterSet(parameterSpecs(reading.config), flat);
    this.catalogue = slices(reading.candidates, this.config.sizes.pairDim);
  }

  get items(): number {
    return this.reading.items;
  }

  /** @throws WorkerFailure `bad-request` when the number of parameters is another model's */
  load(flat: Float32Array, steps: number): void {
    if (flat.length !== this.parameters.size) {
      const wrong = `${flat.length} parameters for a model of ${this.parameters.size}`;
      throw new WorkerFailure('bad-request', wrong);
    }
    this.parameters.load(flat);
    this.steps = steps;
  }

  /** @throws WorkerFailure `bad-request` for items outside the catalogue */
  check(items: readonly number[]): void {
    const outside = items.find(
      (item) => !(Number.isInteger(item) && item >= 0 && item < this.items),
    );
    if (outside !== undefined) throw new WorkerFailure('bad-request', `no movie ${outside}`);
  }

  /** Contexts and label statistics of `B` support sets. */
  encode(supports: readonly (readonly SupportItem[])[]): Encoded {
    return tf.tidy(() => {
      const { support, statistics } = this.reading.tensors(supports);
      return { context: encode(this.config, this.parameters, support), statistics, support };
    });
  }

  /** Candidates to score first, the selected one among them. */
  likeliest(support: readonly SupportItem[], select: number | null): Uint32Array {
    const { candidates, config } = this.reading;
    const { pairDim } = config.sizes;
    const labels = support.map(({ label }) => label);
    const middle = config.task === 'ranking' ? LABEL_MIDDLE : STARS_MIDDLE;
    const prototype = prototypeOf(this.reading.pairs(support), pairDim, labels, middle);
    const items = firstCandidates(candidates, pairDim, prototype, this.lastOrder);
    return select === null || items.includes(select) ? items : Uint32Array.of(...items, select);
  }

  /** Pair vectors of the whole catalogue in slices, in order: each `[1, at most SLICE, D]`. */
  rows(): readonly tf.Tensor3D[] {
    return this.catalogue;
  }

  /** Pair vectors of chosen items: `[1, items, D]`. */
  pick(items: ArrayLike<number>): tf.Tensor3D {
    const { pairDim } = this.config.sizes;
    const { candidates } = this.reading;
    const picked = new Float32Array(items.length * pairDim);
    for (let k = 0; k < items.length; k++) {
      const at = items[k] * pairDim;
      picked.set(candidates.subarray(at, at + pairDim), k * pairDim);
    }
    return tf.tensor3d(picked, [1, items.length, pairDim]);
  }

  /**
   * Scores `[B, Q]` of `pairs [1, Q, D]`, the same for all tasks, without their base; every layer's
   * intermediates only with `layers`, which cost time.
   * Call inside `tf.tidy`.
   */
  predict(
    { context, statistics, support, sharpness }: Encoded,
    pairs: tf.Tensor3D,
    interventions?: Interventions,
    layers = false,
  ): { scores: tf.Tensor2D; intermediates: Intermediates } {
    const [tasks] = context.shape;
    const shared = tasks === 1 ? pairs : tf.tile(pairs, [tasks, 1, 1]);
    return predict(this.config, this.parameters, context, shared, {
      statistics,
      support,
      sharpness,
      layers,
      edit: interventions && ((modulation) => overrideModulation(modulation, interventions)),
    });
  }

  dispose(): void {
    this.parameters.dispose();
    tf.dispose(this.catalogue);
  }
}

/** Slices of `rows [items, D]` on the device: they are cut once, and not for each edit. */
function slices(rows: Float32Array, dim: number): tf.Tensor3D[] {
  const made: tf.Tensor3D[] = [];
  for (let from = 0; from < rows.length; from += SLICE * dim) {
    const slice = rows.subarray(from, from + SLICE * dim);
    made.push(tf.tensor3d(slice, [1, slice.length / dim, dim]));
  }
  return made;
}
