/**
 * What the pictures must show (`docs/data.md`, 'Pictures'), as figures: 30 support sets of each of
 * the paper's eight scenarios in four families, none of which meta-training has seen.
 */
import { createRandom, deriveSeed, sampleWithoutReplacement } from '../../data/random';
import type { Random } from '../../data/random';
import { PICTURE_SCENARIOS } from '../../data/scenarios';
import { ratedItems, sampleNegative } from '../../data/tasks/negatives';
import { mixedCatalogue } from '../../data/tasks/scenario';
import { rankingPool, restrictToItems } from '../../data/tasks/pools';
import { SPLIT } from '../../data/types';
import type { Dataset, Family, Pair, Scenario } from '../../data/types';
import type { CmmlRecommender } from '../cmml-system';
import { rankByScore } from '../metrics';
import type { Taps } from '../taps';
import type { Setting } from '../types';
import { correlation, klDivergence, overlap, ranks, totalVariation } from './agreement';
import type { RouteShape } from './agreement';
import { neighbourPurity, silhouette, varianceRatio } from './clusters';
import { pool } from './ranking';
import type { MetricRow, Progress } from './rows';

/** Support sets a scenario. */
const DRAWS = 30;
const TOP = 20;
/** Pairs whose modulation is compared. */
const PROBES = 50;

interface Sample {
  scenario: Scenario;
  support: Pair[];
}

/** One support set and what the model makes of it. */
interface Seen extends Sample {
  genre: string;
  family: Family;
  context: Float32Array;
  /** Ranks over the pool. */
  ranks: Float64Array;
  top: number[];
  /** FiLM: gamma of every probe and layer, one vector. */
  gamma: number[];
  /** Soft modularization: by layer, of every probe `[probes, sources, targets]`. */
  routes: { values: Float32Array; shape: RouteShape }[];
}

/** The rankings are those of one person: a held-out user, or nobody in particular (visitor). */
function personOf(dataset: Dataset, setting: Setting): number {
  return setting === 'visitor' ? -1 : dataset.raters.fold.indexOf(SPLIT.metaTest);
}

function drawSupports(dataset: Dataset, setting: Setting, size: number, random: Random): Sample[] {
  const rated = ratedItems(dataset.ratings, dataset.users);
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
      if (setting === 'visitor') {
        return { scenario, support: liked.map((pair) => ({ ...pair, user: -1 })) };
      }
      const disliked = liked.map(
        (p): Pair => ({ user: p.user, item: sampleNegative(random, rated, p.user, mixedCatalogue(dataset)), label: 0 }),
      ); // prettier-ignore
      return { scenario, support: [...liked, ...disliked] };
    });
  };
  return PICTURE_SCENARIOS.flatMap((id) => {
    const scenario = dataset.scenarios.find((s) => s.id === id);
    return scenario ? draw(scenario) : [];
  });
}

/** Gammas and routes of the probes, read from the device. */
async function readModulation({ modulation }: Taps): Promise<Pick<Seen, 'gamma' | 'routes'>> {
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

async function look(
  dataset: Dataset,
  model: CmmlRecommender,
  setting: Setting,
  samples: readonly Sample[],
  onProgress?: Progress,
): Promise<Seen[]> {
  const items = pool(dataset);
  const person = personOf(dataset, setting);
  const stride = Math.floor(items.length / PROBES);
  const probes = Array.from({ length: PROBES }, (_, k): Pair => ({
    user: person,
    item: items[k * stride],
    label: 0,
  }));
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
    });
    onProgress?.(seen.length / samples.length);
  }
  return seen;
}

type Relation = 'genre' | 'family' | 'other';

/** Means of a measure over pairs of support sets, by how their scenarios are related. */
function byRelation(
  seen: readonly Seen[],
  measure: (a: Seen, b: Seen) => number,
): Record<Relation, number> {
  const sums = { genre: 0, family: 0, other: 0 };
  const counts = { genre: 0, family: 0, other: 0 };
  seen.forEach((a, i) =>
    seen.slice(i + 1).forEach((b) => {
      const relation = a.genre === b.genre ? 'genre' : a.family === b.family ? 'family' : 'other';
      sums[relation] += measure(a, b);
      counts[relation] += 1;
    }),
  );
  return {
    genre: sums.genre / counts.genre,
    family: sums.family / counts.family,
    other: sums.other / counts.other,
  };
}

function clusterFigures(seen: readonly Seen[], dataset: Dataset): MetricRow {
  const contexts = seen.map((s) => s.context);
  const genre = seen.map((s) => s.genre);
  const family = seen.map((s) => s.family);
  const inScenario = seen.map(({ top, scenario }) => overlap(top, Array.from(scenario.items)));
  const chance = seen.map(({ scenario }) => scenario.items.length / dataset.movies.count);
  const average = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
  return {
    'silhouette genre': silhouette(contexts, genre),
    'silhouette family': silhouette(contexts, family),
    'purity genre': neighbourPurity(contexts, genre),
    'purity family': neighbourPurity(contexts, family),
    'top 20 in scenario': average(inScenario),
    'top 20 in scenario, chance': average(chance),
  };
}

function rankingFigures(seen: readonly Seen[]): MetricRow {
  const spearman = byRelation(seen, (a, b) => correlation(a.ranks, b.ranks));
  const shared = byRelation(seen, (a, b) => overlap(a.top, b.top));
  return {
    'spearman same genre': spearman.genre,
    'spearman same family': spearman.family,
    'spearman other': spearman.other,
    'top 20 overlap same genre': shared.genre,
    'top 20 overlap other': shared.other,
  };
}

/** Route averaged over the probes, `[sources, targets]`. */
function averageRoute({ values, shape }: Seen['routes'][number]): Float32Array {
  const size = shape.sources * shape.targets;
  const sum = new Float32Array(size);
  values.forEach((value, i) => (sum[i % size] += value / (values.length / size)));
  return sum;
}

function routeFigures(seen: readonly Seen[]): MetricRow {
  const row: MetricRow = {};
  seen[0].routes.forEach(({ shape }, layer) => {
    const perPair = byRelation(seen, (a, b) =>
      klDivergence(a.routes[layer].values, b.routes[layer].values, shape),
    );
    const averages = new Map(seen.map((s) => [s, averageRoute(s.routes[layer])]));
    const average = byRelation(seen, (a, b) =>
      totalVariation(averages.get(a)!, averages.get(b)!, shape),
    );
    const between = (relation: Record<Relation, number>) => relation.other;
    row[`route ${layer + 1} KL within`] = perPair.genre;
    row[`route ${layer + 1} KL between`] = between(perPair);
    row[`route ${layer + 1} KL ratio`] = between(perPair) / perPair.genre;
    row[`route ${layer + 1} variation within`] = average.genre;
    row[`route ${layer + 1} variation between`] = between(average);
    row[`route ${layer + 1} variation ratio`] = between(average) / average.genre;
  });
  return row;
}

/** @param size likes in a support set */
export async function measurePictures(
  dataset: Dataset,
  model: CmmlRecommender,
  setting: Setting,
  size: number,
  seed: number,
  onProgress?: Progress,
): Promise<MetricRow> {
  const random = createRandom(deriveSeed(seed, 'pictures'));
  const samples = drawSupports(dataset, setting, size, random);
  const seen = await look(dataset, model, setting, samples, onProgress);
  const genre = seen.map((s) => s.genre);
  return {
    ...clusterFigures(seen, dataset),
    ...rankingFigures(seen),
    ...(seen[0].gamma.length > 0 && {
      'film variance ratio': varianceRatio(seen.map((s) => s.gamma), genre),
    }),
    ...routeFigures(seen),
  }; // prettier-ignore
}
