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
  const parts = results.map(({ gradient }) => gradient);
  // The whole of one shard is its mean already.
  if (parts.length === 1) into.set(parts[0]);
  else addScaled(into, shares[0], parts[0], shares[1], parts[1]);
  for (let k = 2; k < parts.length; k++) addScaled(into, 1, into, shares[k], parts[k]);
  return results.reduce((sum, { loss }, k) => sum + shares[k] * loss, 0);
}

/** `into = s * a + t * b`; alone, so that the loop is compiled for arrays of floats: a third of the time. */
function addScaled(
  into: Float32Array,
  s: number,
  a: Float32Array,
  t: number,
  b: Float32Array,
): void {
  for (let i = 0; i < into.length; i++) into[i] = s * a[i] + t * b[i];
}
