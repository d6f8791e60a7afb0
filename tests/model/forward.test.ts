import { ENCODERS, HYBRIDS, MODULATIONS } from '../../src/kinds';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { encode, predict, type Modulation } from '../../src/model/cmml';
import { MODULES } from '../../src/model/structure';
import type { HybridKind, ModelConfig } from '../../src/model/types';
import { attendByHand, handSupports, type HandSupport } from './attention-by-hand';
import {
  expectClose, leaky, matrixOf, named, parametersOf, rating, relu, scoresOf, sigmoid, supportOf,
  tensor3, TINY, useBackend, vectorOf,
} from './setup'; // prettier-ignore

const QUERIES = 4;

const query = (config: ModelConfig, tasks = 1) =>
  tensor3([tasks, QUERIES, config.sizes.pairDim], 11);

/** One score, computed with plain arrays from the context and the pair vector. */
function scoreByHand(
  config: ModelConfig,
  parameters: ReturnType<typeof parametersOf>,
  context: number[],
  x: number[],
  support: HandSupport,
): number {
  const linear = named(parameters);
  const hybrids: Record<HybridKind, () => number[]> = {
    none: () => context,
    dot: () => context.map((c, d) => c * x[d]),
    mlp: () => linear('hybrid.fc1', linear('hybrid.fc0', [...context, ...x], relu)),
    attention: () => [
      ...context.map((c, d) => c * x[d]),
      ...attendByHand(config, parameters, x, support),
    ],
  };
  const hybrid = hybrids[config.hybrid]();
  const product = config.inputs === 'product';
  const trunk: number[][] = [];
  const trunkLayer = (l: number) => {
    const read = config.inputs === 'plain' ? hybrid : [...context, ...hybrid];
    const input = l === 0 ? read : trunk[l - 1];
    return (trunk[l] ??= linear(`modulation.trunk${l}`, input, relu));
  };
  const input = product ? [...x, ...hybrid] : x;
  if (config.modulation === 'soft') return softByHand(parameters, input, trunkLayer);
  let hidden = input;
  for (let l = 0; l < 3; l++) {
    let value = linear(`backbone.layer${l}`, hidden);
    if (config.modulation === 'sigmoid') {
      const gate = linear(`modulation.head${l}`, trunkLayer(l), sigmoid);
      value = value.map((v, j) => gate[j] * v);
    }
    if (config.modulation === 'film') {
      const [gammaWeight, betaWeight] = parameters
        .get(`modulation.head${l}.weight`)
        .arraySync() as number[][][];
      const [gammaBias, betaBias] = matrixOf(parameters.get(`modulation.head${l}.bias`));
      const t = trunkLayer(l);
      value = value.map((v, j) => {
        const gamma = t.reduce((sum, value, i) => sum + value * gammaWeight[i][j], gammaBias[j]);
        const beta = t.reduce((sum, value, i) => sum + value * betaWeight[i][j], betaBias[j]);
        return gamma * v + beta;
      });
    }
    hidden = value.map(leaky);
  }
  if (config.modulation === 'linear') {
    trunkLayer(0);
    const generated = linear('modulation.head', trunkLayer(1));
    return hidden.reduce((sum, h, j) => sum + h * generated[j], generated.at(-1)!);
  }
  return linear('backbone.out', hidden)[0];
}

function softByHand(
  parameters: ReturnType<typeof parametersOf>,
  input: number[],
  trunkLayer: (l: number) => number[],
): number {
  const linear = named(parameters);
  let inputs: number[][] = Array.from({ length: MODULES }, () => input);
  for (let l = 0; l < 3; l++) {
    const weights = parameters.get(`backbone.layer${l}.modules.weight`).arraySync() as number[][][];
    const biases = matrixOf(parameters.get(`backbone.layer${l}.modules.bias`));
    const outputs = inputs.map((x, m) =>
      biases[m].map((b, j) => relu(x.reduce((sum, v, i) => sum + v * weights[m][i][j], b))),
    );
    const targets = l === 2 ? 1 : MODULES;
    const logits = linear(`modulation.route${l}`, trunkLayer(l));
    inputs = Array.from({ length: targets }, (_, t) => {
      const raised = outputs.map((_, s) => Math.exp(logits[s * targets + t]));
      const total = raised.reduce((a, b) => a + b, 0);
      return outputs[0].map((_, j) =>
        outputs.reduce((sum, output, s) => sum + (raised[s] / total) * output[j], 0),
      );
    });
  }
  return linear('backbone.out', inputs[0])[0];
}

describe.each(['cpu', 'wasm'] as const)('scores by hand on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  const cases = MODULATIONS.flatMap((modulation) =>
    HYBRIDS.flatMap((hybrid) =>
      (['plain', 'context', 'product'] as const).map((inputs) => ({ modulation, hybrid, inputs })),
    ),
  );

  it.each(cases)('$modulation, hybrid $hybrid, $inputs inputs', (parts) => {
    const config: ModelConfig = { ...TINY, ...parts };
    const parameters = parametersOf(config);
    const support = supportOf(config, 2, 3);
    const pairs = query(config, 2);
    const contexts = matrixOf(encode(config, parameters, support));
    const plain = pairs.arraySync() as number[][][];
    const supports = handSupports(support);
    const expected = plain.flatMap((task, b) =>
      task.map((x) => scoreByHand(config, parameters, contexts[b], x, supports[b])),
    );
    expectClose(vectorOf(scoresOf(config, parameters, support, pairs)), expected);
  });
});

describe('every combination', () => {
  beforeAll(() => useBackend('wasm'));

  // Attention is for rankings.
  const forRatings = HYBRIDS.filter((hybrid) => hybrid !== 'attention');
  const all = ENCODERS.flatMap((encoder) =>
    forRatings.flatMap((hybrid) =>
      MODULATIONS.map((modulation) => ({ encoder, hybrid, modulation })),
    ),
  );

  it.each(all)(
    '$encoder, $hybrid, $modulation scores rating tasks one by one as in a batch',
    (p) => {
      const config = rating({ ...TINY, ...p, statistics: 2 });
      const parameters = parametersOf(config);
      const support = supportOf(config, 2, 3);
      const statistics = tf.tensor2d([0.3, -1, 0.7, 2], [2, 2]);
      const pairs = query(config, 2);
      const together = matrixOf(scoresOf(config, parameters, support, pairs, statistics));
      together.forEach((row, b) => {
        const alone = scoresOf(
          config,
          parameters,
          {
            pairs: tf.slice(support.pairs, [b, 0, 0], [1, -1, -1]),
            labels: tf.slice(support.labels, [b, 0], [1, -1]),
          },
          tf.slice(pairs, [b, 0, 0], [1, -1, -1]),
          tf.slice(statistics, [b, 0], [1, -1]),
        );
        expectClose(vectorOf(alone), row);
      });
      expect(together.flat().every(Number.isFinite)).toBe(true);
    },
  );
});

describe('intermediates and causal handles', () => {
  beforeAll(() => useBackend('cpu'));

  const run = (config: ModelConfig, edit?: (modulation: Modulation) => Modulation) => {
    const parameters = parametersOf(config);
    const context = encode(config, parameters, supportOf(config, 1, 3));
    return { parameters, ...predict(config, parameters, context, query(config), { edit }) };
  };

  it('an edit that returns what it got changes nothing', () => {
    expect(vectorOf(run(TINY, (m) => m).scores)).toEqual(vectorOf(run(TINY).scores));
  });

  it('gamma 1 and beta 0 give the backbone alone', () => {
    const plain: ModelConfig = { ...TINY, modulation: 'none' };
    const { scores, parameters } = run(TINY, (modulation) => {
      if (modulation.kind !== 'film') throw new Error('expected film');
      return {
        kind: 'film',
        gamma: modulation.gamma.map((gamma) => tf.onesLike(gamma)),
        beta: modulation.beta.map((beta) => tf.zerosLike(beta)),
      };
    });
    const context = encode(TINY, parameters, supportOf(TINY, 1, 3));
    const alone = predict(plain, parameters, context, query(plain)).scores;
    expectClose(vectorOf(scores), vectorOf(alone));
  });

  it('a route clamped to one module hears only that module', () => {
    const config: ModelConfig = { ...TINY, modulation: 'soft' };
    const onlySecond = (modulation: Modulation): Modulation => {
      if (modulation.kind !== 'soft') throw new Error('expected soft');
      const clamped = modulation.route.map((route) => {
        const [rows, sources, targets] = route.shape;
        const column = tf.tensor1d(Array.from({ length: sources }, (_, s) => (s === 1 ? 1 : 0)));
        return tf.add(tf.zeros([rows, sources, targets]), tf.reshape(column, [1, sources, 1]));
      });
      return { kind: 'soft', route: clamped as tf.Tensor3D[] };
    };
    const { intermediates } = run(config, onlySecond);
    const last = intermediates.layers.at(-1)!;
    const second = tf.squeeze(tf.slice(last.activated, [1, 0, 0], [1, -1, -1]), [0]);
    expectClose(vectorOf(intermediates.readout), vectorOf(second));
  });

  it('the readout times its weights is the score', () => {
    const { scores, intermediates, parameters } = run(TINY);
    const linear = named(parameters);
    const again = matrixOf(intermediates.readout).map((row) => linear('backbone.out', row)[0]);
    expectClose(vectorOf(scores), again);
  });

  it('weights into a module sum to 1', () => {
    const { intermediates } = run({ ...TINY, modulation: 'soft' });
    if (intermediates.modulation.kind !== 'soft') throw new Error('expected soft');
    expect(intermediates.modulation.route.map((route) => route.shape)).toEqual([
      [QUERIES, MODULES, MODULES],
      [QUERIES, MODULES, MODULES],
      [QUERIES, MODULES, 1],
    ]);
    for (const route of intermediates.modulation.route) {
      const sums = vectorOf(tf.sum(route, 1));
      expectClose(
        sums,
        sums.map(() => 1),
      );
    }
  });

  it('a model with statistics refuses to go without', () => {
    expect(() => run(rating({ ...TINY, statistics: 2 }))).toThrow(/statistics/);
  });
});
