/** The paper's Figure 3 from the present model: do contexts of alike genres lie together? */
import { PICTURE_SCENARIOS } from '../../../src/data/scenarios';
import type { Dataset } from '../../../src/data/types';
import { neighbourPurity, silhouette, type Points } from '../../../src/model/evaluation/clusters';
import { likedIn, mapTasks, meanFeatures } from '../adapter/map-points';
import { project } from '../adapter/basis';
import { fitBasis } from '../adapter/fitting';
import { supportSampler } from '../adapter/support-samples';
import type { JobContext } from '../host/host';
import type { FigureModel } from './figure-model';
import type { ClusterFigure, Clustering, ClusterMap } from '../../protocol/figures';

type Breathe = JobContext['yieldToMessages'];

/** Support sets of each genre, as many as the bars were measured with (`docs/data.md`, 'Pictures'). */
const DRAWS = 30;

/** @param size likes in a support set */
export async function clusterFigure(
  dataset: Dataset,
  model: FigureModel,
  size: number,
  yieldToMessages: Breathe,
): Promise<ClusterFigure> {
  const { reading, setting } = model;
  const ids = dataset.scenarios.map(({ id }) => id);
  const pictured = PICTURE_SCENARIOS.map((id) => ids.indexOf(id)).filter((index) => index >= 0);
  const sampler = supportSampler(dataset, setting);
  const { supports, scenario } = mapTasks(sampler, pictured, DRAWS, size);
  if (supports.length === 0) return { scenario, maps: null };

  const genre = Array.from(scenario);
  const family = genre.map((index) => dataset.scenarios[index].family);
  const { pairDim } = reading.config.sizes;
  const features = supports.map((support) =>
    meanFeatures(reading.candidates, pairDim, support, likedIn(setting)),
  );
  const contexts = await model.contexts(supports);
  await yieldToMessages();
  return {
    scenario,
    maps: {
      context: await clusterMap(contexts, { genre, family }, yieldToMessages),
      features: await clusterMap(features, { genre, family }, yieldToMessages),
    },
  };
}

async function clusterMap(
  rows: readonly Float32Array[],
  labels: Record<keyof Clustering, readonly unknown[]>,
  yieldToMessages: Breathe,
): Promise<ClusterMap> {
  const flat = Float32Array.from(rows.flatMap((row) => Array.from(row)));
  const basis = fitBasis(flat, rows[0].length);
  const measure = async (of: (points: Points, labels: readonly unknown[]) => number) => {
    const genre = of(rows, labels.genre);
    await yieldToMessages();
    const family = of(rows, labels.family);
    await yieldToMessages();
    return { genre, family };
  };
  return {
    points: project(basis, flat),
    explained: basis.explained,
    silhouette: await measure(silhouette),
    purity: await measure(neighbourPurity),
  };
}
