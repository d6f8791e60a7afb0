import { describe, expect, it } from 'vitest';
import { colouring } from '../../../../app/components/context-map/domains';
import { domainPurity } from '../../../../app/workers/adapter/domain-purity';
import type { Scenario } from '../../../../src/data/types';

const scenario = (domain?: string): Scenario => ({
  id: 'x',
  name: 'x',
  genres: [],
  family: 'war',
  fold: 'metaTrain',
  items: new Uint32Array(0),
  ...(domain === undefined ? {} : { domain }),
});

describe('colouring', () => {
  it('leaves families to a single data set', () => {
    const scenarios = [scenario(), scenario()];
    expect(colouring(scenarios)).toMatchObject({ scenarios, names: null });
    expect(colouring([scenario('one')]).names).toBeNull();
  });

  it('shows only the families there are, and none where there are none', () => {
    expect(colouring([scenario()]).families).toEqual(['war']);
    const other = Array.from({ length: 9 }, (): Scenario => ({ ...scenario(), family: 'other' }));
    expect(colouring(other)).toMatchObject({ families: [], names: null });
  });

  it('gives a few scenarios without family a colour each', () => {
    const few = ['a', 'b', 'c'].map((name): Scenario => ({ ...scenario(), name, family: 'other' }));
    const { scenarios, names } = colouring(few);
    expect(new Set(scenarios.map(({ family }) => family)).size).toBe(3);
    expect(Object.values(names!)).toEqual(['a', 'b', 'c']);
  });

  it('gives each domain a colour and its name', () => {
    const { scenarios, names, families } = colouring([scenario('a'), scenario('b'), scenario('a')]);
    const [a, b] = [scenarios[0].family, scenarios[1].family];
    expect(a).not.toBe(b);
    expect(scenarios[2].family).toBe(a);
    expect(names).toEqual({ [a]: 'a', [b]: 'b' });
    expect(new Set(families)).toEqual(new Set([a, b]));
  });

  it('has a name for every domain, however many there are', () => {
    const domains = Array.from({ length: 8 }, (_, n) => `shop ${n}`);
    const { names } = colouring(domains.map((name) => scenario(name)));
    for (const name of domains) expect(Object.values(names!).join()).toContain(name);
  });
});

describe('domainPurity', () => {
  const scenarios = [scenario('a'), scenario('b')];
  const rows = (apart: number): Float32Array =>
    Float32Array.from({ length: 2 * 60 }, (_, at) => {
      const k = at >> 1;
      return at % 2 === 0 ? (k % 2) * apart : Math.sin(k * k);
    });
  const which = Array.from({ length: 60 }, (_, k) => k % 2);

  it('is one for domains that lie apart, near chance for ones that do not, and names chance', () => {
    const apart = domainPurity(rows(100), which, scenarios)!;
    expect(apart.share).toBe(1);
    expect(apart.chance).toBeCloseTo(29 / 59, 10);
    const mixed = domainPurity(rows(0), which, scenarios)!;
    expect(mixed.share).toBeGreaterThan(0.3);
    expect(mixed.share).toBeLessThan(0.7);
  });

  it('counts a small domain as much as a large one', () => {
    const few = Array.from({ length: 60 }, (_, k) => (k < 6 ? 1 : 0));
    const { share, chance } = domainPurity(rows(0), few, scenarios)!;
    expect(chance).toBeCloseTo((53 / 59 + 5 / 59) / 2, 10);
    // Six scattered among fifty-four have hardly one of theirs nearby.
    expect(share).toBeLessThan(0.8);
  });

  it('means nothing within one domain', () => {
    expect(domainPurity(rows(1), which, [scenario('a'), scenario('a')])).toBeNull();
    expect(domainPurity(rows(1), which, [scenario(), scenario()])).toBeNull();
  });
});
