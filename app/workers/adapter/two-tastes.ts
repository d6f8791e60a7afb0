/** The scene 'Two tastes': one support set, read as one vector and by attention, whatever model answers edits. */
import * as tf from '@tensorflow/tfjs-core';
import { rankByScore } from '../../../src/model/metrics';
import { MIXED_CATALOGUE } from '../../../src/data/tasks/scenario';
import { anonymousData } from '../../../src/model/recipes';
import { BUNDLED_DATA } from '../../storage/names';
import type { TasteLists, TasteQuestion } from '../../protocol/tastes';
import type { SupportItem } from '../../protocol/vocabulary';
import type { JobContext } from '../host/host';
import { readCheckpointFile, type ReadPath } from '../model/files';
import type { LateDataset } from '../model/late-dataset';
import { Reading } from '../model/reading';
import { takeAll } from '../model/reads';
import { scoreAll } from './adapt';
import { AdapterModel, type Encoded } from './adapter-model';

type Yield = JobContext['yieldToMessages'];

type Models = Record<'vector' | 'attention', AdapterModel>;

/** What is said of data that no checkpoint is for. */
const UNTRAINED: TasteLists = {
  vector: new Uint32Array(0),
  attention: new Uint32Array(0),
  likes: new Float32Array(0),
  dislikes: new Float32Array(0),
  trained: false,
};

/** Its two models (`scripts/train-tastes.ts`) come at the first question, and stay. */
export class TwoTastes {
  private models: Promise<Models> | null = null;

  constructor(
    private readonly data: Pick<LateDataset, 'items'>,
    private readonly read: ReadPath,
  ) {}

  async answer(
    { support, count, sharpness }: TasteQuestion,
    yieldToMessages: Yield,
  ): Promise<TasteLists> {
    if (this.data.items.manifest.name !== BUNDLED_DATA) return UNTRAINED;
    this.models ??= this.load().catch((error) => {
      // A file that did not come may come at the next question.
      this.models = null;
      throw error;
    });
    const { vector, attention } = await this.models;
    vector.check(support.map(({ item }) => item));
    const asOne = vector.encode([support]);
    const byEach = { ...attention.encode([support]), sharpness };
    try {
      const best = (model: AdapterModel, encoded: Encoded) =>
        first(model, encoded, support, count, yieldToMessages);
      const one = await best(vector, asOne);
      const each = await best(attention, byEach);
      const { likes, dislikes } = await weightsOf(attention, byEach, each);
      const own = (weights: Float32Array) => rowsOf(weights, each.length, support.length);
      return {
        vector: one,
        attention: each,
        likes: own(likes),
        dislikes: own(dislikes),
        trained: true,
      };
    } finally {
      tf.dispose([asOne, byEach]);
    }
  }

  private async load(): Promise<Models> {
    const [vector, attention] = await Promise.all([this.open('vector'), this.open('attention')]);
    return { vector, attention };
  }

  private async open(name: keyof Models): Promise<AdapterModel> {
    const { config, flat } = await readCheckpointFile(this.read, `tastes/${name}.ckpt`);
    const { items } = this.data;
    return new AdapterModel(
      new Reading(config, anonymousData(items).pack, items.movies.count),
      flat,
    );
  }
}

/** The best `count` of the most rated films, as in what was measured, without those of the support set. */
async function first(
  model: AdapterModel,
  encoded: Encoded,
  support: readonly SupportItem[],
  count: number,
  yieldToMessages: Yield,
): Promise<Uint32Array> {
  const inSupport = new Set(support.map(({ item }) => item));
  const order = rankByScore(await scoreAll(model, encoded, undefined, yieldToMessages));
  return order.filter((item) => item < MIXED_CATALOGUE && !inSupport.has(item)).slice(0, count);
}

/** Weights `[items, at least the support's size]` of each item. */
async function weightsOf(model: AdapterModel, encoded: Encoded, items: Uint32Array) {
  const weights = tf.tidy(() => {
    const { attention } = model.predict(encoded, model.pick(items)).intermediates;
    return [attention!.likes, attention!.dislikes];
  });
  const [likes, dislikes] = await takeAll(weights, 'attention');
  return { likes, dislikes };
}

/** Without the padding that an empty support set has. */
function rowsOf(weights: Float32Array, rows: number, size: number): Float32Array {
  const padded = rows === 0 ? 0 : weights.length / rows;
  return Float32Array.from(
    { length: rows * size },
    (_, i) => weights[Math.floor(i / size) * padded + (i % size)],
  );
}
