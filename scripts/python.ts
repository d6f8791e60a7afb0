/**
 * `npm run python`: what the project has in Python against the page's own model. Needs a Python with
 * torch (`lib/python.mjs` finds or installs one).
 *
 * - `python/golden.py` makes the vectors of `tests/golden` again, to 1e-6;
 * - `python/cmml.py` has their context, scores and gradients, to 1e-5;
 * - it loads exports of every encoder, hybrid and modulation under every recipe, with the same scores
 *   to 1e-5, and refuses damaged ones;
 * - this model opens what PyTorch trained on and saved, with the same scores to 1e-5.
 *
 * The last line is `N passed, N failed`. Without torch it is `skipped: no Python with torch`, and the
 * exit code is 0, unless `CI` is set: there all of it must run.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeSafetensors } from '../src/model/safetensors';
import { useBackend } from './lib/backend';
import { goldenFiles } from './lib/golden-files';
import { run } from './lib/project.mjs';
import { findTorch } from './lib/python.mjs';
import { pythonCases, scoresOf, writeCase, type CaseInputs } from './lib/python-cases';
import { compareFiles } from './lib/same-vectors';

const TOLERANCE = 1e-5;

interface Check {
  name: string;
  /** Relative to the largest value; infinite where there is nothing to compare. */
  error: number;
  problem?: string | null;
}

const python = await findTorch();
if (!python) {
  console.log('skipped: no Python with torch');
  process.exit(process.env.CI ? 1 : 0);
}
await useBackend('wasm');
const folder = mkdtempSync(path.join(tmpdir(), 'cmml-python-'));
let checks: Check[];
try {
  const cases = pythonCases();
  for (const [seed, one] of cases.entries()) await writeCase(folder, one, seed);
  checks = [...(await madeAgain(python.path)), ...(await checkedInPython(python.path))];
  for (const { name } of cases) checks.push(await openedHere(name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const { name, error, problem } of checks) {
  if (passes({ name, error, problem })) continue;
  console.log(`FAIL ${name.padEnd(50)} ${problem ?? `off by ${error.toExponential(1)}`}`);
}
for (const kind of ['made again', 'golden', 'loads', 'opened here']) {
  const errors = checks.filter(({ name }) => name.startsWith(kind)).map(({ error }) => error);
  const largest = Math.max(...errors).toExponential(1);
  console.log(`${kind.padEnd(12)} ${String(errors.length).padStart(4)}, largest error ${largest}`);
}
const failed = checks.filter((check) => !passes(check)).length;
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || checks.length === 0 ? 1 : 0);

function passes({ error, problem }: Check): boolean {
  return !problem && error <= TOLERANCE;
}

async function madeAgain(executable: string): Promise<Check[]> {
  const target = path.join(folder, 'golden');
  await run(executable, ['-B', 'python/golden.py', target]);
  return compareFiles(goldenFiles().folder, target).map(({ name, problem }) => ({
    name: `made again: ${name}`,
    error: problem ? Infinity : 0,
    problem,
  }));
}

/** What `check.py` printed; one that ended early has failed. */
async function checkedInPython(executable: string): Promise<Check[]> {
  const args = ['-B', 'python/check.py', goldenFiles().folder, folder];
  const { code, output } = await run(executable, args, { quiet: true });
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  const found = lines.map((line): Check => JSON.parse(line));
  if (code === 0) return found;
  console.log(output);
  return [...found, { name: 'python/check.py', error: Infinity, problem: `ended with ${code}` }];
}

/** Whether this model has the scores that PyTorch found for what it saved. */
async function openedHere(name: string): Promise<Check> {
  try {
    const read = (file: string) => readFileSync(path.join(folder, file));
    const { inputs }: { inputs: CaseInputs } = JSON.parse(read(`${name}.json`).toString());
    const { scores }: { scores: number[][] } = JSON.parse(read(`saved/${name}.json`).toString());
    const { config, flat } = await decodeSafetensors(read(`saved/${name}.safetensors`));
    const found = (await scoresOf(config, flat, inputs)).flat();
    const wanted = scores.flat();
    const largest = Math.max(1e-3, ...wanted.map(Math.abs));
    const off = Math.max(...found.map((value, i) => Math.abs(value - wanted[i])));
    return { name: `opened here: ${name}`, error: off / largest };
  } catch (error) {
    return { name: `opened here: ${name}`, error: Infinity, problem: String(error) };
  }
}
