/**
 * Training for some minutes in an engine that tells nothing about its memory: what the system says of
 * the process that holds page and workers, before, during and after. Linux only (`/proc`).
 */
import path from 'node:path';
import { driveOnce, openDriver } from '../../e2e/engines/drivers';
import { Hand, sleep } from '../../e2e/engines/hand';
import { Workbench } from '../../e2e/engines/workbench';
import { findEngine, LABELS, REMEDY, type Engine } from '../browsers/engines';
import { pageProcess } from '../lib/page-process';
import { growthOf } from '../lib/growth';
import { build, ROOT } from '../lib/project.mjs';
import { freePort, serve } from '../lib/serve';

const MINUTE = 60_000;
const SAMPLE_MS = 10_000;
/** From here on nothing may grow. */
const WARM_UP_MINUTES = 1;
const LIMIT_MB = 900;

interface Sample {
  minutes: number;
  step: number;
  megabytes: number;
  /** Of adapter and trainer, as they tell themselves. */
  tensors: number;
  heapMegabytes: number;
}

/** Runs in the page: what the workers held when it was asked last, and asks again. No driver waits for promises alike. */
function workerMemory(): { tensors: number; heap: number } {
  const { dataset } = document.documentElement;
  const { memory } = globalThis.cmmlTest!;
  void Promise.all([memory('adapter'), memory('trainer')]).then((held) => {
    dataset.soakTensors = String(held.reduce((sum, one) => sum + (one?.tensors ?? 0), 0));
    dataset.soakHeap = String(held.reduce((sum, one) => sum + (one?.heap ?? 0), 0));
  });
  return { tensors: Number(dataset.soakTensors ?? 0), heap: Number(dataset.soakHeap ?? 0) };
}

/**
 * Trains for `minutes`; prints the memory of the page's process every ten seconds and a verdict.
 *
 * @returns the exit code: 1 when it grew beyond noise after the first minute, or became too much
 */
export async function soakEngine(engine: Engine, minutes: number): Promise<number> {
  if (!(minutes > WARM_UP_MINUTES)) throw new Error('--soak takes more minutes than the first one');
  const folder = process.env.CMML_DIST;
  if (!folder && !(await build())) return 1;
  const browser = await findEngine(engine, driveOnce);
  if (!browser) {
    console.log(`${LABELS[engine]} is missing. ${REMEDY[engine]}`);
    return 1;
  }
  console.log(`${LABELS[engine]} ${browser.version}, training for ${minutes} minutes`);
  const server = await serve(folder ?? path.join(ROOT, 'dist'), {
    port: await freePort(),
    without: ['sw.js'],
  });
  const driver = await openDriver(browser);
  try {
    const hand = new Hand(driver);
    const workbench = new Workbench(hand, server.url);
    await hand.goto('about:blank');
    await driver.resize(1440, 900, 'mouse');
    await workbench.open({ backend: 'wasm', test: '1' });
    const started = performance.now();
    const samples: Sample[] = [];
    const note = async (): Promise<void> => {
      const held = await hand.evaluate(workerMemory);
      const sample: Sample = {
        minutes: (performance.now() - started) / MINUTE,
        step: (await workbench.training()).step,
        megabytes: pageProcess(engine)?.megabytes ?? NaN,
        tensors: held.tensors,
        heapMegabytes: held.heap / 1e6,
      };
      samples.push(sample);
      console.log(lineOf(sample));
    };
    await note();
    await hand.click({ css: '#training button', name: 'Play' });
    while (performance.now() - started < minutes * MINUTE) {
      await sleep(SAMPLE_MS);
      await note();
    }
    return verdict(samples);
  } finally {
    await driver.close();
    await server.close();
  }
}

const lineOf = ({ minutes, step, megabytes, tensors, heapMegabytes }: Sample): string =>
  `${minutes.toFixed(2).padStart(8)} min  step ${String(step).padStart(7)}  ${megabytes.toFixed(0).padStart(6)} MB` +
  `  ${tensors} tensors, wasm heaps ${heapMegabytes.toFixed(0)} MB`;

function verdict(samples: Sample[]): number {
  const late = samples.filter((sample) => sample.minutes >= WARM_UP_MINUTES);
  const { mean, slope, error, share, grows } = growthOf(late.map((sample) => sample.minutes), late.map(({ megabytes }) => megabytes)); // prettier-ignore
  const most = Math.max(...samples.map(({ megabytes }) => megabytes));
  console.log(
    `after the first minute: level ${mean.toFixed(0)} MB, slope ${slope.toFixed(2)} +- ${error.toFixed(2)} MB a minute, ` +
      `${(100 * share).toFixed(1)}% over the run: ${grows ? 'GROWS BEYOND NOISE' : 'within noise'}\n` +
      `at most ${most.toFixed(0)} of ${LIMIT_MB} MB: ${most > LIMIT_MB ? 'TOO MUCH' : 'ok'}`,
  );
  return grows || most > LIMIT_MB ? 1 : 0;
}
