/** How time grows with each size of the problem: the exponent of a power law through the sweep. */
import * as tf from '@tensorflow/tfjs-core';
import { useBackend } from '../../scripts/lib/backend';
import { encode, predict } from '../../src/model/cmml';
import { inTurns } from '../measure';
import { benchConfig, randomArrays, toTensors, WIDTH, type Size } from '../problem';
import { figure, type Benchmark, type Row } from '../row';
import { BenchModel } from '../step';

/** 1 is linear. */
const LIMIT = 1.1;
const BASE: Omit<Size, 'name'> = { tasks: 8, support: 32, query: 64 };
const FACTORS = [1, 2, 4, 8];

export const growth: Benchmark = {
  name: 'growth',
  about: 'exponents of time in tasks, support, query and candidates (1 is linear)',
  async run({ quick }) {
    await useBackend('wasm');
    const rounds = quick ? 10 : 40;
    const model = new BenchModel(benchConfig('film'));
    const rows: Row[] = [];
    for (const dimension of ['tasks', 'support', 'query'] as const) {
      const batches = FACTORS.map((factor) => {
        const size = { ...BASE, name: '', [dimension]: BASE[dimension] * factor };
        return toTensors(size, randomArrays(size));
      });
      rows.push(
        await sweep(`step time in ${dimension}`, FACTORS, rounds, (i) =>
          model.step(batches[i]).dispose(),
        ),
      );
      tf.dispose(batches);
    }
    const counts = [500, 1000, 2000, 4000, 9066];
    const candidates = counts.map((count) =>
      tf.tensor3d(randomArrays({ name: '', tasks: 1, support: 1, query: count }).query, [
        1,
        count,
        WIDTH,
      ]),
    );
    const size = { name: '', tasks: 1, support: 32, query: 2 };
    const { support } = toTensors(size, randomArrays(size));
    const config = benchConfig('film');
    rows.push(
      await sweep('scoring time in candidates', counts, rounds, (i) =>
        tf.tidy(() => {
          const context = encode(config, model.parameters, support);
          const options = { layers: false };
          void predict(config, model.parameters, context, candidates[i], options).scores.dataSync();
        }),
      ),
    );
    model.dispose();
    return rows;
  },
};

/** Times `run(i)` for each of `sizes` in turns and fits `time ~ size^exponent` to the medians. */
async function sweep(
  name: string,
  sizes: number[],
  rounds: number,
  run: (i: number) => void,
): Promise<Row> {
  const alternatives = Object.fromEntries(sizes.map((_, i) => [`${i}`, () => run(i)]));
  const times = await inTurns(alternatives, rounds, 10);
  const medians = sizes.map((_, i) => times[`${i}`].median);
  const note = sizes.map((size, i) => `${size}: ${medians[i].toFixed(2)} ms`).join(', ');
  const exponent = slope(sizes.map(Math.log), medians.map(Math.log));
  return figure(`${name}, exponent`, exponent, 'power', { limit: LIMIT, runs: rounds, note });
}

/** Least squares. */
function slope(x: number[], y: number[]): number {
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0);
  return covariance / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}
