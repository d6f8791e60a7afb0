import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundledDataset } from '../../scripts/lib/dataset';
import { ratingFeatures } from '../../src/data/rating-features';
import { ratersOf } from '../../src/data/tasks/rating';
import { anonymousPool } from '../../src/data/tasks/pools';
import { SPLIT } from '../../src/data/types';
import type { Dataset, Fold, Scenario } from '../../src/data/types';
import { VALIDATION, withValidation, type ValidationDataset } from '../../src/data/validation';
import { tinyDataset, tinyRaw } from './tiny';

let data: Dataset;
let cut: ValidationDataset;
const ids = ({ scenarios }: Dataset, fold: Fold) =>
  scenarios.filter((scenario) => scenario.fold === fold).map(({ id }) => id);
const people = (dataset: Dataset, fold: Fold) => ratersOf(dataset, fold).map(({ user }) => user);
const attributes = ({ genres, decade }: Scenario) => [...genres, decade ?? 'no decade'];

beforeAll(async () => {
  data = await loadBundledDataset();
  cut = withValidation(data);
});

describe('the validation fold', () => {
  it('is a part of meta-training, by the declared shares, and of nothing else', () => {
    const [training, validation] = [ids(cut, 'metaTrain'), ids(cut, 'validation')];
    expect([...training, ...validation].sort()).toEqual(ids(data, 'metaTrain').sort());
    expect(validation).toHaveLength(
      Math.floor(ids(data, 'metaTrain').length * VALIDATION.scenarios),
    );
    expect(ids(cut, 'metaTest')).toEqual(ids(data, 'metaTest'));
    const all = [...people(cut, 'metaTrain'), ...people(cut, 'validation')];
    expect(all.sort()).toEqual(people(data, 'metaTrain').sort());
    expect(people(cut, 'validation').length / all.length).toBeCloseTo(VALIDATION.raters, 1);
  });

  it('leaves every genre and decade in a scenario that is trained on', () => {
    const of = (fold: Fold, dataset: Dataset) =>
      new Set(dataset.scenarios.filter((s) => s.fold === fold).flatMap(attributes));
    expect(of('metaTrain', cut)).toEqual(of('metaTrain', data));
  });

  it('is the same at each call, and another by another seed', () => {
    expect(ids(withValidation(data), 'validation')).toEqual(ids(cut, 'validation'));
    expect(ids(withValidation(data, 1), 'validation')).not.toEqual(ids(cut, 'validation'));
  });

  it('comes without a rating of meta-test people', () => {
    expect(anonymousPool(cut, 'metaTest').user).toHaveLength(0);
    expect(ratersOf(cut, 'metaTest')).toEqual([]);
    const fold = data.raters.fold;
    expect([...cut.ratings.user].some((user) => fold[user] === SPLIT.metaTest)).toBe(false);
    const others = [...data.ratings.user].filter((user) => fold[user] !== SPLIT.metaTest);
    expect(cut.ratings.count).toBe(others.length);
    expect([...cut.ratings.user]).toEqual(others);
  });

  it('changes no feature', () => {
    const [before, after] = [data, cut].map(ratingFeatures);
    const write = (features: typeof before) => {
      const row = new Float32Array(features.pairDim);
      features.write(40, row, 0);
      return row;
    };
    expect(write(after)).toEqual(write(before));
  });

  it('takes nobody away where there are few, and leaves a scenario to train on', () => {
    const few = withValidation(tinyDataset(tinyRaw(8)));
    expect(ratersOf(few, 'validation')).toEqual([]);
    const listed = data.scenarios.slice(0, 2).map(
      (s): Scenario => ({ ...s, fold: 'metaTrain', genres: [], decade: undefined, listed: true }),
    ); // prettier-ignore
    const two = withValidation({ ...data, scenarios: listed });
    expect([ids(two, 'metaTrain').length, ids(two, 'validation').length]).toEqual([1, 1]);
    const one = withValidation({ ...data, scenarios: listed.slice(1) });
    expect(ids(one, 'metaTrain')).toHaveLength(1);
  });
});
