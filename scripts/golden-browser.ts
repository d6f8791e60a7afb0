/**
 * `tsx scripts/golden-browser.ts [DIR] [--backend webgl,webgpu]`: reference vectors and kernel tests on
 * the backends that only a browser has, in headless Chromium. A backend that does not start here is
 * named and passed over; the exit code is 1 when anything failed or nothing could be run.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { withBenchPage } from '../bench/browser';
import { goldenFiles } from './lib/golden-files';

/** Relative to a tensor's largest magnitude; GPUs have shorter exponentials. */
const TOLERANCE = 1e-4;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { backend: { type: 'string', default: 'webgl,webgpu' } },
});
const { folder, files } = goldenFiles(positionals[0]);

let passed = 0;
let failed = 0;

function report(backend: string, name: string, error: number, detail = ''): void {
  const ok = error <= TOLERANCE;
  if (ok) passed++;
  else failed++;
  const size = Number.isFinite(error) ? `largest error ${error.toExponential(1)}` : 'no result';
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${backend.padEnd(6)} ${name.padEnd(44)} ${size} ${detail}`);
}

async function checkFiles(page: Page, backend: string): Promise<void> {
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const comparisons = await page
      .evaluate((content) => window.bench.golden(content), text)
      .catch((error) => [{ name: '-', error: Infinity, problem: String(error).slice(0, 300) }]);
    const worst = comparisons.reduce((a, b) => (b.error > a.error ? b : a));
    report(backend, file, worst.error, worst.problem ?? `(${worst.name})`);
  }
}

async function kernelCases(page: Page, backend: string): Promise<void> {
  const outcomes = await page.evaluate((name) => window.bench.cases(name), backend);
  for (const { name, error, problem } of outcomes) report(backend, name, error, problem);
}

await withBenchPage(async (page) => {
  for (const backend of values.backend.split(',')) {
    const reason = await page.evaluate((name) => window.bench.start(name), backend);
    if (reason) {
      console.log(`--   ${backend.padEnd(6)} passed over: ${reason}`);
      continue;
    }
    await kernelCases(page, backend);
    await checkFiles(page, backend);
  }
});
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
