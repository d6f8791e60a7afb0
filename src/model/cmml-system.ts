/** CMML as a system of the evaluation: `cmml-film`, `cmml-soft:gru:mlp`, `cmml-best`. */
import * as tf from '@tensorflow/tfjs-core';
import type { Pair } from '../data/types';
import { ENCODERS, HYBRIDS, MODULATIONS, SETTINGS } from '../kinds';
import { toBatch, type Batch } from './batch';
import { encode, predict } from './cmml';
import type { Modulation } from './modulation/types';
import type { ParameterSet } from './parameter-set';
import { learnerWithTable, readBatch } from './item-table';
import { protocolOf } from './protocols';
import type { SettingData, VariantParts } from './recipes';
import type { Recommender, System, SystemFamily, TrainingRoom } from './systems';
import type { Intermediates } from './intermediates';
import { train } from './training/run';
import { cmmlLearner } from './training/cmml-learner';
import type {
  EncoderKind,
  HybridKind,
  ModelConfig,
  ModulationKind,
  Setting,
  Treatment,
} from './types';

/** So many pairs go through the model at once: a few megabytes of intermediates. */
const CHUNK = 4096;

/** A CMML model that can be asked for what it computes on the way, for pictures. */
export interface CmmlRecommender extends Recommender {
  config: ModelConfig;
  /**
   * As `Recommender.score`; with `modulatedBy`, the context of the support set meets the pairs as
   * ever, but the modulation network reads this context `[P]` instead.
   */
  score(
    support: readonly Pair[],
    users: ArrayLike<number>,
    items: Uint32Array,
    modulatedBy?: Float32Array,
  ): Promise<Float32Array>;
  /** `C`, size `P`, of one support set. */
  context(support: readonly Pair[]): Promise<Float32Array>;
  /** `read` gets the intermediates of pairs under one support set; its tensors are disposed afterwards. */
  inspect<T>(
    support: readonly Pair[],
    pairs: readonly Pair[],
    read: (intermediates: Intermediates) => Promise<T>,
  ): Promise<T>;
}

export function cmmlRecommender(
  config: ModelConfig,
  parameters: ParameterSet,
  { pack, table }: Pick<SettingData, 'pack' | 'table'>,
): CmmlRecommender {
  const batchOf = (support: readonly Pair[], query: readonly Pair[]): Batch =>
    toBatch(pack([{ id: 'evaluation', support: [...support], query: [...query] }]));
  const read = (batch: Batch): Batch => readBatch(batch, parameters, table);

  const forward = (packed: Batch, modulatedBy?: Float32Array) => {
    const batch = read(packed);
    const under = (context: tf.Tensor2D, modulation?: Modulation) =>
      predict(config, parameters, context, batch.query.pairs, {
        support: batch.support,
        statistics: batch.statistics,
        layers: false,
        ...(modulation && { edit: () => modulation }),
      });
    const other = modulatedBy && under(tf.tensor2d(modulatedBy, [1, modulatedBy.length]));
    return under(encode(config, parameters, batch.support), other?.intermediates.modulation);
  };

  const scorePairs = async (
    support: readonly Pair[],
    pairs: readonly Pair[],
    modulatedBy?: Float32Array,
  ) => {
    const scores = tf.tidy(() => {
      const batch = batchOf(support, pairs);
      const { scores: own } = forward(batch, modulatedBy);
      return batch.base ? tf.add(own, batch.base) : own;
    });
    const values = await scores.data<'float32'>();
    scores.dispose();
    return values;
  };

  return {
    config,
    async score(support, users, items, modulatedBy) {
      const out = new Float32Array(users.length * items.length);
      for (let from = 0; from < out.length; from += CHUNK) {
        const size = Math.min(CHUNK, out.length - from);
        const pairs = Array.from({ length: size }, (_, k): Pair => {
          const at = from + k;
          const user = users[Math.floor(at / items.length)];
          return { user, item: items[at % items.length], label: 0 };
        });
        out.set(await scorePairs(support, pairs, modulatedBy), from);
      }
      return out;
    },
    async context(support) {
      const context = tf.tidy(() => encode(config, parameters, read(batchOf(support, [])).support));
      const values = (await context.data<'float32'>()).slice();
      context.dispose();
      return values;
    },
    async inspect(support, pairs, read) {
      const batch = batchOf(support, pairs);
      const intermediates = tf.tidy(
        () => forward(batch).intermediates as unknown as tf.TensorContainerObject,
      );
      try {
        return await read(intermediates as unknown as Intermediates);
      } finally {
        tf.dispose([intermediates, batch as unknown as tf.TensorContainerObject]);
      }
    },
    dispose: () => parameters.dispose(),
  };
}

/** What an id asks for, beyond the room. */
export interface CmmlVariant extends Omit<VariantParts, 'encoder'> {
  /** The protocol's unless told. */
  encoder?: EncoderKind;
  positivesOnly?: boolean;
  treatment?: Treatment;
}

export async function trainCmml(
  room: TrainingRoom,
  variant: CmmlVariant,
): Promise<CmmlRecommender> {
  const { dataset, setting, seed } = room;
  const protocol = protocolOf(room);
  const {
    positivesOnly,
    treatment = room.treatment,
    encoder = protocol.encoder,
    ...others
  } = variant;
  const asked = { setting, treatment, seed, hybrid: variant.hybrid };
  const data = protocol.data(dataset, asked, true);
  const parts = { encoder, ...others };
  const config = { ...protocol.config(asked, parts, data.pairDim), positivesOnly };
  const learner = learnerWithTable(
    cmmlLearner(config, protocol.training(setting, treatment)),
    data.table,
  );
  const parameters = await train(learner, data, protocol.schedule(setting, treatment), room);
  return cmmlRecommender(config, parameters, data);
}

const NAMES: Record<ModulationKind, string> = {
  linear: 'CMML-Linear',
  sigmoid: 'CMML-Sigmoid',
  film: 'CMML-FiLM',
  soft: 'CMML-Soft-M',
  none: 'Hybrid without modulation',
};

/** The recommended recipe of each setting (`docs/model.md`), whatever treatment the others get. */
const best = (setting: Setting): CmmlVariant =>
  setting === 'rating'
    ? { encoder: 'weighted', hybrid: 'dot', modulation: 'film', treatment: 'full' }
    : { encoder: 'mean', hybrid: 'dot', modulation: 'soft', treatment: 'full' };

/** `none` alone would not say what there is none of. */
const HYBRID_WORDS = HYBRIDS.map((hybrid) => (hybrid === 'none' ? 'no-hybrid' : hybrid));

/** Parts by name in any order: `gru`, `mlp`, `no-hybrid`, `positives`, `paper` (its sizes). @throws RangeError */
function variantOf(modulation: ModulationKind, words: readonly string[]): CmmlVariant {
  const variant: CmmlVariant = { hybrid: 'dot', modulation };
  for (const word of words) {
    const hybrid = word === 'no-hybrid' ? 'none' : word;
    if (word === 'positives') variant.positivesOnly = true;
    else if ((ENCODERS as readonly string[]).includes(word)) variant.encoder = word as EncoderKind;
    else if (word === 'paper') variant.preset = 'paper';
    else if ((HYBRIDS as readonly string[]).includes(hybrid)) variant.hybrid = hybrid as HybridKind;
    else throw new RangeError(`CMML has no part '${word}'`);
  }
  return variant;
}

export const cmml: SystemFamily[] = [
  {
    usage: 'cmml-best',
    pattern: /^cmml-best$/,
    make: () => ({
      id: 'cmml-best',
      name: 'CMML, recommended recipe',
      settings: SETTINGS,
      trained: true,
      train: (room) => trainCmml(room, best(room.setting)),
    }),
  },
  {
    usage: `cmml-{${MODULATIONS.join('|')}}[:${ENCODERS.join('|')}][:${HYBRID_WORDS.join('|')}][:positives][:paper]`,
    pattern: new RegExp(`^cmml-(${MODULATIONS.join('|')})((?::[a-z-]+)*)$`),
    make(match): System {
      const modulation = match[1] as ModulationKind;
      const words = match[2].split(':').slice(1);
      const variant = variantOf(modulation, words);
      return {
        id: match[0],
        name: [NAMES[modulation], ...words].join(', '),
        settings: SETTINGS,
        trained: true,
        train: (room) => trainCmml(room, variant),
      };
    },
  },
];
