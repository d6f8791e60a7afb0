/**
 * `npx tsx bench/import.ts [1m|25m]`: what an import costs, in processor time (holds on a busy machine)
 * and peak memory, on a made-up release of the original's counts. 25M is streamed and never held.
 */
import { parseArgs } from 'node:util';
import { encodeFiles } from '../src/data/files';
import { buildImport, readImport, recognise } from '../src/data/import';
import type { Source } from '../src/data/import/source';
import {
  encoded,
  layoutOf,
  movieLines,
  ratingLines,
  SIZE_1M,
  SIZE_25M,
  type Release,
  type ReleaseSize,
} from '../tests/data/import/releases';

const CASES: Record<string, { release: Release; size: ReleaseSize }> = {
  '1m': { release: 'ml-1m', size: SIZE_1M },
  '25m': { release: 'ml-25m', size: SIZE_25M },
};
/** As in the page (`useImport.ts`). */
const OPTIONS = { atMost: 1_200_000, seed: 2021 };

const [name = '1m'] = parseArgs({ allowPositionals: true }).positionals;
const { release, size } = CASES[name];
const layout = layoutOf(release);

/** Making the lines is no part of the import: its time is taken off. */
let making = 0;
function source(file: string, lines: () => Iterable<string>): Source {
  return {
    name: file,
    size: 0,
    async *chunks() {
      let last = seconds();
      for (const bytes of encoded(lines(), layout)) {
        making += seconds() - last;
        yield bytes;
        last = seconds();
      }
    },
  };
}

const seconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const megabytes = (): string => `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`;

const start = seconds();
const sources = [
  source(layout.ratings, () => ratingLines(release, size)),
  source(layout.movies, () => movieLines(release, size)),
];
const recognised = await recognise(sources);
const before = megabytes();
const { raw, sampledOut } = await readImport(recognised, null, OPTIONS, { report: () => {} });
const read = seconds() - start - making;
console.log(`${release}: ${size.ratings} ratings, ${raw.user.length} kept, ${sampledOut} left out`);
console.log(`reading     ${read.toFixed(1)} s of processor time, peak ${megabytes()} (${before} before)`); // prettier-ignore
const built = buildImport(raw, OPTIONS.seed, { report: () => {} });
encodeFiles(built);
const whole = seconds() - start - making;
console.log(`preparing   ${(whole - read).toFixed(1)} s`);
console.log(
  `the import  ${whole.toFixed(1)} s, peak ${megabytes()}, ${built.scenarios.length} scenarios`,
);
