/** A model as the figures read it: contexts and routes of many support sets in one batch. */
import * as tf from '@tensorflow/tfjs-core';
import type { Dataset } from '../../../src/data/types';
import { encode, parameterSpecs, predict } from '../../../src/model/cmml';
import { ParameterSet } from '../../../src/model/parameter-set';
import { WorkerFailure } from '../../protocol/failure';
import type { ModelSetup } from '../model/model-setup';
import { Reading } from '../model/reading';
import { takeAll } from '../model/reads';
import type { PageSetting, SupportItem } from '../../protocol/vocabulary';

/** Routes of one layer under every support set. */
export interface LayerRoutes {
  sources: number;
  targets: number;
  /** One a support set, `[sources, targets]`: averaged over the items. */
  weights: Float32Array[];
}

export class FigureModel {
  readonly setting: PageSetting;
  readonly reading: Reading;
  private readonly parameters: ParameterSet;

  constructor(dataset: Dataset, { config, data, flat, variant }: ModelSetup) {
    this.setting = variant.setting;
    this.reading = new Reading(config, data.pack, dataset.movies.count);
    this.parameters = new ParameterSet(parameterSpecs(config), flat);
  }

  /** `C` of each support set, `[P]`. */
  async contexts(supports: readonly SupportItem[][]): Promise<Float32Array[]> {
    const rows = tf.tidy(() => {
      const { support } = this.reading.tensors(supports);
      return tf.unstack(encode(this.reading.config, this.parameters, support));
    });
    return takeAll(rows, 'contexts');
  }

  /**
   * Routes by layer, averaged over `items`, under each support set.
   * @throws WorkerFailure `bad-request` for a modulation without routes
   */
  async routes(
    supports: readonly SupportItem[][],
    items: readonly number[],
  ): Promise<LayerRoutes[]> {
    const layers = tf.tidy(() => {
      const { support, statistics } = this.reading.tensors(supports);
      const { config } = this.reading;
      const context = encode(config, this.parameters, support);
      const pairs = tf.tile(this.pairs(items), [supports.length, 1, 1]);
      const { intermediates } = predict(config, this.parameters, context, pairs, {
        statistics,
        support,
        layers: false,
      });
      const { modulation } = intermediates;
      if (modulation.kind !== 'soft') {
        throw new WorkerFailure('bad-request', `${modulation.kind} modulation has no routes`);
      }
      return modulation.route.map((route) => {
        const [, sources, targets] = route.shape;
        const byTask = [supports.length, items.length, sources * targets];
        return { sources, targets, weights: tf.unstack(tf.mean(tf.reshape(route, byTask), 1)) };
      });
    });
    return Promise.all(
      layers.map(async ({ weights, ...shape }) => ({
        ...shape,
        weights: await takeAll(weights, 'routes'),
      })),
    );
  }

  dispose(): void {
    this.parameters.dispose();
  }

  /** `x [1, items, D]` */
  private pairs(items: readonly number[]): tf.Tensor3D {
    const { candidates, config } = this.reading;
    const { pairDim } = config.sizes;
    const rows = items.map((item) => candidates.subarray(item * pairDim, (item + 1) * pairDim));
    return tf.tensor3d(
      rows.flatMap((row) => Array.from(row)),
      [1, items.length, pairDim],
    );
  }
}
