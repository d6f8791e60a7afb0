/** A long run with random edits: does anything grow that should not? */
import path from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright';
import { Workbench } from '../../e2e/pages/workbench';
import { createRandom } from '../../src/data/random';
import { launchBrowser } from '../find-browser';
import { growthOf } from '../lib/growth';
import { pageMemory, type PageMemory } from '../lib/page-memory';
import { build, ROOT } from '../lib/project.mjs';
import { residentMegabytes } from '../lib/resident';
import { freePort, serve } from '../lib/serve';

const MINUTE = 60_000;
const SEED = 1;
/** The first part warms up: caches fill, curves and checkpoints come to their bounds. */
const WARM_UP = 0.3;
const SAMPLES = 30;
const LIMIT_MB = 250;

interface Sample extends PageMemory {
  minutes: number;
  step: number;
  nodes: number;
  listeners: number;
  heapMb: number;
  /** The whole process: the browser's own code too, and what it has not given back yet. */
  residentMb: number;
}

const COLUMNS = [
  'minutes',
  'step',
  'tensors',
  'tensorMb',
  'nodes',
  'listeners',
  'heapMb',
  'pageMb',
  'residentMb',
] as const satisfies (keyof Sample)[];
/** What must not grow. Resident memory is the browser's to give back: it is printed, not judged. */
const BOUNDED = ['tensors', 'tensorMb', 'nodes', 'listeners', 'heapMb', 'pageMb'] as const;

/**
 * Trains for `minutes` with an edit about every second; prints a table and a verdict for each column.
 *
 * @returns the exit code: 1 when something grew beyond noise or the page took too much memory.
 */
export async function soak(minutes: number): Promise<number> {
  if (!(minutes > 0)) throw new Error('--soak takes a number of minutes');
  const folder = process.env.CMML_DIST;
  if (!folder && !(await build())) return 1;
  // Isolated: only then does the browser say how much memory page and workers take together.
  const options = { port: await freePort(), isolated: true };
  const server = await serve(folder ?? path.join(ROOT, 'dist'), options);
  const browser = await launchBrowser();
  try {
    return verdict(await watch(browser, server.url, minutes), minutes);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function watch(browser: Browser, url: string, minutes: number): Promise<Sample[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const workbench = new Workbench(page);
  await page.goto(`${url}?test=1`);
  await workbench.settled(2 * MINUTE);
  await workbench.training.play();
  await workbench.training.waitForStep(5, 2 * MINUTE);

  const random = createRandom(SEED);
  const samples: Sample[] = [];
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / MINUTE;
  console.log(COLUMNS.map((name) => name.padStart(11)).join(''));
  while (elapsed() < minutes) {
    if (elapsed() >= (samples.length * minutes) / SAMPLES) {
      const step = await workbench.training.step();
      const sample = { minutes: elapsed(), step, ...(await measure(browser, page, session)) };
      samples.push(sample);
      console.log(COLUMNS.map((name) => shown(sample[name]).padStart(11)).join(''));
    }
    await edit(workbench, random.integer(4), random.integer(10) + 1);
    await page.waitForTimeout(700);
  }
  return samples;
}

const shown = (value: number): string => (Number.isInteger(value) ? `${value}` : value.toFixed(2));

/** Counted after a garbage collection. */
async function measure(
  browser: Browser,
  page: Page,
  session: CDPSession,
): Promise<Omit<Sample, 'minutes' | 'step'>> {
  const held = await pageMemory(page);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
  return {
    ...held,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    heapMb: metric('JSHeapUsedSize') / 1e6,
    residentMb: await residentMegabytes(browser),
  };
}

function verdict(samples: Sample[], minutes: number): number {
  const late = samples.filter((sample) => sample.minutes >= WARM_UP * minutes);
  const times = late.map((sample) => sample.minutes);
  console.log(`\nAfter a warm-up of ${(WARM_UP * minutes).toFixed(1)} minutes:`);
  let failed = false;
  for (const name of BOUNDED) {
    const values = late.map((sample) => sample[name]);
    const { mean, slope, error, share, grows } = growthOf(times, values);
    failed ||= grows;
    console.log(
      `${name.padEnd(11)} level ${mean.toFixed(2)}, slope ${slope.toFixed(4)} +- ${error.toFixed(4)} a minute, ` +
        `${(100 * share).toFixed(1)}% over the run: ${grows ? 'GROWS BEYOND NOISE' : 'within noise'}`,
    );
  }
  const most = (of: 'pageMb' | 'residentMb') => Math.max(...samples.map((sample) => sample[of]));
  const tooMuch = most('pageMb') > LIMIT_MB;
  failed ||= tooMuch;
  console.log(
    `pageMb      at most ${most('pageMb').toFixed(0)} of ${LIMIT_MB}: ${tooMuch ? 'TOO MUCH' : 'ok'} ` +
      `(the browser's process, with its own code: ${most('residentMb').toFixed(0)})`,
  );
  return failed ? 1 : 0;
}

/** One edit of a kind: add or dislike a recommendation, remove a pair, go back to the genre's own. */
async function edit(
  { support, recommendations }: Workbench,
  kind: number,
  rank: number,
): Promise<void> {
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
