import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../scripts/lib/backend';
import { likelyAnswers, meanShift, placesOf } from '../../src/model/ask-next';
import { decisionLayers, decisionNetwork } from '../../src/model/baselines/decision-network';
import { sharedWeights } from '../../src/model/baselines/network';
import { evidenceOrder, gradientNorms } from '../../src/model/evidence';
import { ParameterSet } from '../../src/model/parameter-set';
import { countParameters } from '../../src/model/specs';

describe('likely answers', () => {
  it('are a low, an expected and a high one, in half stars', () => {
    const answers = likelyAnswers(3.1);
    expect(answers.map(({ stars }) => stars)).toEqual([1.5, 3, 4.5]);
    expect(answers.map(({ probability }) => probability)).toEqual([1 / 6, 2 / 3, 1 / 6]);
  });

  it('stay on the scale, and equal ones are one', () => {
    const answers = likelyAnswers(5.4);
    expect(answers.map(({ stars }) => stars)).toEqual([4, 5]);
    expect(answers.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  });
});

describe('how far a ranking moves', () => {
  it('counts places, of equal scores the earlier first', () => {
    expect([...placesOf([1, 3, 2, 3])]).toEqual([3, 0, 2, 1]);
  });

  it('is the mean of how many places films move', () => {
    const before = placesOf([4, 3, 2, 1]);
    expect(meanShift(before, placesOf([1, 2, 3, 4]))).toBe((3 + 1 + 1 + 3) / 4);
    expect(meanShift(before, before)).toBe(0);
  });
});

describe('evidence candidates', () => {
  beforeAll(() => useBackend('wasm'));

  it('come in the order of gradient times popularity', () => {
    expect(evidenceOrder([1, 2, 4], [100, 60, 20])).toEqual([1, 0, 2]);
  });

  it('have the norm of the gradient in the adapted layers', () => {
    const network = decisionNetwork({ pairDim: 2, embedding: 2, decision: [2] });
    const flat = Float32Array.from(
      { length: countParameters(network.specs) },
      (_, k) => ((k * 7) % 5) / 5 - 0.3,
    );
    const parameters = new ParameterSet(network.specs, flat);
    const weights = sharedWeights(network.specs, parameters);
    const pairs = [
      [1, 2],
      [-1, 0.5],
    ];
    const norms = gradientNorms(
      network.score,
      weights,
      decisionLayers(network),
      tf.tensor3d(pairs.map((pair) => [pair])),
    );
    // A score is linear in the parameters of the last layers as far as its ReLUs stay on: differences find the slope.
    const adapted = new Set(decisionLayers(network));
    const step = 1e-3;
    const scoreOf = (values: Float32Array, pair: number[]) => {
      const set = new ParameterSet(network.specs, values);
      return network.score(sharedWeights(network.specs, set), tf.tensor3d([[pair]])).dataSync()[0];
    };
    const names = network.specs.flatMap(({ name, shape }) =>
      new Array<string>(shape.reduce((a, b) => a * b, 1)).fill(name),
    );
    pairs.forEach((pair, n) => {
      let squares = 0;
      names.forEach((name, k) => {
        if (!adapted.has(name)) return;
        const [up, down] = [flat.slice(), flat.slice()];
        up[k] += step;
        down[k] -= step;
        squares += ((scoreOf(up, pair) - scoreOf(down, pair)) / (2 * step)) ** 2;
      });
      expect(norms[n]).toBeCloseTo(Math.sqrt(squares), 2);
    });
  });
});
