import { describe, expect, it } from 'vitest';
import {
  apart,
  contextChanges,
  largestChanges,
  modulationChanges,
  slopes,
} from '../../../../app/components/compare/compare';
import type { Answer } from '../../../../app/store/adaptation';

function answer(order: number[], support: number[] = []): Answer {
  return {
    setting: 'scenario',
    source: 'live',
    interventions: null,
    scale: { low: 0, high: 1 },
    support: { genre: null, items: support.map((item) => ({ item, label: 1 })) },
    adaptation: {
      context: new Float32Array(2),
      point: [0, 0],
      scores: new Float32Array(order.length),
      order: Uint32Array.from(order),
      complete: true,
      intervened: false,
      cost: { forwardPasses: 1, gradientSteps: 0, ms: 1, backend: 'wasm' },
      steps: 0,
    },
  };
}

describe('two rankings', () => {
  it('have a slope for each of their first movies, with its place in both', () => {
    const found = slopes(answer([0, 1, 2, 3, 4]), answer([4, 1, 0, 3, 2]), 2);
    expect(found).toEqual([
      { item: 4, before: 5, now: 1 },
      { item: 1, before: 2, now: 2 },
      { item: 0, before: 1, now: 3 },
    ]);
  });

  it('leave out the movies of either support set', () => {
    const found = slopes(answer([0, 1, 2, 3], [0]), answer([3, 0, 1, 2], [3]), 2);
    expect(found).toEqual([
      { item: 1, before: 1, now: 1 },
      { item: 2, before: 2, now: 2 },
    ]);
  });
});

describe('two vectors', () => {
  it('are as far apart as their angle and their distance say', () => {
    const { cosine, distance } = apart(Float32Array.of(3, 0), Float32Array.of(0, 4));
    expect(cosine).toBeCloseTo(0);
    expect(distance).toBeCloseTo(5);
    expect(apart(new Float32Array(2), Float32Array.of(1, 0)).cosine).toBeNaN();
  });

  it('name their largest changes first', () => {
    const changes = contextChanges(Float32Array.of(1, 1, 1), Float32Array.of(1.5, -2, 1));
    expect(largestChanges(changes, 2).map(({ place }) => place)).toEqual([1, 0]);
  });
});

describe('two modulations', () => {
  it('of FiLM differ unit by unit', () => {
    const film = (gamma: number) => ({
      kind: 'film' as const,
      gamma: [Float32Array.of(1, gamma)],
      beta: [Float32Array.of(0, 0)],
    });
    const [largest] = largestChanges(modulationChanges(film(1), film(3))!, 1);
    expect(largest).toEqual({
      place: { kind: 'cell', target: 'gamma', layer: 0, unit: 1 },
      before: 1,
      now: 3,
    });
  });

  it('of routes differ link by link, the readout being the last', () => {
    const soft = (first: number) => ({
      kind: 'soft' as const,
      routes: [{ sources: 2, targets: 1, weights: Float32Array.of(first, 1 - first) }],
    });
    const changes = modulationChanges(soft(0.25), soft(0.75))!;
    expect(changes).toEqual([
      { place: { kind: 'route', from: '1.1', to: null }, before: 0.25, now: 0.75 },
      { place: { kind: 'route', from: '1.2', to: null }, before: 0.75, now: 0.25 },
    ]);
  });

  it('of different kinds are not compared', () => {
    const gates = { kind: 'sigmoid' as const, gate: [Float32Array.of(0.5)] };
    expect(modulationChanges(gates, { kind: 'none' })).toBeNull();
  });
});
