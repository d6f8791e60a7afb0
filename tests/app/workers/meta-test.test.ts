/** Meta-test is the lab's alone: what the page shows while something is to be chosen comes out the same without it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { raceTasks } from '../../../app/workers/race/tasks';
import { heldOut } from '../../../app/workers/trainer/evaluation';
import { setUpModel } from '../../../app/workers/model/model-setup';
import type { PageSetting, Variant } from '../../../app/protocol/vocabulary';
import { useBackend } from '../../../scripts/lib/backend';
import { loadBundledDataset, REPOSITORY } from '../../../scripts/lib/dataset';
import { createRandom } from '../../../src/data/random';
import { anonymousPool } from '../../../src/data/tasks/pools';
import { SPLIT } from '../../../src/data/types';
import type { Dataset } from '../../../src/data/types';
import { withValidation } from '../../../src/data/validation';
import { parameterSpecs } from '../../../src/model/cmml';
import { ParameterSet } from '../../../src/model/parameter-set';
import { alone, dataset, SCENARIO, USER, nothingShips } from './model';

/** Somebody else's films and stars in the place of everything that the people of meta-test did. */
function scrambled(dataset: Dataset): Dataset {
  const { ratings, raters, movies } = dataset;
  const isTest = (k: number) => raters.fold[ratings.user[k]] === SPLIT.metaTest;
  return {
    ...dataset,
    ratings: {
      ...ratings,
      item: ratings.item.map((item, k) => (isTest(k) ? (item + 7) % movies.count : item)),
      halfStars: ratings.halfStars.map((stars, k) => (isTest(k) ? 11 - stars : stars)),
    },
  };
}

/** The first point of a run's curve, of a model that is not trained yet. */
async function firstPoint(dataset: Dataset, variant: Variant): Promise<number> {
  const setup = await setUpModel(dataset, variant, 3, nothingShips);
  const parameters = new ParameterSet(parameterSpecs(setup.config), setup.flat);
  const curve = heldOut(setup, withValidation(dataset));
  return curve.measure(parameters, alone.yieldToMessages).finally(() => parameters.dispose());
}

it('would tell what reads meta-test from what does not', () => {
  expect(anonymousPool(other, 'metaTest').item).not.toEqual(anonymousPool(data, 'metaTest').item);
  expect(anonymousPool(other, 'metaTrain')).toEqual(anonymousPool(data, 'metaTrain'));
});

let [data, other]: Dataset[] = [];

beforeAll(async () => {
  await useBackend('wasm');
  data = await loadBundledDataset();
  other = scrambled(data);
});

describe.each<[PageSetting, Variant]>([
  ['scenario', SCENARIO],
  ['user', USER],
])('what is shown of the setting %s', (setting, variant) => {
  it('has no point of the live curve from meta-test', async () => {
    const small = dataset();
    const point = await firstPoint(small, variant);
    expect(point).toBeGreaterThan(0);
    expect(await firstPoint(scrambled(small), variant)).toBe(point);
  });

  it('has no task or grade of the race from meta-test', () => {
    const [tasks, same] = [data, other].map((d) => raceTasks(withValidation(d), setting));
    expect(tasks.heldOut.length).toBeGreaterThan(10);
    expect(same.heldOut).toEqual(tasks.heldOut);
    // A genre of meta-test may be in the tray: who liked its films is asked of the validation fold.
    const scenario = data.scenarios.findIndex(({ fold }) => fold === 'metaTest');
    const support = [3, 5, 8].map((item) => ({ item, label: 1 }));
    const asked = [
      { kind: 'current', support, scenario } as const,
      ...[0, 5, 10].map((index) => ({ kind: 'heldOut', index }) as const),
    ];
    for (const task of asked) {
      const [a, b] = [tasks, same].map((source) => {
        const { timed, heldOutQuery } = source.prepare(task);
        const random = createRandom(2);
        const guesses = heldOutQuery!.tasks.map(({ query }) =>
          Float32Array.from(query, () => 5 * random.uniform()),
        );
        return { timed, tasks: heldOutQuery!.tasks, quality: heldOutQuery!.grade(guesses) };
      });
      expect(b).toEqual(a);
    }
  });
});

/** Where the fold is named: the data and protocols that make it, the lab that measures, and marks of what is held out. */
const NAMED = [
  ['src/data/', 'builds, cuts and declares the folds'],
  ['src/model/evaluation/', 'the measurement of the lab and of `npm run evaluate`'],
  ['src/model/protocols/', 'declares the folds of a protocol'],
  ['src/model/baselines/known-interactions.ts', 'leaves meta-test out'],
  ['app/components/lab/', 'the lab'],
  ['app/components/context-map/', 'marks held-out genres'],
  ['app/components/pickers/GenreFinder.tsx', 'marks held-out genres'],
  ['app/workers/adapter/adapter-handlers.ts', 'marks held-out people'],
  ['app/workers/adapter/support-samples.ts', 'draws likes to show; grades nothing'],
] as const;

const sources = (room: string): string[] =>
  readdirSync(path.join(REPOSITORY, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${room}/${name}`);

it('is named by nobody else, and measured through no other door', () => {
  const named = [...sources('app'), ...sources('src')].filter((file) =>
    /metaTest['\s\])},;]/.test(readFileSync(path.join(REPOSITORY, file), 'utf8')),
  );
  const strangers = named.filter((file) => !NAMED.some(([door]) => file.startsWith(door)));
  expect(strangers).toEqual([]);
  const measuring = sources('app').filter((file) =>
    /evaluateSystem|evaluateAnonymous|evaluateRating|evaluateRanking|rankingEpisodes\(/.test(
      readFileSync(path.join(REPOSITORY, file), 'utf8'),
    ),
  );
  expect(measuring).toEqual(['app/workers/lab/lab-script.ts']);
});
