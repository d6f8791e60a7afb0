/** What a visitor feels while the model trains: edits, frames, tasks that block the page. */
import type { Browser, Page } from 'playwright';
import { editTimes, train, withApp } from '../app';
import { summarise } from '../measure';
import { figure, row, sampled, type Benchmark, type Row } from '../row';

const LONGEST_TASK_MS = 50;
const FRAME_MS = 1000 / 60;
/** Edits of a hand that never rests. */
const PAUSE_MS = 100;

export const page: Benchmark = {
  name: 'page',
  about: 'edit latency, frames and long tasks of the built page while it trains on wasm',
  run: ({ quick }) =>
    withApp(async ({ open, browser }) => {
      const tab = await open({ backend: 'wasm' });
      await train(tab, 5);
      await editTimes(tab, 10, PAUSE_MS);
      const [stepBefore, begun] = [await stepOf(tab), performance.now()];
      const times = await editTimes(tab, quick ? 60 : 300, PAUSE_MS);
      const seconds = (performance.now() - begun) / 1000;
      const steps = (await stepOf(tab)) - stepBefore;
      return [
        ...latencyRows('500 likeliest', times.map(({ first }) => first), { p50: 8, p95: 16, max: 33 }), // prettier-ignore
        ...latencyRows(
          'all 9,066',
          times.map(({ whole }) => whole),
          { p95: 50 },
        ),
        // Training gives way to edits: how much of it is left is told, not judged.
        figure('training under edits that never rest', steps / seconds, 'steps/s', { runs: steps }),
        ...(await smoothness(tab, browser, quick ? 5_000 : 20_000)),
      ];
    }),
};

const stepOf = async (tab: Page): Promise<number> =>
  Number(await tab.locator('#training [data-step]').getAttribute('data-step'));

function latencyRows(
  about: string,
  times: number[],
  limits: { p50?: number; p95: number; max?: number },
): Row[] {
  const sample = summarise(times);
  const name = `edit to ranking while training, ${about}`;
  return [
    row(`${name}: median`, sample, 'ms', { limit: limits.p50 }),
    figure(`${name}: 95th percentile`, sample.p95, 'ms', { ...sampled(sample), limit: limits.p95 }),
    figure(`${name}: longest`, sample.max, 'ms', { ...sampled(sample), limit: limits.max }),
  ];
}

/** Frames and tasks of the main thread while training goes on and edits come in. */
async function smoothness(tab: Page, browser: Browser, duration: number): Promise<Row[]> {
  await browser.startTracing(tab, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] }); // prettier-ignore
  const [frames] = await Promise.all([
    frameTimes(tab, duration),
    editTimes(tab, Math.floor(duration / 300), PAUSE_MS),
  ]);
  const tasks = mainThreadTasks(JSON.parse((await browser.stopTracing()).toString('utf8')));
  const long = tasks.filter((ms) => ms > LONGEST_TASK_MS).length;
  const perFrame = summarise(frames);
  return [
    row('frame while training and editing', perFrame, 'ms', { limit: 1.2 * FRAME_MS }),
    figure('longest task of the main thread', Math.max(0, ...tasks), 'ms', {
      limit: LONGEST_TASK_MS,
      runs: tasks.length,
      note: `${long} tasks above ${LONGEST_TASK_MS} ms`,
    }),
  ];
}

/** Milliseconds between animation frames. */
const frameTimes = (tab: Page, duration: number): Promise<number[]> =>
  tab.evaluate(
    (wanted) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const start = performance.now();
        let last = start;
        const frame = (now: number) => {
          times.push(now - last);
          last = now;
          if (now - start < wanted) requestAnimationFrame(frame);
          else resolve(times.slice(1));
        };
        requestAnimationFrame(frame);
      }),
    duration,
  );

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
  args?: { name?: string };
}

/** Milliseconds of every task on the renderer's main thread that took longer than a millisecond. */
function mainThreadTasks({ traceEvents }: { traceEvents: TraceEvent[] }): number[] {
  const place = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(place),
  );
  return traceEvents
    .filter((event) => /RunTask$/.test(event.name) && main.has(place(event)))
    .map(({ dur = 0 }) => dur / 1000)
    .filter((ms) => ms > 1);
}
