/** UMAP of the map's points, in slices, and where a new point goes among them. */
import { createRandom } from '../../../src/data/random';

const SEED = 1;
const NEIGHBOURS = 15;
const EPOCHS = 200;
/** Epochs before messages are let in. */
const SLICE = 5;
/** A new point is placed among so many of its nearest. */
const NEAREST = 5;

/** Positions `[n, 2]` of `rows` `[n, dim]`; the library is fetched at the first call. */
export async function umapLayout(
  rows: Float32Array,
  dim: number,
  yieldToMessages: () => Promise<void>,
): Promise<Float32Array> {
  const { UMAP } = await import('umap-js');
  const data = Array.from({ length: rows.length / dim }, (_, k) =>
    Array.from(rows.subarray(k * dim, (k + 1) * dim)),
  );
  const random = createRandom(SEED);
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: Math.min(NEIGHBOURS, data.length - 1),
    nEpochs: EPOCHS,
    random: () => random.uniform(),
  });
  const epochs = umap.initializeFit(data);
  for (let epoch = 0; epoch < epochs; epoch++) {
    umap.step();
    if (epoch % SLICE === 0) await yieldToMessages();
  }
  return Float32Array.from(umap.getEmbedding().flat());
}

/** Position of `row` among laid-out rows: mean of its nearest, the nearer the heavier. */
export function amongNearest(
  row: Float32Array,
  rows: Float32Array,
  points: Float32Array,
): [number, number] {
  const dim = row.length;
  const n = rows.length / dim;
  const distance = Float64Array.from({ length: n }, (_, k) => {
    let sum = 0;
    for (let d = 0; d < dim; d++) sum += (rows[k * dim + d] - row[d]) ** 2;
    return Math.sqrt(sum);
  });
  const nearest = [...distance.keys()].sort((a, b) => distance[a] - distance[b]).slice(0, NEAREST);
  const weights = nearest.map((k) => 1 / (distance[k] + 1e-6));
  const total = weights.reduce((a, b) => a + b, 0);
  const mean = (axis: number) =>
    nearest.reduce((sum, k, i) => sum + weights[i] * points[2 * k + axis], 0) / total;
  return [mean(0), mean(1)];
}
