import { ENCODERS } from '../../src/kinds';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../../src/model/cmml';
import type { EncoderKind, ModelConfig } from '../../src/model/types';
import {
  expectClose, matrixOf, named, parametersOf, rating, relu, sigmoid, supportOf, TINY, useBackend,
  vectorOf,
} from './setup'; // prettier-ignore

const SIZE = 4;
const KINDS = ENCODERS;
const withEncoder = (encoder: EncoderKind, more: Partial<ModelConfig> = {}): ModelConfig => ({
  ...TINY,
  encoder,
  ...more,
});

/** Pairs of one task with their label vectors, as plain arrays. */
function plain(support: ReturnType<typeof supportOf>) {
  const pairs = (support.pairs.arraySync() as number[][][])[0];
  const labels = matrixOf(support.labels)[0];
  return { pairs, labels, joined: pairs.map((x, k) => [...x, labels[k], 1 - labels[k]]) };
}

beforeAll(() => useBackend('cpu'));

describe('encoders against plain arithmetic', () => {
  const pairMlp = (parameters: ReturnType<typeof parametersOf>, x: number[]) => {
    const linear = named(parameters);
    return linear('encoder.pair2', linear('encoder.pair1', linear('encoder.pair0', x, relu), relu));
  };

  it('mean: the average of MLP([x, label])', () => {
    const config = withEncoder('mean');
    const parameters = parametersOf(config);
    const support = supportOf(config, 1, SIZE);
    const each = plain(support).joined.map((x) => pairMlp(parameters, x));
    const expected = each[0].map((_, d) => each.reduce((sum, c) => sum + c[d], 0) / SIZE);
    expectClose(vectorOf(encode(config, parameters, support)), expected);
  });

  it('max: the largest of each dimension', () => {
    const config = withEncoder('max');
    const parameters = parametersOf(config);
    const support = supportOf(config, 1, SIZE);
    const each = plain(support).joined.map((x) => pairMlp(parameters, x));
    const expected = each[0].map((_, d) => Math.max(...each.map((c) => c[d])));
    expectClose(vectorOf(encode(config, parameters, support)), expected);
  });

  it('gru: PyTorch gates r, z, n over the pairs in order', () => {
    const config = withEncoder('gru');
    const parameters = parametersOf(config);
    const support = supportOf(config, 1, SIZE);
    const hidden = config.sizes.gruHidden;
    const gates = (which: 'Ih' | 'Hh', x: number[]) => {
      const weight = matrixOf(parameters.get(`encoder.gru.weight${which}`));
      const bias = vectorOf(parameters.get(`encoder.gru.bias${which}`));
      return bias.map((b, j) => x.reduce((sum, value, i) => sum + value * weight[i][j], b));
    };
    let h = Array<number>(hidden).fill(0);
    for (const x of plain(support).joined) {
      const [a, b] = [gates('Ih', x), gates('Hh', h)];
      h = h.map((before, j) => {
        const r = sigmoid(a[j] + b[j]);
        const z = sigmoid(a[hidden + j] + b[hidden + j]);
        const n = Math.tanh(a[2 * hidden + j] + r * b[2 * hidden + j]);
        return (1 - z) * n + z * before;
      });
    }
    const linear = named(parameters);
    const expected = linear('encoder.out1', linear('encoder.out0', h, relu));
    expectClose(vectorOf(encode(config, parameters, support)), expected);
  });

  it.each([1, 3])('weighted: %i rounds of pooling what is still unexplained', (rounds) => {
    const config = rating(withEncoder('weighted', { rounds }));
    config.sizes.embedding = 3;
    const parameters = parametersOf(config);
    const support = supportOf(config, 1, SIZE);
    const linear = named(parameters);
    const leaky = (v: number) => (v > 0 ? v : config.leakySlope * v);
    const { pairs, labels } = plain(support);
    const keys = pairs.map((x) =>
      linear('encoder.key', linear('encoder.embed1', linear('encoder.embed0', x, leaky))),
    );
    const rates = vectorOf(parameters.get('encoder.rates'));
    const [ridge] = vectorOf(parameters.get('encoder.ridge'));
    const scale = vectorOf(parameters.get('encoder.scale'));
    const errors = [...labels];
    const context = [0, 0, 0];
    for (const rate of rates) {
      const change = context.map((_, p) => {
        const pooled = keys.reduce((sum, key, k) => sum + errors[k] * key[p], 0);
        return (rate * pooled) / (SIZE + 5 * Math.log1p(Math.exp(ridge)));
      });
      change.forEach((c, p) => (context[p] += c));
      keys.forEach((key, k) => {
        errors[k] -= key.reduce((sum, phi, p) => sum + scale[p] * change[p] * phi, 0);
      });
    }
    expectClose(vectorOf(encode(config, parameters, support)), context);
  });

  it('prototype: adds the mean of signed pairs', () => {
    const config = withEncoder('mean');
    const parameters = parametersOf(config);
    const support = supportOf(config, 1, SIZE);
    const { pairs, labels } = plain(support);
    const without = vectorOf(encode(config, parameters, support));
    const expected = without.map(
      (c, d) => c + pairs.reduce((sum, x, k) => sum + (2 * labels[k] - 1) * x[d], 0) / SIZE,
    );
    const found = encode({ ...config, prototype: true }, parameters, support);
    expectClose(vectorOf(found), expected);
  });

  it('consensus: measures the prototype by how far the liked pairs lie apart', () => {
    const config = withEncoder('mean', { prototype: true });
    const parameters = parametersOf(config);
    const support = supportOf(config, 1, SIZE);
    const { pairs, labels } = plain(support);
    const liked = pairs.filter((_, k) => labels[k] === 1);
    expect(liked.length).toBeGreaterThan(1);
    const without = vectorOf(encode({ ...config, prototype: false }, parameters, support));
    const expected = without.map((c, d) => {
      const mean = liked.reduce((sum, x) => sum + x[d], 0) / liked.length;
      const squares = liked.reduce((sum, x) => sum + (x[d] - mean) ** 2, 0);
      const prototype = pairs.reduce((sum, x, k) => sum + (2 * labels[k] - 1) * x[d], 0) / SIZE;
      return c + prototype / Math.sqrt((squares + 3) / (liked.length + 3));
    });
    const found = encode({ ...config, consensus: true }, parameters, support);
    expectClose(vectorOf(found), expected);
  });

  it('consensus: is the prototype itself where nothing is liked', () => {
    const config = withEncoder('mean', { prototype: true });
    const parameters = parametersOf(config);
    const { pairs } = supportOf(config, 1, SIZE);
    const support = { pairs, labels: tf.zeros<tf.Rank.R2>([1, SIZE]) };
    expectClose(
      vectorOf(encode({ ...config, consensus: true }, parameters, support)),
      vectorOf(encode(config, parameters, support)),
    );
  });
});

describe.each(['cpu', 'wasm'] as const)('what every encoder promises on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(KINDS)('%s: a batch gives what its tasks give one by one', (encoder) => {
    const config = withEncoder(encoder);
    const parameters = parametersOf(config);
    const support = supportOf(config, 3, SIZE);
    const together = matrixOf(encode(config, parameters, support));
    together.forEach((row, b) => {
      const alone = encode(config, parameters, {
        pairs: tf.slice(support.pairs, [b, 0, 0], [1, -1, -1]),
        labels: tf.slice(support.labels, [b, 0], [1, -1]),
      });
      expectClose(vectorOf(alone), row);
    });
  });

  it.each(KINDS)('%s: padding changes nothing', (encoder) => {
    const config = withEncoder(encoder, { prototype: true, consensus: true });
    const parameters = parametersOf(config);
    const whole = supportOf(config, 2, SIZE);
    const mask = tf.tensor2d([1, 1, 0, 0, 1, 1, 1, 1], [2, SIZE]);
    const [short, full] = matrixOf(encode(config, parameters, { ...whole, mask }));
    const cut = {
      pairs: tf.slice(whole.pairs, [0, 0, 0], [1, 2, -1]),
      labels: tf.slice(whole.labels, [0, 0], [1, 2]),
    };
    expectClose(short, vectorOf(encode(config, parameters, cut)));
    expectClose(full, matrixOf(encode(config, parameters, whole))[1]);
  });

  it.each(KINDS)('%s: an empty support set has context zero', (encoder) => {
    const config = withEncoder(encoder, { prototype: true, consensus: true });
    const parameters = parametersOf(config);
    const none = encode(config, parameters, {
      pairs: tf.zeros([2, 0, config.sizes.pairDim]),
      labels: tf.zeros([2, 0]),
    });
    expect(none.shape[0]).toBe(2);
    expect(vectorOf(none).every((c) => c === 0)).toBe(true);
    const masked = encode(config, parameters, {
      ...supportOf(config, 2, SIZE),
      mask: tf.tensor2d([0, 0, 0, 0, 1, 1, 1, 1], [2, SIZE]),
    });
    const [empty, filled] = matrixOf(masked);
    expect(empty.every((c) => c === 0)).toBe(true);
    expect(filled.some((c) => c !== 0)).toBe(true);
  });

  it.each(KINDS)('%s: positivesOnly is the support set without its negatives', (encoder) => {
    const config = withEncoder(encoder, { positivesOnly: true });
    const parameters = parametersOf(config);
    const support = supportOf(config, 1, SIZE);
    const positives = {
      pairs: tf.gather(support.pairs, tf.tensor1d([1, 3], 'int32'), 1),
      labels: tf.ones<tf.Rank.R2>([1, 2]),
    };
    expectClose(
      vectorOf(encode(config, parameters, support)),
      vectorOf(encode(config, parameters, positives)),
    );
  });

  it.each(['mean', 'max', 'weighted'] as const)(
    '%s: the order of pairs does not matter',
    (encoder) => {
      const config = withEncoder(encoder);
      const parameters = parametersOf(config);
      const support = supportOf(config, 1, SIZE);
      expectClose(
        vectorOf(encode(config, parameters, turned(support))),
        vectorOf(encode(config, parameters, support)),
      );
    },
  );

  it('gru: the order of pairs matters', () => {
    const config = withEncoder('gru');
    const parameters = parametersOf(config);
    const support = supportOf(config, 1, SIZE);
    const [a] = matrixOf(encode(config, parameters, turned(support)));
    const [b] = matrixOf(encode(config, parameters, support));
    expect(Math.max(...a.map((value, d) => Math.abs(value - b[d])))).toBeGreaterThan(1e-4);
  });
});

/** The same support set with its pairs in reverse. */
const turned = ({ pairs, labels }: ReturnType<typeof supportOf>) => ({
  pairs: tf.gather(pairs, tf.tensor1d([3, 2, 1, 0], 'int32'), 1),
  labels: tf.gather(labels, tf.tensor1d([3, 2, 1, 0], 'int32'), 1),
});
