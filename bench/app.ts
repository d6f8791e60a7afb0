/** The built page in headless Chromium, for measurements of what a visitor waits for. */
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { launchBrowser } from '../scripts/find-browser';
import { freePort, serve } from '../scripts/lib/serve';

const ROOT = path.resolve(import.meta.dirname, '..');
const BUILT = path.join(ROOT, 'build/bench-app');
const LIVE = '#recommendations [data-source="live"]:not([data-waiting])';
const PATIENCE_MS = 60_000;
/** A series of edits ends after so long. */
const BUDGET_MS = 60_000;

/** tsx names functions by a helper that functions sent into a page do not find there. */
export const NAMES = 'globalThis.__name = (f) => f;';

export interface App {
  browser: Browser;
  url: string;
  /** A page with nothing cached that has computed its first ranking itself. */
  open(parameters?: Record<string, string>): Promise<Page>;
}

let built: Promise<unknown> | null = null;

/** The folder of the built page; it is built once a run. */
export async function builtApp(): Promise<string> {
  built ??= build({
    root: ROOT,
    logLevel: 'error',
    build: { outDir: BUILT, emptyOutDir: true, reportCompressedSize: false },
  });
  await built;
  return BUILT;
}

/**
 * Builds the page, serves it, and calls `work`. `isolated` is what measuring the memory
 * of page and workers needs; it also gives wasm threads.
 */
export async function withApp<T>(
  work: (app: App) => Promise<T>,
  { isolated = false } = {},
): Promise<T> {
  const server = await serve(await builtApp(), { port: await freePort(5195), isolated });
  const browser = await launchBrowser();
  const open = async (parameters: Record<string, string> = {}) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(NAMES);
    const page = await context.newPage();
    await page.goto(`${server.url}?${new URLSearchParams(parameters)}`);
    await page.waitForSelector(LIVE, { timeout: PATIENCE_MS });
    return page;
  };
  try {
    return await work({ browser, url: server.url, open });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Presses Play and waits until `steps` training steps are done. */
export async function train(page: Page, steps: number): Promise<void> {
  await page.locator('#training').getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForFunction(
    (wanted) =>
      Number(document.querySelector('#training [data-step]')?.getAttribute('data-step')) >= wanted,
    steps,
    { timeout: PATIENCE_MS },
  );
}

/** Milliseconds from an edit to its answers in the document. */
export interface EditTimes {
  /** The likeliest 500 movies are ranked anew. */
  first: number;
  /** The whole catalogue is. */
  whole: number;
}

/**
 * Times of `edits` presses of a button that moves a movie between liked and disliked, with `pauseMs`
 * between; fewer where that takes a minute.
 */
export const editTimes = (page: Page, edits: number, pauseMs: number): Promise<EditTimes[]> =>
  page.evaluate(
    async ([count, pause, budget]) => {
      const list = document.querySelector('#recommendations')!;
      const edit = (i: number) =>
        new Promise<{ first: number; whole: number }>((resolve, reject) => {
          const rows = document.querySelectorAll('[data-support]');
          const button = rows[i % rows.length].querySelector('button[aria-label^="Move"]');
          const start = performance.now();
          let first: number | null = null;
          const observer = new MutationObserver((changes) => {
            const now = performance.now() - start;
            if (changes.some(({ attributeName }) => attributeName === 'data-score')) first ??= now;
            if (first === null || list.querySelector('[data-waiting]')) return;
            observer.disconnect();
            clearTimeout(late);
            resolve({ first, whole: now });
          });
          const late = setTimeout(() => {
            observer.disconnect();
            reject(new Error('no new ranking within 30 s of an edit'));
          }, 30_000);
          const attributeFilter = ['data-score', 'data-waiting'];
          observer.observe(list, { subtree: true, attributeFilter });
          (button as HTMLButtonElement).click();
        });
      const times = [];
      const end = performance.now() + budget;
      for (let i = 0; i < count && performance.now() < end; i++) {
        times.push(await edit(i));
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      return times;
    },
    [edits, pauseMs, BUDGET_MS] as const,
  );
