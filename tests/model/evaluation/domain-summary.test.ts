import { describe, expect, it } from 'vitest';
import {
  ALL,
  domainDifferences,
  domainMeans,
  placesOf,
  type DomainResult,
} from '../../../src/model/evaluation/domain-summary';

/** Two films and one thing of a shop. */
const result = (system: string, seed: number, films: [number, number], shop: number): DomainResult => ({
  system,
  seed,
  steps: 10,
  tasks: [
    { id: 'war', domain: 'films', recall: films[0] },
    { id: 'love', domain: 'films', recall: films[1] },
    { id: 'pots', domain: 'shop', recall: shop },
  ],
}); // prettier-ignore

const results = [
  result('a', 0, [0.5, 0.7], 0.3),
  result('a', 1, [0.6, 0.8], 0.1),
  result('b', 0, [0.4, 0.6], 0.6),
  result('b', 1, [0.5, 0.7], 0.6),
  // Never run with the seeds of the others.
  result('c', 7, [0, 0], 0),
];

describe('two domains, summed up', () => {
  it('means of each place over seeds, all tasks counting alike', () => {
    expect(placesOf(results)).toEqual([ALL, 'films', 'shop']);
    const [a, b] = domainMeans(results);
    expect([a.system, b.system]).toEqual(['a', 'b']);
    expect(a.recall.films.mean).toBeCloseTo(0.65);
    expect(a.recall.shop.mean).toBeCloseTo(0.2);
    expect(a.recall[ALL].mean).toBeCloseTo((0.5 + 0.5) / 2);
    expect(a.recall[ALL].n).toBe(2);
  });

  it('a constant difference is found, one that the shop turns round is not', () => {
    const differences = domainDifferences(results, [['a', 'b']]);
    const of = (place: string) => differences.find(({ domain }) => domain === place)!;
    expect(of('films').seeds.mean).toBeCloseTo(0.1);
    expect(of('films').finding).toBe('more');
    expect(of('shop').seeds.mean).toBeCloseTo(-0.4);
    // Two seeds that are so far apart tell nothing by Student's t.
    expect(of('shop').finding).toBe('none shown');
  });

  it('systems that share no seed are not compared', () => {
    expect(domainDifferences(results, [['a', 'c']])).toEqual([]);
  });
});
