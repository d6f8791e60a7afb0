import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { encode, parameterSpecs, predict } from '../../src/model/cmml';
import type { Support } from '../../src/model/cmml';
import { hybridDim } from '../../src/model/structure';
import type { ModelConfig } from '../../src/model/types';
import { attendByHand, handSupports, weightsByHand } from './attention-by-hand';
import {
  expectClose,
  matrixOf,
  parametersOf,
  rating,
  supportOf,
  tensor3,
  TINY,
  useBackend,
  vectorOf,
} from './setup';

const ATTENTION: ModelConfig = { ...TINY, hybrid: 'attention', inputs: 'context' };
const QUERIES = 4;

/** Two tasks; the second has padding, and likes alone. */
function padded(): Support {
  return {
    ...supportOf(TINY, 2, 5),
    labels: tf.tensor2d([1, 0, 1, 0, 1, 1, 1, 1, 0, 0], [2, 5]),
    mask: tf.tensor2d([1, 1, 1, 1, 1, 1, 1, 1, 0, 0], [2, 5]),
  };
}

function run(config: ModelConfig, support: Support, sharpness?: number) {
  const parameters = parametersOf(config);
  const query = tensor3([support.pairs.shape[0], QUERIES, config.sizes.pairDim], 11);
  const context = encode(config, parameters, support);
  const found = predict(config, parameters, context, query, { support, sharpness });
  return { parameters, query: query.arraySync() as number[][][], ...found };
}

describe.each(['cpu', 'wasm'] as const)('attention by candidate on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([1, 0.4, 0])('reads what plain arrays do, at sharpness %s', (sharpness) => {
    const support = padded();
    const { parameters, query, intermediates } = run(ATTENTION, support, sharpness);
    const supports = handSupports(support);
    const size = ATTENTION.sizes.pairDim;
    const read = matrixOf(intermediates.hybrid).map((row) => row.slice(size));
    query.flat().forEach((x, r) => {
      const own = supports[Math.floor(r / QUERIES)];
      expectClose(read[r], attendByHand(ATTENTION, parameters, x, own, sharpness), 1e-4);
    });
  });

  it('gives weights that sum to 1 over the likes, to 0 where nothing is disliked', () => {
    const support = padded();
    const { intermediates, parameters, query } = run(ATTENTION, support);
    const { likes, dislikes } = intermediates.attention!;
    expectClose(vectorOf(tf.sum(likes, 2)), Array(2 * QUERIES).fill(1));
    expectClose(vectorOf(tf.sum(dislikes, 2)), [1, 1, 1, 1, 0, 0, 0, 0]);
    const byHand = weightsByHand(ATTENTION, parameters, query[0][2], handSupports(support)[0], 1);
    expectClose((likes.arraySync() as number[][][])[0][2], byHand);
  });

  it('has weights all alike at sharpness 0, as the uniform control always has', () => {
    const support = padded();
    const alike = vectorOf(run(ATTENTION, support, 0).intermediates.attention!.likes);
    const control = run({ ...ATTENTION, attention: 'uniform' }, support);
    expectClose(vectorOf(control.intermediates.attention!.likes), alike);
    expectClose(alike.slice(0, 5), [1 / 3, 0, 1 / 3, 0, 1 / 3]);
  });

  it('reads nothing of an empty support set', () => {
    const support: Support = {
      pairs: tf.zeros([2, 0, ATTENTION.sizes.pairDim]),
      labels: tf.zeros([2, 0]),
    };
    const { scores, intermediates } = run(ATTENTION, support);
    expect(vectorOf(intermediates.hybrid).every((value) => value === 0)).toBe(true);
    expect(intermediates.attention!.likes.shape).toEqual([2, QUERIES, 0]);
    expect(vectorOf(scores).every(Number.isFinite)).toBe(true);
  });

  it('hears no dislikes where only positives count', () => {
    const { intermediates } = run({ ...ATTENTION, positivesOnly: true }, padded());
    expect(vectorOf(intermediates.attention!.dislikes).every((value) => value === 0)).toBe(true);
  });

  it('keeps likes and dislikes apart in separate prototypes', () => {
    const config: ModelConfig = { ...TINY, prototype: 'separate' };
    const parameters = parametersOf(config);
    const support = padded();
    const pooled = matrixOf(encode({ ...config, prototype: false }, parameters, support));
    const contexts = matrixOf(encode(config, parameters, support));
    const mean = (rows: number[][], d: number) =>
      rows.reduce((sum, row) => sum + row[d], 0) / Math.max(1, rows.length);
    handSupports(support).forEach(({ pairs, labels }, b) => {
      const of = (label: number) => pairs.filter((_, k) => labels[k] === label);
      const expected = [
        ...pooled[b].map((value, d) => value + mean(of(1), d)),
        ...pooled[b].map((_, d) => mean(of(0), d)),
      ];
      expectClose(contexts[b], expected);
    });
  });
});

describe('what attention is for', () => {
  beforeAll(() => useBackend('cpu'));

  it('has no parameters when weights are uniform, and fits its hybrid', () => {
    const names = (config: ModelConfig) => parameterSpecs(config).map(({ name }) => name);
    expect(names({ ...ATTENTION, attention: 'uniform' })).not.toContain('hybrid.likes.weight');
    expect(names(ATTENTION)).toContain('hybrid.dislikes.sharpness');
    expect(hybridDim(ATTENTION)).toBe(4 * ATTENTION.sizes.pairDim);
    expect(hybridDim({ ...ATTENTION, prototype: 'separate' })).toBe(5 * ATTENTION.sizes.pairDim);
  });

  it('refuses ratings, and a prediction without a support set', () => {
    expect(() => parameterSpecs(rating(ATTENTION))).toThrow(RangeError);
    const parameters = parametersOf(ATTENTION);
    const context = encode(ATTENTION, parameters, supportOf(ATTENTION, 1, 3));
    const query = tensor3([1, QUERIES, ATTENTION.sizes.pairDim], 11);
    expect(() => predict(ATTENTION, parameters, context, query)).toThrow(/support set/);
  });
});
