/**
 * The arithmetic of data-parallel training: a meta-batch is cut into shards, and the gradient of the whole is
 * the weighted sum of theirs. Always in the order of the tasks, never in that of arrival: so the same cut gives
 * the same sum bit for bit.
 */

/** Tasks of a meta-batch, from the first up to before the last. */
export interface Shard {
  from: number;
  to: number;
}

/** What a shard gave: means over its own tasks. */
export interface ShardResult {
  loss: number;
  /** `[N]`, in the order of the parameters. */
  gradient: Float32Array;
}

/**
 * Cuts `tasks` into as many shards as there are workers, as even as can be; fewer where there are fewer tasks.
 * The first is never larger than the others: whoever computes it has the update to do as well.
 */
export function shardsOf(tasks: number, workers: number): Shard[] {
  const count = Math.max(1, Math.min(workers, tasks));
  const edge = (k: number) => Math.floor((k * tasks) / count);
  return Array.from({ length: count }, (_, k) => ({ from: edge(k), to: edge(k + 1) }));
}

/**
 * Loss and gradient of the whole meta-batch.
 * @param results one a shard, in their order
 * @param into is written: the gradient; it may be the first shard's own
 * @returns the loss
 */
export function sumShards(
  shards: readonly Shard[],
  results: readonly ShardResult[],
  into: Float32Array,
): number {
  const total = shards.at(-1)!.to;
  const shares = shards.map(({ from, to }) => (to - from) / total);
  const [first, ...others] = results;
  for (let i = 0; i < into.length; i++) into[i] = shares[0] * first.gradient[i];
  others.forEach(({ gradient }, k) => {
    const share = shares[k + 1];
    for (let i = 0; i < into.length; i++) into[i] += share * gradient[i];
  });
  return results.reduce((sum, { loss }, k) => sum + shares[k] * loss, 0);
}
