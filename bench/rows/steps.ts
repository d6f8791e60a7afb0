/** Training steps on wasm: against the floor for one thread, and against tfjs as it ships. */
import { useBackend } from '../../scripts/lib/backend';
import { installKernels } from '../../src/model/kernels';
import { bestWasmModule } from '../../src/model/kernels/arithmetic';
import { enableKernels } from '../../src/model/kernels/run';
import { instantiateKernels } from '../../src/model/kernels/wasm/module';
import { Floor } from '../floor/floor';
import { inTurns, milliseconds, ratios } from '../measure';
import { benchConfig, randomArrays, SIZES, toTensors } from '../problem';
import { figure, row, type Benchmark, type Row } from '../row';
import { BenchModel } from '../step';
import type { Batch } from '../../src/model/batch';

const FLOOR_LIMIT = 1.3;
const STOCK_LIMIT = 7;

export const steps: Benchmark = {
  name: 'steps',
  about: 'a training step on wasm at S1, S2, S3: own, by hand, and tfjs as it ships',
  async run({ quick }) {
    await useBackend('wasm');
    const rows: Row[] = [];
    const module = bestWasmModule();
    for (const size of SIZES) {
      const arrays = randomArrays(size);
      const batch = toTensors(size, arrays);
      const film = new BenchModel(benchConfig('film'));
      const others = (['sigmoid', 'linear', 'soft'] as const).map((modulation) => ({
        modulation,
        model: new BenchModel(benchConfig(modulation)),
      }));
      const memory = new WebAssembly.Memory({ initial: 1 });
      const floor = new Floor(await instantiateKernels(memory, module), memory, size);
      floor.load(await film.parameters.flat(), arrays);

      const rounds = quick ? 60 : 200;
      // The smaller a step, the more of it is JavaScript, which takes hundreds of rounds to be compiled for good.
      const warmUp = Math.round((quick ? 2400 : 4000) / size.tasks);
      const own = () => film.step(batch).dispose();
      const close = await inTurns({ own, floor: () => floor.step() }, rounds, warmUp);
      rows.push(
        row(`film ${size.name}: own step`, close.own, 'ms'),
        row(`film ${size.name}: floor`, close.floor, 'ms'),
        row(`film ${size.name}: own / floor`, ratios(close.own.times, close.floor.times), 'times', {
          limit: FLOOR_LIMIT,
        }),
        figure(`film ${size.name}: own / floor, fastest tenth of each`, close.own.p10 / close.floor.p10, 'times', { runs: rounds, note: 'least disturbed' }), // prettier-ignore
      );
      const far = await inTurns(
        {
          own,
          stock: () => {
            enableKernels(false);
            film.step(batch).dispose();
            enableKernels(true);
          },
        },
        quick ? 5 : 15,
        2,
      );
      rows.push(
        row(`film ${size.name}: tfjs as it ships`, far.stock, 'ms'),
        row(`film ${size.name}: tfjs as it ships / own`, ratios(far.stock.times, far.own.times), 'times', { limit: STOCK_LIMIT, atLeast: true }), // prettier-ignore
      );
      if (module === 'relaxed') rows.push(await modulesCompared(film, batch, size.name, rounds));
      for (const { modulation, model } of others) {
        const one = await inTurns({ own: () => model.step(batch).dispose() }, rounds / 2, 30);
        rows.push(row(`${modulation} ${size.name}: own step`, one.own, 'ms'));
        model.dispose();
      }
      film.dispose();
    }
    return rows;
  },
};

/** The same step on either compiled module, in turns. */
async function modulesCompared(
  film: BenchModel,
  batch: Batch,
  size: string,
  rounds: number,
): Promise<Row> {
  const step = () => film.step(batch).dispose();
  const times = { simd: [] as number[], relaxed: [] as number[] };
  for (let round = -30; round < rounds; round++) {
    for (const module of ['simd', 'relaxed'] as const) {
      await installKernels(module);
      const start = process.cpuUsage();
      step();
      if (round >= 0) times[module].push(milliseconds(process.cpuUsage(start)));
    }
  }
  return row(`film ${size}: simd / relaxed module`, ratios(times.simd, times.relaxed), 'times');
}
