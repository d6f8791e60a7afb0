/** From the address to a picture, and to the page's own answers; nothing cached, localhost. */
import { gzipSync } from 'node:zlib';
import { NAMES, withApp } from '../app';
import { summarise } from '../measure';
import { figure, row, type Benchmark } from '../row';

const FIRST_PAINT_MS = 1000;
const LIVE_MS = 2500;
const INITIAL_SCRIPT_KB = 200;
const LIVE_KB = 900;

interface Visit {
  /** First recorded ranking in the document. */
  recorded: number;
  /** First ranking computed by the page. */
  live: number;
  /** Addresses fetched by the time of either. */
  atRecorded: string[];
  atLive: string[];
}

export const startup: Benchmark = {
  name: 'startup',
  about: 'first paint with recorded results, live, and the bytes each needs',
  run: ({ quick }) =>
    withApp(async ({ browser, url }) => {
      const visits: Visit[] = [];
      for (let i = 0; i < (quick ? 3 : 9); i++) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
        await context.addInitScript(NAMES);
        const tab = await context.newPage();
        await tab.addInitScript(watchStart);
        await tab.goto(`${url}?backend=wasm`);
        const handle = await tab.waitForFunction(
          () =>
            (globalThis as { visit?: Partial<Visit> }).visit?.live &&
            (globalThis as { visit?: unknown }).visit,
          undefined,
          { timeout: 60_000 },
        );
        visits.push((await handle.jsonValue()) as Visit);
        await context.close();
      }
      const [first] = visits;
      return [
        row('first ranking, recorded', summarise(visits.map(({ recorded }) => recorded)), 'ms', { limit: FIRST_PAINT_MS }), // prettier-ignore
        row('first ranking, computed here', summarise(visits.map(({ live }) => live)), 'ms', { limit: LIVE_MS }), // prettier-ignore
        figure('JavaScript before the first ranking, gzip', await kilobytes(first.atRecorded.filter((address) => /\.js$/.test(address))), 'kB', { limit: INITIAL_SCRIPT_KB }), // prettier-ignore
        figure('everything before live, gzip', await kilobytes(first.atLive), 'kB', { limit: LIVE_KB }), // prettier-ignore
      ];
    }),
};

/** Runs in the page, before it: notes when rankings appear and what had been fetched by then. */
function watchStart(): void {
  const visit: Partial<Visit> = {};
  (globalThis as { visit?: Partial<Visit> }).visit = visit;
  const fetched = () => performance.getEntriesByType('resource').map(({ name }) => name);
  const observer = new MutationObserver(() => {
    if (visit.recorded === undefined && document.querySelector('.rank-row')) {
      visit.recorded = performance.now();
      visit.atRecorded = fetched();
    }
    if (document.querySelector('#recommendations [data-source="live"]:not([data-waiting])')) {
      visit.live = performance.now();
      visit.atLive = fetched();
      observer.disconnect();
    }
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}

/** Gzipped size of what lies at these addresses. */
async function kilobytes(addresses: string[]): Promise<number> {
  const sizes = await Promise.all(
    addresses.map(async (address) => {
      const response = await fetch(address);
      return response.ok ? gzipSync(Buffer.from(await response.arrayBuffer())).length : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
