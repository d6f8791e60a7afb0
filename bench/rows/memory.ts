/** Whether anything grows while the page trains and is edited. */
import type { CDPSession } from 'playwright';
import { pageMemory } from '../../scripts/lib/page-memory';
import { residentMegabytes } from '../../scripts/lib/resident';
import { editTimes, train, withApp } from '../app';
import { figure, type Benchmark } from '../row';

/** Growth from the first third to the end that still counts as flat. */
const FLAT = 1.1;
const PAGE_MB = 250;

export const memory: Benchmark = {
  name: 'memory',
  about: 'DOM nodes, listeners and memory of the page over minutes of training and edits',
  run: ({ quick }) =>
    withApp(
      async ({ open, browser }) => {
        const tab = await open({ backend: 'wasm', test: '1' });
        const session = await tab.context().newCDPSession(tab);
        await session.send('Performance.enable');
        await train(tab, 20);
        const samples = [];
        const minutes = quick ? 0.5 : 5;
        const until = Date.now() + minutes * 60_000;
        while (Date.now() < until) {
          await editTimes(tab, 5, 100);
          await tab.waitForTimeout(1000);
          samples.push(await sample(session));
        }
        const early = samples[Math.floor(samples.length / 3)];
        const late = samples[samples.length - 1];
        const note = `${minutes} minutes`;
        const runs = samples.length;
        const { pageMb } = await pageMemory(tab);
        return [
          figure('DOM nodes, end / first third', late.nodes / early.nodes, 'times', { limit: FLAT, runs, note: `${late.nodes} nodes` }), // prettier-ignore
          figure('JavaScript heap of the page, end', late.heap, 'MB', { runs, note: `${early.heap.toFixed(0)} MB after a third` }), // prettier-ignore
          figure('memory that the page and its workers hold', pageMb, 'MB', { limit: PAGE_MB, note: `JavaScript, DOM and wasm heaps; ${note}` }), // prettier-ignore
          figure('resident memory of the renderer process', await residentMegabytes(browser), 'MB', { note: `with the browser’s own code; ${note}` }), // prettier-ignore
        ];
      },
      { isolated: true },
    ),
};

/** Counted after a garbage collection. */
async function sample(session: CDPSession): Promise<{ nodes: number; heap: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { nodes: value('Nodes'), heap: value('JSHeapUsedSize') / 1e6 };
}
