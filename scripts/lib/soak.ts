/** A long run with random edits: does anything grow that should not? */
import path from 'node:path';
import type { CDPSession } from 'playwright';
import { Workbench } from '../../e2e/pages/workbench';
import { createRandom } from '../../src/data/random';
import { launchBrowser } from '../find-browser';
import { build, ROOT } from './project.mjs';
import { freePort, serve } from './serve';

const MINUTE = 60_000;
const SEED = 1;
/** The first part warms up: caches fill, pictures are drawn for the first time. */
const WARM_UP = 0.3;
/** Growth per minute after warm-up, as a share of the level, that still counts as noise. */
const NOISE = 0.01;

interface Sample {
  minutes: number;
  heapMegabytes: number;
  nodes: number;
  step: number;
}

async function measure(session: CDPSession): Promise<{ heapMegabytes: number; nodes: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  return { heapMegabytes: value('JSHeapUsedSize') / 1e6, nodes: value('Nodes') };
}

/** Slope of `y` over minutes by least squares. */
function slope(samples: Sample[], y: (sample: Sample) => number): number {
  const n = samples.length;
  const mean = (f: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + f(sample), 0) / n;
  const meanX = mean(({ minutes }) => minutes);
  const meanY = mean(y);
  const above = samples.reduce((sum, s) => sum + (s.minutes - meanX) * (y(s) - meanY), 0);
  const below = samples.reduce((sum, s) => sum + (s.minutes - meanX) ** 2, 0);
  return below === 0 ? 0 : above / below;
}

/**
 * Trains for `minutes` with an edit about every second.
 *
 * @returns the exit code: 1 when the heap or the DOM grew beyond noise.
 */
export async function soak(minutes: number): Promise<number> {
  if (!(minutes > 0)) throw new Error('--soak takes a number of minutes');
  if (!(await build())) return 1;
  const server = await serve(path.join(ROOT, 'dist'), { port: await freePort() });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const workbench = new Workbench(page);
  await page.goto(server.url);
  await workbench.settled();
  await workbench.training.play();

  const random = createRandom(SEED);
  const samples: Sample[] = [];
  const started = Date.now();
  const elapsed = (): number => (Date.now() - started) / MINUTE;
  const beat = Math.max(minutes / 60, 0.25);
  while (elapsed() < minutes) {
    if (elapsed() >= samples.length * beat) {
      const step = await workbench.training.step();
      const sample = { minutes: elapsed(), step, ...(await measure(session)) };
      samples.push(sample);
      console.log(
        `${sample.minutes.toFixed(1).padStart(6)} min  step ${step}  ` +
          `heap ${sample.heapMegabytes.toFixed(1)} MB  nodes ${sample.nodes}`,
      );
    }
    await edit(workbench, random.integer(4), random.integer(10) + 1);
    await page.waitForTimeout(700);
  }
  await browser.close();
  await server.close();

  const late = samples.filter((sample) => sample.minutes >= WARM_UP * minutes);
  const checks = [
    { name: 'heap (MB)', y: (s: Sample) => s.heapMegabytes },
    { name: 'DOM nodes', y: (s: Sample) => s.nodes },
  ].map(({ name, y }) => {
    const level = late.reduce((sum, s) => sum + y(s), 0) / late.length;
    const growth = slope(late, y);
    return { name, level, growth, ok: growth <= NOISE * level };
  });
  for (const { name, level, growth, ok } of checks) {
    console.log(
      `${name}: level ${level.toFixed(1)}, growth ${growth.toFixed(3)} a minute: ${ok ? 'ok' : 'GROWS'}`,
    );
  }
  return checks.every(({ ok }) => ok) ? 0 : 1;
}

/** One edit of a kind: add or dislike a recommendation, remove a pair, go back to the genre's own. */
async function edit({ support, recommendations }: Workbench, kind: number, rank: number) {
  const pairs = await support.pairs();
  if (kind === 3 || pairs.length > 20) {
    const own = support.tool(/own support set/);
    if (await own.isEnabled()) await own.click();
  } else if (kind === 2 && pairs.length > 0) {
    await support.remove(pairs[rank % pairs.length].item);
  } else {
    const name = kind === 0 ? /^Add .* to liked$/ : /^Add .* to disliked$/;
    // The list moves while it trains: a click that comes too late is no fault.
    await recommendations
      .atRank(rank)
      .getByRole('button', { name })
      .click({ force: true, timeout: 2000 })
      .catch(() => undefined);
  }
}
