import { describe, expect, it } from 'vitest';
import { byWeight, checkChain, isProduct, unitStep } from '../../app/components/explain/chain';
import { featureAt } from '../../app/components/explain/feature-names';
import type { Explanation, ModulationDetail } from '../../app/workers/protocol';
import { createRandom, normal } from '../../src/data/random';

const random = createRandom(4);
const vector = (n: number): Float32Array => Float32Array.from({ length: n }, () => normal(random));
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((s, v, k) => s + v * b[k], 0);

const PAIRS = 3;
const D = 5;
const UNITS = 4;

/** A chain computed here in plain arithmetic, as the model would. */
function explanationOf(kind: 'film' | 'sigmoid' | 'soft' | 'none'): Explanation {
  const encoded = Array.from({ length: PAIRS }, () => vector(D));
  const context = Float32Array.from({ length: D }, (_, d) =>
    encoded.reduce((s, pair) => s + pair[d] / PAIRS, 0),
  );
  const candidate = vector(D);
  const hybrid = context.map((value, d) => value * candidate[d]);
  const linear = vector(kind === 'soft' ? 4 * UNITS : UNITS);
  const gamma = vector(UNITS);
  const beta = vector(UNITS);
  const routes = Float32Array.from([0.1, 0.4, 0.3, 0.2]);
  const modulation: ModulationDetail =
    kind === 'film'
      ? { kind, gamma: [gamma], beta: [beta] }
      : kind === 'sigmoid'
        ? { kind, gate: [gamma] }
        : kind === 'soft'
          ? { kind, routes: [{ sources: 4, targets: 1, weights: routes }] }
          : { kind: 'none' };
  const relu = linear.map((value) => Math.max(0, value));
  const modulated =
    kind === 'film'
      ? linear.map((value, k) => gamma[k] * value + beta[k])
      : kind === 'sigmoid'
        ? linear.map((value, k) => gamma[k] * value)
        : kind === 'soft'
          ? Float32Array.from({ length: UNITS }, (_, k) =>
              routes.reduce((s, route, m) => s + route * relu[m * UNITS + k], 0),
            )
          : linear;
  const activated = kind === 'soft' ? relu : modulated.map((v) => (v > 0 ? v : 0.01 * v));
  const features = kind === 'soft' ? modulated : activated;
  const weight = vector(UNITS);
  return {
    item: 1,
    pairs: encoded.map((input, item) => ({ item, label: 1, input })),
    encoded,
    prototype: null,
    context,
    candidate,
    hybrid,
    input: candidate,
    modulation,
    layers: [{ linear, modulated, activated }],
    readout: { features, weight, bias: 0.3, kernel: 0, offset: 0.1 },
    score: dot(features, weight) + 0.4,
    steps: 0,
  };
}

describe('the chain behind a score', () => {
  for (const kind of ['film', 'sigmoid', 'soft', 'none'] as const) {
    it(`multiplies out for ${kind}`, () => {
      const explanation = explanationOf(kind);
      const check = checkChain(explanation);
      expect(Math.max(...Object.values(check))).toBeLessThan(1e-5);
      expect(isProduct(explanation)).toBe(true);
    });
  }

  it('notices a wrong number at every stage', () => {
    const wrong = explanationOf('film');
    wrong.score += 0.01;
    expect(checkChain(wrong).score).toBeGreaterThan(0.009);
    const layer = explanationOf('soft');
    layer.layers[0].modulated[1] += 0.01;
    expect(checkChain(layer).layers).toBeGreaterThan(0.009);
    const context = explanationOf('film');
    context.encoded![0][2] += 0.3;
    expect(checkChain(context).context).toBeGreaterThan(0.09);
  });

  it('adds the prototype residual, and takes the largest where the encoder does', () => {
    const explanation = explanationOf('film');
    const prototype = vector(D);
    const { encoded } = explanation;
    explanation.prototype = prototype;
    explanation.context = explanation.context.map((value, d) => value + prototype[d]);
    expect(checkChain(explanation).context).toBeLessThan(1e-5);
    explanation.context = prototype.map(
      (value, d) => value + Math.max(...encoded!.map((pair) => pair[d])),
    );
    expect(checkChain(explanation, 'max').context).toBeLessThan(1e-5);
    expect(checkChain(explanation, 'mean').context).toBeGreaterThan(0.1);
  });

  it('puts the largest term first, whatever its sign', () => {
    const terms = byWeight([
      { index: 0, left: 1, right: 0.1, product: 0.1 },
      { index: 1, left: 1, right: -2, product: -2 },
    ]);
    expect(terms[0].index).toBe(1);
  });

  it('reads one unit of a target module', () => {
    const step = unitStep(explanationOf('soft'), 0, 2);
    expect(step.kind === 'soft' && step.sources.map((s) => s.route)).toEqual(
      [0.1, 0.4, 0.3, 0.2].map(Math.fround),
    );
  });
});

describe('featureAt', () => {
  it('names factors, genres, decades and statistics', () => {
    expect(featureAt(0, 60, 'genre')).toEqual({ kind: 'factor', number: 1 });
    expect(featureAt(32, 60, 'genre')).toEqual({ kind: 'genre', name: 'Action' });
    expect(featureAt(59, 60, 'genre')).toEqual({ kind: 'decade', year: 2010 });
    expect(featureAt(16, 46, 'newcomer')).toEqual({ kind: 'genre', name: 'Action' });
    expect(featureAt(45, 46, 'newcomer')).toEqual({ kind: 'popularity' });
  });
});
