/** How a visitor's support set and the catalogue become what a model reads. */
import * as tf from '@tensorflow/tfjs-core';
import type { Pair, Task } from '../../../src/data/types';
import type { PackedTasks } from '../../../src/model/batch';
import type { Support } from '../../../src/model/encoder/support';
import type { ModelConfig } from '../../../src/model/types';
import type { SupportItem } from '../../protocol/vocabulary';

type Pack = (tasks: readonly Task[]) => PackedTasks;

/** Support sets on the device. */
export interface ReadSupports {
  support: Support;
  /** `[B, statistics]`, for models that read them. */
  statistics?: tf.Tensor2D;
}

/** A visitor is nobody that the model has seen: pairs have no user. */
const pairOf = ({ item, label }: SupportItem): Pair => ({ user: -1, item, label });
const everyItem = (items: number): Pair[] =>
  Array.from({ length: items }, (_, item) => pairOf({ item, label: 0 }));

export class Reading {
  /** `x [items, D]` */
  readonly candidates: Float32Array;
  /** `[items]` what scores are added to under an empty support set; null: 0. */
  private readonly unadaptedBase: Float32Array | null;

  constructor(
    readonly config: ModelConfig,
    private readonly pack: Pack,
    readonly items: number,
  ) {
    const { query, base } = pack([{ id: 'catalogue', support: [], query: everyItem(items) }]);
    this.candidates = query.pairs;
    this.unadaptedBase = base ?? null;
  }

  /** The vectors `[S, D]` of a support set as the encoder reads them. */
  pairs(support: readonly SupportItem[]): Float32Array {
    return this.packSupports([support]).support.pairs;
  }

  /** Tensors of `B` support sets; call inside `tf.tidy`. */
  tensors(supports: readonly (readonly SupportItem[])[]): ReadSupports {
    const { support, statistics } = this.packSupports(supports);
    const { tasks, pairDim } = support;
    // An empty support set still has a row, which the mask leaves out.
    const size = Math.max(1, support.size);
    const padded = (values: Float32Array | null, length: number) =>
      support.size === 0 ? new Float32Array(length) : values!;
    const mask = support.size === 0 ? new Float32Array(tasks) : support.mask;
    return {
      support: {
        pairs: tf.tensor3d(padded(support.pairs, tasks * pairDim), [tasks, size, pairDim]),
        labels: tf.tensor2d(padded(support.labels, tasks), [tasks, size]),
        mask: mask ? tf.tensor2d(mask, [tasks, size]) : undefined,
      },
      statistics:
        this.config.statistics && statistics
          ? tf.tensor2d(statistics, [tasks, this.config.statistics])
          : undefined,
    };
  }

  /**
   * `[items]` what each score is added to under a support set (residual rating models); null: 0.
   * It moves by one number for all items: the support's shrunken mean residual.
   */
  base(support: readonly SupportItem[]): Float32Array | null {
    const { unadaptedBase } = this;
    if (!unadaptedBase) return null;
    const query = everyItem(1);
    const { base } = this.pack([{ id: 'visitor', support: support.map(pairOf), query }]);
    const shift = base![0] - unadaptedBase[0];
    return unadaptedBase.map((value) => value + shift);
  }

  private packSupports(supports: readonly (readonly SupportItem[])[]): PackedTasks {
    return this.pack(
      supports.map((support, b) => ({
        id: `visitor ${b}`,
        support: support.map(pairOf),
        query: [],
      })),
    );
  }
}
