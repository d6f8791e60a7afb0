/**
 * What the pictures must show (`docs/data.md`, 'Pictures'), as figures: 30 support sets of each of
 * the paper's eight scenarios in four families, none of which meta-training has seen.
 */
import type { Dataset } from '../../data/types';
import type { CmmlRecommender } from '../cmml-system';
import type { Setting } from '../types';
import { correlation, klDivergence, overlap, totalVariation } from './agreement';
import { neighbourPurity, silhouette, varianceRatio } from './clusters';
import { lookAtPictures } from './picture-samples';
import type { Seen } from './picture-samples';
import type { MetricRow, Progress } from './rows';

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

function routeFigures(seen: readonly Seen[]): MetricRow {
  const row: MetricRow = {};
  seen[0].routes.forEach(({ shape }, layer) => {
    const perPair = byRelation(seen, (a, b) =>
      klDivergence(a.routes[layer].values, b.routes[layer].values, shape),
    );
    const average = byRelation(seen, (a, b) =>
      totalVariation(a.averageRoutes[layer], b.averageRoutes[layer], shape),
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
  const seen = await lookAtPictures(dataset, model, setting, size, seed, onProgress);
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
