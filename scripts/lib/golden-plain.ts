/** Reference vectors of the optimiser and the metrics. */
import * as tf from '@tensorflow/tfjs-core';
import { adamInit, adamUpdate, type AdamOptions } from '../../src/model/adam';
import { meanAbsoluteError, ndcgAtK, recallAtN } from '../../src/model/metrics';
import { mismatch, type Comparison, type GoldenTensor } from './golden-tensors';

export interface AdamGolden {
  config: AdamOptions;
  initial: GoldenTensor;
  steps: { grad: GoldenTensor; param: GoldenTensor }[];
}

export async function checkAdam({ config, initial, steps }: AdamGolden): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  let state = adamInit([tf.tensor(initial.data, initial.shape)]);
  for (const [i, { grad, param }] of steps.entries()) {
    const update = adamUpdate(state, [tf.tensor(grad.data, grad.shape)], config);
    comparisons.push(mismatch(`step${i + 1}`, param, await update.values[0].data()));
    state = update.state;
  }
  return comparisons;
}

export interface MetricsGolden {
  ndcg: { predictions: number[]; ratings: number[]; expected: Record<string, number> };
  mae: { expected: number };
  recall: { scores: number[]; positives: number[]; expected: Record<string, number> };
}

/** The mean absolute error is that of the NDCG predictions. */
export function checkMetrics({ ndcg, mae, recall }: MetricsGolden): Comparison[] {
  const compare = (name: string, expected: number, actual: number) =>
    mismatch(name, { shape: [], data: [expected] }, [actual]);
  return [
    compare('mae', mae.expected, meanAbsoluteError(ndcg.predictions, ndcg.ratings)),
    ...Object.entries(ndcg.expected).map(([k, expected]) =>
      compare(`ndcg@${k}`, expected, ndcgAtK(ndcg.predictions, ndcg.ratings, Number(k))),
    ),
    ...Object.entries(recall.expected).map(([n, expected]) =>
      compare(`recall@${n}`, expected, recallAtN(recall.scores, recall.positives, Number(n))),
    ),
  ];
}
