/** How long training keeps the thread: a whole step of the page's own run, and its pieces. */
import { loadBundledDataset } from '../../scripts/lib/dataset';
import { useBackend } from '../../scripts/lib/backend';
import { cmmlTrainingOf, configOf, scheduleOf, settingData } from '../../src/model/recipes';
import { cmmlLearner } from '../../src/model/training/cmml-learner';
import { Trainer } from '../../src/model/training/trainer';
import { milliseconds, ratios, summarise } from '../measure';
import { row, type Benchmark, type Row } from '../row';

/** Tasks of a piece, as `app/workers/trainer/run.ts` has it. */
const PIECE = 2;
const WARM_UP = 60;

export const pieces: Benchmark = {
  name: 'pieces',
  about: 'a step of the page’s training (8 tasks, sampled and packed) at once and in pieces',
  async run({ quick }) {
    await useBackend('wasm');
    const data = settingData(await loadBundledDataset(), 'anonymous', 'full');
    const rows: Row[] = [];
    for (const modulation of ['film', 'soft'] as const) {
      const parts = { encoder: 'mean', hybrid: 'dot', modulation } as const;
      const config = configOf('anonymous', parts, data.pairDim, 'full');
      const trainer = new Trainer({
        learner: cmmlLearner(config, cmmlTrainingOf('anonymous', 'full')),
        ...data,
        ...scheduleOf('anonymous', 'full'),
        seed: 1,
      });
      const whole: number[] = [];
      const sums: number[] = [];
      const longest: number[] = [];
      for (let round = 0; round < WARM_UP + (quick ? 40 : 200); round++) {
        const [step] = stretches(trainer, Infinity);
        const each = stretches(trainer, PIECE);
        if (round < WARM_UP) continue;
        whole.push(step);
        sums.push(each.reduce((a, b) => a + b, 0));
        longest.push(Math.max(...each));
      }
      trainer.dispose();
      rows.push(
        row(`${modulation}, whole step: longest stretch`, summarise(whole), 'ms'),
        row(`${modulation}, pieces of ${PIECE} tasks: longest stretch`, summarise(longest), 'ms'),
        row(`${modulation}, all pieces / whole step`, ratios(sums, whole), 'times'),
      );
    }
    return rows;
  },
};

/** Processor milliseconds between the pauses of one step; a step that is not cut has none. */
function stretches(trainer: Trainer, size: number): number[] {
  const times: number[] = [];
  const step = trainer.stepInPieces(size);
  for (;;) {
    const start = process.cpuUsage();
    const next = step.next();
    const ms = milliseconds(process.cpuUsage(start));
    if (!next.done) times.push(ms);
    else {
      times.push(times.length === 1 ? times.pop()! + ms : ms);
      next.value.dispose();
      return times;
    }
  }
}
