/** The built page in headless Chromium, for measurements of what a visitor waits for. */
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { launchBrowser } from '../scripts/find-browser';
import { freePort, serve } from '../scripts/lib/serve';

const ROOT = path.resolve(import.meta.dirname, '..');
const BUILT = path.join(ROOT, 'build/bench-app');
const LIVE = '[data-source="live"]:not([data-waiting])';
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

/** Builds the page (once a run), serves it, and calls `work`. */
export async function withApp<T>(work: (app: App) => Promise<T>): Promise<T> {
  built ??= build({
    root: ROOT,
    logLevel: 'error',
    build: { outDir: BUILT, emptyOutDir: true, reportCompressedSize: false },
  });
  await built;
  const server = await serve(BUILT, { port: await freePort(5195) });
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

/**
 * Milliseconds from pressing a button that moves a movie between liked and disliked to the new
 * ranking in the document, `edits` times with `pauseMs` between; fewer where that takes a minute.
 */
export const editLatencies = (page: Page, edits: number, pauseMs: number): Promise<number[]> =>
  page.evaluate(
    async ([count, pause, budget]) => {
      const waiting = () => document.querySelector('[data-source][data-waiting]') !== null;
      const scores = () =>
        [...document.querySelectorAll('#recommendations .rank-row')]
          .map((row) => `${row.getAttribute('data-item')} ${row.getAttribute('data-score')}`)
          .join();
      const edit = (i: number) =>
        new Promise<number>((resolve, reject) => {
          const rows = document.querySelectorAll('[data-support]');
          const button = rows[i % rows.length].querySelector('button[aria-label^="Move"]');
          const before = scores();
          const start = performance.now();
          const observer = new MutationObserver(() => {
            if (waiting() || scores() === before) return;
            observer.disconnect();
            clearTimeout(late);
            resolve(performance.now() - start);
          });
          const late = setTimeout(() => {
            observer.disconnect();
            reject(new Error('no new ranking within 30 s of an edit'));
          }, 30_000);
          observer.observe(document.body, { subtree: true, childList: true, attributes: true });
          (button as HTMLButtonElement).click();
        });
      const times: number[] = [];
      const end = performance.now() + budget;
      for (let i = 0; i < count && performance.now() < end; i++) {
        times.push(await edit(i));
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      return times;
    },
    [edits, pauseMs, BUDGET_MS] as const,
  );
