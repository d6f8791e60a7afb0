/**
 * Support sets of the paper's eight scenarios in four families, none of which meta-training has seen,
 * and what a model makes of each.
 */
import { mean } from '@tensorflow/tfjs-core';
import { createRandom, deriveSeed, sampleWithoutReplacement } from '../../data/random';
import type { Random } from '../../data/random';
import { PICTURE_SCENARIOS } from '../../data/scenarios';
import {
  itemsByUser,
  sampleNegative,
  trainingRatings,
  withItems,
} from '../../data/tasks/negatives';
import { rankingPool, restrictToItems } from '../../data/tasks/pools';
import { negativeItems } from '../../data/tasks/scenario';
import { SPLIT } from '../../data/types';
import type { Dataset, Family, Pair, Scenario } from '../../data/types';
import type { CmmlRecommender } from '../cmml-system';
import { rankByScore } from '../metrics';
import type { Intermediates } from '../intermediates';
import type { Setting } from '../types';
import { ranks } from './agreement';
import type { RouteShape } from './agreement';
import { pool } from './ranking';
import type { Progress } from './rows';

/** Support sets a scenario. */
const DRAWS = 30;
const TOP = 20;
/** Pairs whose modulation is compared pair by pair. */
const PROBES = 50;
/** Pairs over which routes are averaged: of many users, since a route is of a user and a movie. */
const SHARED_PAIRS = 1000;

interface Sample {
  scenario: Scenario;
  support: Pair[];
}

/** One support set and what the model makes of it. */
export interface Seen extends Sample {
  genre: string;
  family: Family;
  context: Float32Array;
  /** Ranks over the pool. */
  ranks: Float64Array;
  top: number[];
  /** FiLM: gamma of every probe and layer, one vector. */
  gamma: number[];
  /** Soft modularization: by layer, of every probe `[probes, sources, targets]`. */
  routes: Routes;
  /** Soft modularization: by layer, averaged over the shared pairs, `[sources, targets]`. */
  averageRoutes: Float32Array[];
}

type Routes = { values: Float32Array; shape: RouteShape }[];

/** The rankings are those of one person: a held-out user, or nobody in particular (anonymous). */
function personOf(dataset: Dataset, setting: Setting): number {
  return setting === 'anonymous' ? -1 : dataset.raters.fold.indexOf(SPLIT.metaTest);
}

function drawSupports(dataset: Dataset, setting: Setting, size: number, random: Random): Sample[] {
  const rated = trainingRatings(dataset);
  const interactions = rankingPool(dataset, 'metaTest');
  const draw = (scenario: Scenario): Sample[] => {
    const { user, item } = restrictToItems(interactions, scenario.id, scenario.items);
    const rows = Array.from(user.keys());
    return Array.from({ length: DRAWS }, () => {
      const liked = sampleWithoutReplacement(random, rows, size).map((k): Pair => ({
        user: user[k],
        item: item[k],
        label: 1,
      }));
      if (setting === 'anonymous') {
        return { scenario, support: liked.map((pair) => ({ ...pair, user: -1 })) };
      }
      const known = withItems(rated, itemsByUser(liked));
      const disliked = liked.map(
        (p): Pair => ({ user: p.user, item: sampleNegative(random, known, p.user, negativeItems(dataset)), label: 0 }),
      ); // prettier-ignore
      return { scenario, support: [...liked, ...disliked] };
    });
  };
  return PICTURE_SCENARIOS.flatMap((id) => {
    const scenario = dataset.scenarios.find((s) => s.id === id);
    return scenario ? draw(scenario) : [];
  });
}

/** Anybody with any movie; in the anonymous setting nobody in particular with any movie. */
function sharedPairs(dataset: Dataset, setting: Setting, items: number, random: Random): Pair[] {
  return Array.from({ length: SHARED_PAIRS }, () => ({
    user: setting === 'anonymous' ? -1 : random.integer(dataset.users),
    item: random.integer(items),
    label: 0,
  }));
}

/** Gammas and routes of the probes, read from the device. */
async function readModulation({
  modulation,
}: Intermediates): Promise<Pick<Seen, 'gamma' | 'routes'>> {
  if (modulation.kind === 'film') {
    const layers = await Promise.all(modulation.gamma.map((g) => g.data<'float32'>()));
    return { gamma: layers.flatMap((layer) => Array.from(layer)), routes: [] };
  }
  if (modulation.kind === 'soft') {
    const routes = await Promise.all(
      modulation.route.map(async (route) => ({
        values: (await route.data<'float32'>()).slice(),
        shape: { sources: route.shape[1], targets: route.shape[2] },
      })),
    );
    return { gamma: [], routes };
  }
  return { gamma: [], routes: [] };
}

async function readAverageRoutes({ modulation }: Intermediates): Promise<Float32Array[]> {
  if (modulation.kind !== 'soft') return [];
  return Promise.all(
    modulation.route.map(async (route) => {
      const average = mean(route, 0);
      const values = await average.data<'float32'>();
      average.dispose();
      return values.slice();
    }),
  );
}

/** @param size likes in a support set */
export async function lookAtPictures(
  dataset: Dataset,
  model: CmmlRecommender,
  setting: Setting,
  size: number,
  seed: number,
  onProgress?: Progress,
): Promise<Seen[]> {
  const random = createRandom(deriveSeed(seed, 'pictures'));
  const samples = drawSupports(dataset, setting, size, random);
  const items = pool(dataset);
  const person = personOf(dataset, setting);
  const stride = Math.floor(items.length / PROBES);
  const probes = Array.from({ length: PROBES }, (_, k): Pair => ({
    user: person,
    item: items[k * stride],
    label: 0,
  }));
  const shared = sharedPairs(dataset, setting, items.length, random);
  const seen: Seen[] = [];
  for (const sample of samples) {
    const scores = await model.score(sample.support, [person], items);
    seen.push({
      ...sample,
      genre: sample.scenario.id,
      family: sample.scenario.family,
      context: await model.context(sample.support),
      ranks: ranks(scores),
      top: Array.from(rankByScore(scores).subarray(0, TOP), (k) => items[k]),
      ...(await model.inspect(sample.support, probes, readModulation)),
      averageRoutes:
        model.config.modulation === 'soft'
          ? await model.inspect(sample.support, shared, readAverageRoutes)
          : [],
    });
    onProgress?.(seen.length / samples.length);
  }
  return seen;
}
