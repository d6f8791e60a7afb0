/**
 * `npm run bench -- [NAME...] [--quick] [--json FILE] [--python PYTHON]`: measures the limits of
 * `docs/performance.md`, all or by name. Alternatives run in turns, so figures are compared under the
 * same load; what a busy machine distorts is said by the load printed first. The exit code is 0
 * whatever the figures are: no time is asserted.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { enableProdMode } from '@tensorflow/tfjs-core';
import { allowRelaxedSimd } from '../scripts/lib/backend';
import { bestWasmModule } from '../src/model/kernels/arithmetic';
import { print, type Benchmark, type Row } from './row';
import { answer } from './rows/answer';
import { adaptation } from './rows/adaptation';
import { cores } from './rows/cores';
import { dispatches } from './rows/dispatches';
import { engines } from './rows/engines';
import { growth } from './rows/growth';
import { memory } from './rows/memory';
import { page } from './rows/page';
import { peer } from './rows/peer';
import { pieces } from './rows/pieces';
import { startup } from './rows/startup';
import { steps } from './rows/steps';

const BENCHMARKS: Benchmark[] = [
  steps, cores, pieces, growth, answer, adaptation, dispatches, peer, startup, page, memory,
  engines,
]; // prettier-ignore

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    python: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const unknown = positionals.filter((name) => !BENCHMARKS.some((one) => one.name === name));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) console.log(`No benchmark is called ${unknown.join(', ')}.`);
  console.log('npm run bench -- [NAME...] [--quick] [--json FILE] [--python PYTHON]\n');
  for (const { name, about } of BENCHMARKS) console.log(`  ${name.padEnd(12)} ${about}`);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const machine = {
  cpu: os.cpus()[0].model.trim(),
  cores: os.cpus().length,
  load: Number(os.loadavg()[0].toFixed(1)),
  node: process.version,
  kernels: allowRelaxedSimd()
    ? `wasm, ${bestWasmModule()} module`
    : 'wasm, simd module (no relaxed SIMD here)',
  commit: commit(),
  date: new Date().toISOString(),
};
console.log(Object.entries(machine).map(([key, value]) => `${key} ${value}`).join(', ')); // prettier-ignore

// As the page has it.
enableProdMode();

const rows: Row[] = [];
for (const { name, run } of BENCHMARKS) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n${name}`);
  try {
    for (const result of await run(values)) {
      print(result);
      rows.push(result);
    }
  } catch (error) {
    console.log(`     could not be measured: ${(error as Error).message.split('\n')[0]}`);
  }
}
const missed = rows.filter(({ ok }) => !ok);
console.log(`\n${rows.length} rows, ${missed.length} over their limit`);
if (values.json) writeFileSync(values.json, JSON.stringify({ machine, rows }, null, 1));
process.exit(0);

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
