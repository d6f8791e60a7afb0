/** GPU programs that one training step runs, on the backends that start in a browser here. */
import { MODULATIONS } from '../../src/kinds';
import { withBenchPage } from '../browser';
import { SIZES } from '../problem';
import { figure, type Benchmark, type Row } from '../row';

const LIMITS = { webgpu: 150, webgl: 300 };

export const dispatches: Benchmark = {
  name: 'dispatches',
  about: 'GPU dispatches of a training step on webgpu and webgl, at S1',
  run: () =>
    withBenchPage(async (page) => {
      const rows: Row[] = [];
      for (const [backend, limit] of Object.entries(LIMITS)) {
        const reason = await page.evaluate((name) => window.bench.start(name), backend);
        if (reason) {
          console.log(`     ${backend} is passed over: ${reason}`);
          continue;
        }
        for (const modulation of MODULATIONS.filter((kind) => kind !== 'none')) {
          const count = await page.evaluate(([kind, size]) => window.bench.dispatches(kind, size), [
            modulation,
            SIZES[0],
          ] as const);
          rows.push(figure(`${modulation}: ${backend} dispatches a step`, count, '', { limit }));
        }
      }
      return rows;
    }),
};
