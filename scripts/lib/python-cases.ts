/** Models and inputs that PyTorch is compared on: every part, every recipe, with and without padding. */
import { ENCODERS, HYBRIDS, MODULATIONS, SETTINGS, TREATMENTS } from '../../src/kinds';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom, type Random } from '../../src/data/random';
import { encode, initialParameters, parameterSpecs, predict } from '../../src/model/cmml';
import { ParameterSet } from '../../src/model/parameter-set';
import { preset } from '../../src/model/presets';
import { configOf } from '../../src/model/recipes';
import { encodeSafetensors } from '../../src/model/safetensors';
import type {
  EncoderKind,
  HybridKind,
  ModelConfig,
  ModelSizes,
  Provenance,
  Setting,
} from '../../src/model/types';

export interface PythonCase {
  name: string;
  config: ModelConfig;
  /** The last pairs of a support set are padding, and one task has nothing else. */
  padded: boolean;
}

const TASKS = 3;
const SUPPORT = 5;
const QUERY = 4;
const PAIR = 7;

/** No two alike where they could be mixed up. */
const SMALL: Partial<ModelSizes> = {
  gruHidden: 6, poolHidden: 9, trunk: 8, width: 5, moduleWidth: 4, embedding: 10, key: 6,
}; // prettier-ignore

const small = (config: ModelConfig): ModelConfig => ({
  ...config,
  sizes: {
    ...config.sizes,
    ...SMALL,
    ...(config.sizes.lastModuleWidth && { lastModuleWidth: 3 }),
  },
});

/** Attention is for rankings of pairs. */
const isModel = (
  setting: Setting,
  { encoder, hybrid }: { encoder: EncoderKind; hybrid: HybridKind },
) => hybrid !== 'attention' || (setting !== 'rating' && encoder !== 'weighted');

/** Every combination under every recipe of the page, and the paper's sizes of each modulation. */
export function pythonCases(): PythonCase[] {
  const parts = ENCODERS.flatMap((encoder) =>
    HYBRIDS.flatMap((hybrid) => MODULATIONS.map((modulation) => ({ encoder, hybrid, modulation }))),
  );
  const recipes = SETTINGS.flatMap((setting) =>
    TREATMENTS.flatMap((treatment) =>
      parts
        .filter((part) => isModel(setting, part))
        .map((part) => ({
          name: [setting, treatment, ...Object.values(part)].join('-'),
          config: small(configOf(setting, part, PAIR, treatment)),
        })),
    ),
  );
  const paper = (['ranking', 'rating'] as const).flatMap((task) =>
    MODULATIONS.map((modulation) => ({
      name: `paper-${task}-${modulation}`,
      config: small(preset('paper', { task, encoder: 'gru', hybrid: 'mlp', modulation }, PAIR)),
    })),
  );
  const positives = ENCODERS.map((encoder) => ({
    name: `positives-${encoder}`,
    config: {
      ...small(configOf('ranking', { encoder, hybrid: 'dot', modulation: 'film' }, PAIR)),
      positivesOnly: true,
    },
  }));
  const attended = (['separate', 'uniform'] as const).map((what) => {
    const parts = { encoder: 'mean', hybrid: 'attention', modulation: 'film' } as const;
    const config = small(configOf('ranking', parts, PAIR, 'full'));
    const changed = what === 'separate' ? { prototype: what } : { attention: what };
    return { name: `attention-${what}`, config: { ...config, ...changed } };
  });
  return [...recipes, ...paper, ...positives, ...attended].map((one, i) => ({
    ...one,
    padded: i % 2 === 1,
  }));
}

/** Plain arrays, row-major; `mask` and `statistics` only where the case has them. */
export interface CaseInputs {
  supportPairs: number[][][];
  supportLabels: number[][];
  queryPairs: number[][][];
  supportMask?: number[][];
  statistics?: number[][];
}

const PROVENANCE: Provenance = {
  command: 'npm run python',
  setting: 'anonymous',
  treatment: 'plain',
  seed: 0,
  steps: 0,
  commit: '',
  date: '2026-01-01T00:00:00Z',
  dataset: 'none',
  metrics: {},
};

function inputsOf({ config, padded }: PythonCase, random: Random): CaseInputs {
  const signed = () => 2 * random.uniform() - 1;
  const rows = <T>(count: number, make: (i: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const pairs = (count: number) => rows(TASKS, () => rows(count, () => rows(PAIR, signed)));
  // A task of padding alone, one that is whole, one between.
  const kept = [0, SUPPORT, SUPPORT - 2];
  const label = (b: number, k: number) => {
    if (padded && k >= kept[b]) return 0;
    return config.task === 'rating' ? random.integer(10) / 2 + 0.5 : Number(k % 3 !== 1);
  };
  return {
    supportPairs: pairs(SUPPORT),
    supportLabels: rows(TASKS, (b) => rows(SUPPORT, (k) => label(b, k))),
    queryPairs: pairs(QUERY),
    ...(padded && { supportMask: rows(TASKS, (b) => rows(SUPPORT, (k) => Number(k < kept[b]))) }),
    ...(config.statistics && { statistics: rows(TASKS, () => rows(config.statistics!, signed)) }),
  };
}

/** The model's scores `[B, Q]` for plain arrays. */
export async function scoresOf(
  config: ModelConfig,
  flat: Float32Array,
  inputs: CaseInputs,
): Promise<number[][]> {
  const parameters = new ParameterSet(parameterSpecs(config), flat);
  const scores = tf.tidy(() => {
    const support = {
      pairs: tf.tensor3d(inputs.supportPairs),
      labels: tf.tensor2d(inputs.supportLabels),
      ...(inputs.supportMask && { mask: tf.tensor2d(inputs.supportMask) }),
    };
    const statistics = inputs.statistics && tf.tensor2d(inputs.statistics);
    const context = encode(config, parameters, support);
    const query = tf.tensor3d(inputs.queryPairs);
    return predict(config, parameters, context, query, { statistics, support }).scores;
  });
  const values = await scores.array();
  scores.dispose();
  parameters.dispose();
  return values;
}

/** Writes `NAME.safetensors` as the page exports it, and `NAME.json` with inputs and scores. */
export async function writeCase(folder: string, one: PythonCase, seed: number): Promise<void> {
  const random = createRandom(seed);
  const flat = initialParameters(one.config, random);
  const inputs = inputsOf(one, random);
  const scores = await scoresOf(one.config, flat, inputs);
  // Every third is a run that goes on: Adam's moments lie beside the weights.
  const moments = { first: flat.map((x) => x / 10), second: flat.map((x) => x * x), tasksSeen: 8 };
  const file = await encodeSafetensors({
    config: one.config,
    provenance: PROVENANCE,
    flat,
    note: JSON.stringify({ name: one.name }),
    ...(seed % 3 === 0 && { optimiser: moments }),
  });
  writeFileSync(path.join(folder, `${one.name}.safetensors`), file);
  writeFileSync(path.join(folder, `${one.name}.json`), JSON.stringify({ inputs, scores }));
}
