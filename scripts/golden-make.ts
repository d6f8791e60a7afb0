/**
 * `npm run golden:make -- [--out DIR] [--seed N]`: makes the reference vectors anew in PyTorch
 * (`python/golden.py`) and, for the seed of `tests/golden`, compares them with those to 1e-6.
 *
 * DIR is `build/golden` unless told; `--out tests/golden` replaces the vectors themselves. Other seeds
 * give other values and sizes, for `npm run golden -- DIR`. The exit code is 1 when anything differs.
 */
import { parseArgs } from 'node:util';
import { whole } from './lib/flags';
import { goldenFiles } from './lib/golden-files';
import { run } from './lib/project.mjs';
import { findTorch } from './lib/python.mjs';
import { compareFiles } from './lib/same-vectors';

/** `python/reference/sizes.py` has its sizes. */
const COMMITTED_SEED = 1;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'build/golden' },
    seed: { type: 'string', default: String(COMMITTED_SEED) },
  },
});
const seed = whole('seed', values.seed, 0);

const python = await findTorch();
if (!python) process.exit(1);
const made = await run(python.path, ['-B', 'python/golden.py', values.out, String(seed)]);
if (made.code !== 0) process.exit(1);
console.log(`${goldenFiles(values.out).files.length} files in ${values.out}, seed ${seed}`);
if (seed !== COMMITTED_SEED) process.exit(0);

const results = compareFiles(goldenFiles().folder, values.out);
for (const { name, problem } of results) {
  console.log(`${problem ? 'FAIL' : 'ok  '} ${name.padEnd(34)} ${problem ?? 'the same'}`);
}
const failed = results.filter(({ problem }) => problem).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
