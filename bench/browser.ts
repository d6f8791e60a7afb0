/** `bench/page` in headless Chromium: built, served and opened. */
import path from 'node:path';
import { build } from 'vite';
import type { Page } from 'playwright';
import { launchBrowser } from '../scripts/find-browser';
import { freePort, serve } from '../scripts/lib/serve';

const ROOT = path.resolve(import.meta.dirname, '..');
const BUILT = path.join(ROOT, 'build/bench-page');

/** Calls `work` with the open page, then closes everything. */
export async function withBenchPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  await build({
    configFile: false,
    root: path.join(import.meta.dirname, 'page'),
    base: './',
    logLevel: 'warn',
    build: { outDir: BUILT, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000 },
  });
  const server = await serve(BUILT, { port: await freePort(5191), host: 'localhost' });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(`page: ${error.message}`));
    await page.goto(server.url);
    await page.waitForFunction(() => 'bench' in window);
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}
