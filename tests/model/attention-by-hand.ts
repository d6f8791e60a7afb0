/** Attention by candidate with plain arrays, from its definition in `docs/model.md`. */
import type { Support } from '../../src/model/cmml';
import type { ParameterSet } from '../../src/model/parameter-set';
import type { ModelConfig } from '../../src/model/types';
import { matrixOf, named, vectorOf } from './setup';

/** One task's support set. */
export interface HandSupport {
  pairs: number[][];
  labels: number[];
}

export function handSupports({ pairs, labels, mask }: Support): HandSupport[] {
  const counted = mask && matrixOf(mask);
  return (pairs.arraySync() as number[][][]).map((all, b) => {
    const kept = all.map((_, k) => k).filter((k) => !counted || counted[b][k] === 1);
    const own = matrixOf(labels)[b];
    return { pairs: kept.map((k) => all[k]), labels: kept.map((k) => own[k]) };
  });
}

const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Weights of `x` on the pairs of one label; 0 elsewhere. */
export function weightsByHand(
  config: ModelConfig,
  parameters: ParameterSet,
  x: number[],
  { pairs, labels }: HandSupport,
  label: 0 | 1,
  sharpness = 1,
): number[] {
  const name = label === 1 ? 'hybrid.likes' : 'hybrid.dislikes';
  const phi = (pair: number[]) => named(parameters)(name, pair);
  const logit = (pair: number[]) => {
    if (config.attention === 'uniform') return 0;
    const [scale] = vectorOf(parameters.get(`${name}.sharpness`));
    const own = phi(x);
    return (sharpness * scale * dot(own, phi(pair))) / Math.sqrt(own.length);
  };
  const raised = pairs.map((pair, k) => (labels[k] === label ? Math.exp(logit(pair)) : 0));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => (total === 0 ? 0 : value / total));
}

/** `[a, a * x, d * x]` */
export function attendByHand(
  config: ModelConfig,
  parameters: ParameterSet,
  x: number[],
  support: HandSupport,
  sharpness = 1,
): number[] {
  const [likes, dislikes] = ([1, 0] as const).map((label) =>
    weightsByHand(config, parameters, x, support, label, sharpness),
  );
  const mean = (weights: number[], of: (pair: number[]) => number) =>
    support.pairs.reduce((sum, pair, k) => sum + weights[k] * of(pair), 0);
  const alike = likes.reduce((sum, w) => sum + w * w, 0);
  const liked = x.map((_, d) => {
    if (alike === 0) return 0;
    const middle = mean(likes, (pair) => pair[d]);
    const variance = mean(likes, (pair) => (pair[d] - middle) ** 2);
    const count = 1 / alike;
    return middle / Math.sqrt((count * variance + 3) / (count + 3));
  });
  const disliked = x.map((_, d) => mean(dislikes, (pair) => pair[d]));
  return [...liked, ...liked.map((a, d) => a * x[d]), ...disliked.map((a, d) => a * x[d])];
}
