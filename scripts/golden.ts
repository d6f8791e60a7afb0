/**
 * `npm run golden -- [DIR] [--backend cpu,wasm-simd,wasm-relaxed]`: compares the model with reference
 * vectors, by default on cpu and on each of the two wasm modules (relaxed SIMD where this Node has it).
 *
 * Every `.json` file of DIR (default `tests/golden`) is run on every backend; each intermediate,
 * loss and gradient must agree within 1e-4 of its tensor's largest magnitude. One line a file with
 * the largest error, then `N passed, M failed`; the exit code is 1 when anything failed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { allowRelaxedSimd, useBackend, type NodeBackend } from './lib/backend';
import { checkGolden } from './lib/golden-check';
import { goldenFiles } from './lib/golden-files';
import type { Comparison } from './lib/golden-tensors';

const TOLERANCE = 1e-4;

async function checkFile(file: string): Promise<Comparison> {
  try {
    const golden = JSON.parse(readFileSync(file, 'utf8'));
    tf.engine().startScope();
    const comparisons = await checkGolden(golden);
    tf.engine().endScope();
    if (comparisons.length === 0) throw new Error('the file expects nothing');
    return comparisons.reduce((worst, next) => (next.error > worst.error ? next : worst));
  } catch (error) {
    return { name: '-', error: Infinity, problem: (error as Error).message };
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { backend: { type: 'string' } },
});
const { folder, files } = goldenFiles(positionals[0]);

let passed = 0;
let failed = 0;
const asked = values.backend?.split(',') as NodeBackend[] | undefined;
const backends = asked ?? ['cpu', 'wasm-simd', 'wasm-relaxed'];
if (!asked && !allowRelaxedSimd()) {
  backends.pop();
  console.log(`passed over: wasm-relaxed, as Node ${process.versions.node} has no relaxed SIMD`);
}
for (const backend of backends) {
  await useBackend(backend);
  for (const file of files) {
    const { name, error, problem } = await checkFile(path.join(folder, file));
    const ok = error <= TOLERANCE;
    if (ok) passed++;
    else failed++;
    const what = problem
      ? `${name}: ${problem}`
      : `largest error ${error.toExponential(1)} (${name})`;
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${backend.padEnd(12)} ${file.padEnd(34)} ${what}`);
  }
}
if (files.length === 0) console.log(`no .json file in ${folder}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
