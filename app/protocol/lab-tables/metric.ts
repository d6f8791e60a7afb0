/** Column of a result row (`docs/results`): recall in 0..1, MAE in stars. */
export type Metric =
  | 'recall@10'
  | 'recall@20'
  | 'recall@50'
  | 'recall@20/10-likes'
  | 'recall@20/scenario'
  | 'mae'
  | 'ndcg@3'
  | 'mae@levels';

export const LOWER_IS_BETTER: ReadonlySet<Metric> = new Set(['mae', 'mae@levels']);
