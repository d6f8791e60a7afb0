/** Training steps on wasm: against the floor for one thread, and against tfjs as it ships. */
import { useBackend } from '../../scripts/lib/backend';
import { MODULATIONS } from '../../src/kinds';
import { installKernels } from '../../src/model/kernels';
import { bestWasmModule } from '../../src/model/kernels/arithmetic';
import { enableKernels } from '../../src/model/kernels/run';
import { instantiateKernels } from '../../src/model/kernels/wasm/module';
import { Floor } from '../floor/floor';
import { inTurns, milliseconds, ratios } from '../measure';
import { benchConfig, randomArrays, SIZES, toPacked, toTensors } from '../problem';
import { figure, row, type Benchmark, type Row } from '../row';
import { BenchModel } from '../step';
import type { Batch, PackedTasks } from '../../src/model/batch';
import type { ModulationKind } from '../../src/model/types';

const FLOOR_LIMIT = 1;
const STOCK_LIMIT = 7;

export const steps: Benchmark = {
  name: 'steps',
  about:
    'a training step on wasm at S1, S2, S3: recorded, through tfjs, by hand, and tfjs as it ships',
  async run({ quick }) {
    await useBackend('wasm');
    const rows: Row[] = [];
    const module = bestWasmModule();
    for (const size of SIZES) {
      const arrays = randomArrays(size);
      const batch = toTensors(size, arrays);
      const packed = toPacked(size, arrays);
      const film = new BenchModel(benchConfig('film'));
      const planned = new BenchModel(benchConfig('film'));
      const memory = new WebAssembly.Memory({ initial: 1 });
      const floor = new Floor(await instantiateKernels(memory, module), memory, size);
      floor.load(await film.parameters.flat(), arrays);

      const rounds = quick ? 60 : 200;
      // The smaller a step, the more of it is JavaScript, which takes hundreds of rounds to be compiled for good.
      const warmUp = Math.round((quick ? 2400 : 4000) / size.tasks);
      const own = () => film.step(batch).dispose();
      const recorded = planned.planned(packed);
      const plan = () => recorded().dispose();
      const close = await inTurns({ plan, own, floor: () => floor.step() }, rounds, warmUp);
      rows.push(
        row(`film ${size.name}: step by plan`, close.plan, 'ms'),
        row(`film ${size.name}: the same through tfjs's engine`, close.own, 'ms'),
        row(`film ${size.name}: floor`, close.floor, 'ms'),
        row(
          `film ${size.name}: plan / floor`,
          ratios(close.plan.times, close.floor.times),
          'times',
          {
            limit: FLOOR_LIMIT,
          },
        ),
        row(`film ${size.name}: plan / engine`, ratios(close.plan.times, close.own.times), 'times'),
        figure(`film ${size.name}: plan / floor, fastest tenth of each`, close.plan.p10 / close.floor.p10, 'times', { runs: rounds, note: 'least disturbed' }), // prettier-ignore
      );
      const far = await inTurns(
        {
          plan,
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
        row(`film ${size.name}: tfjs as it ships / plan`, ratios(far.stock.times, far.plan.times), 'times', { limit: STOCK_LIMIT, atLeast: true }), // prettier-ignore
      );
      if (module === 'relaxed') rows.push(await modulesCompared(film, batch, size.name, rounds));
      for (const modulation of MODULATIONS.filter((kind) => kind !== 'film' && kind !== 'none'))
        rows.push(...(await otherModulation(modulation, packed, batch, size.name, rounds / 2)));
      planned.dispose();
      film.dispose();
    }
    return rows;
  },
};

async function otherModulation(
  modulation: ModulationKind,
  packed: PackedTasks,
  batch: Batch,
  size: string,
  rounds: number,
): Promise<Row[]> {
  const model = new BenchModel(benchConfig(modulation));
  const planned = new BenchModel(benchConfig(modulation));
  const recorded = planned.planned(packed);
  const plan = () => recorded().dispose();
  const times = await inTurns({ plan, own: () => model.step(batch).dispose() }, rounds, 60);
  model.dispose();
  planned.dispose();
  return [
    row(`${modulation} ${size}: step by plan`, times.plan, 'ms'),
    row(`${modulation} ${size}: plan / engine`, ratios(times.plan.times, times.own.times), 'times'),
  ];
}

/** The same step on either compiled module, in turns: through tfjs's engine, as a plan is of one module. */
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
