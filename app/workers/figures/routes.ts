/** The paper's Figure 4 from the present model: which modules does a task call upon? */
import type { Dataset } from '../../../src/data/types';
import { totalVariation } from '../../../src/model/evaluation/agreement';
import { pool } from '../../../src/model/evaluation/ranking';
import { supportSampler } from '../adapter/support-samples';
import type { JobContext } from '../host/host';
import { WorkerFailure } from '../../protocol/failure';
import type { FigureModel, LayerRoutes } from './figure-model';
import type { RoutedTask, RouteFigure, RouteFigureQuestion } from '../../protocol/figures';

/** Support sets of each genre, by seed; the first are drawn. */
const SEEDS = Array.from({ length: 10 }, (_, k) => k + 1);
/** Movies that the averages are taken over. */
const AVERAGED = 500;

type Group = readonly Float32Array[];

/** @throws WorkerFailure `bad-request` without routes, or for an unknown movie or genre */
export async function routeFigure(
  dataset: Dataset,
  model: FigureModel,
  { scenarios, item, size }: Omit<RouteFigureQuestion, 'cmml'>,
  yieldToMessages: JobContext['yieldToMessages'],
): Promise<RouteFigure> {
  const unknown = scenarios.find((scenario) => !dataset.scenarios[scenario]);
  if (unknown !== undefined) throw new WorkerFailure('bad-request', `no genre ${unknown}`);
  if (!(item >= 0 && item < dataset.movies.count)) {
    throw new WorkerFailure('bad-request', `no movie ${item}`);
  }
  const sampler = supportSampler(dataset, model.setting);
  const [ours, theirs] = scenarios.map((scenario) =>
    SEEDS.map((seed) => sampler.sample(scenario, size, seed)),
  );
  const pair = await model.routes([...ours, ...theirs], [item]);
  await yieldToMessages();
  const items = spreadOver(pool(dataset), AVERAGED);
  const average = await model.routes([ours[0], theirs[0]], items);
  const task = (support: RoutedTask['support'], nth: 0 | 1): RoutedTask => ({
    support,
    pair: drawn(pair, nth * SEEDS.length),
    average: drawn(average, nth),
  });
  const layers = pair.map((layer) => differences(layer));
  return {
    item,
    tasks: [task(ours[0], 0), task(theirs[0], 1)],
    between: layers.map(({ between }) => between),
    within: layers.map(({ within }) => within),
    draws: SEEDS.length,
    averaged: items.length,
  };
}

/** The routes under one of the support sets, as the route view draws them. */
const drawn = (layers: readonly LayerRoutes[], support: number): RoutedTask['pair'] =>
  layers.map(({ sources, targets, weights }) => ({ sources, targets, weights: weights[support] }));

/** Mean difference between the two halves of a layer's support sets, and inside each. */
function differences({ weights, ...shape }: LayerRoutes): { between: number; within: number } {
  const [ours, theirs] = [weights.slice(0, SEEDS.length), weights.slice(SEEDS.length)];
  const mean = (from: Group, to: Group): number => {
    const values = from.flatMap((p) =>
      to.filter((q) => q !== p).map((q) => totalVariation(p, q, shape)),
    );
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  return {
    between: mean(ours, theirs),
    within: (mean(ours, ours) + mean(theirs, theirs)) / 2,
  };
}

/** `count` of the items, evenly from the first to the last. */
function spreadOver(items: ArrayLike<number>, count: number): number[] {
  const stride = Math.max(1, Math.floor(items.length / count));
  const most = Math.min(count, items.length);
  return Array.from({ length: most }, (_, k) => items[k * stride]);
}
