/**
 * Makes `public/datasets/movielens-small/` from the MovieLens ratings as one CSV (plain or gzip).
 * The same input gives the same bytes.
 *
 *   npm run prepare-dataset -- [--source FILE] [--out DIR]
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { buildDataset } from '../src/data/build';
import { parseRatingsCsv } from '../src/data/csv';
import { FILES, encodeFiles } from '../src/data/files';
import { manifestOf } from '../src/data/manifest';
import { sha256 } from '../src/data/sha256';
import { BUNDLED, REPOSITORY } from './lib/dataset';

const SEED = 2021;

const CITATION =
  'F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context. ' +
  'ACM Transactions on Interactive Intelligent Systems (TiiS) 5, 4, Article 19. ' +
  'https://doi.org/10.1145/2827872';

const LICENCE = `MovieLens ml-latest-small, October 2016 edition, by GroupLens (University of Minnesota)

The files in this folder are derived from that data set: titles are reordered for display, and
embeddings are computed from the ratings. They stay under its conditions:

- The data may be used for any research purpose.
- It may be redistributed, including transformations of it, only under these same conditions.
- It may not be used for any commercial or revenue-bearing purpose without permission from a faculty
  member of the GroupLens Research Project at the University of Minnesota.
- Neither the University of Minnesota nor any of the researchers involved endorses what is made with
  it, and they are not liable for damages of its use; they do not guarantee its correctness.
- Publications that use it acknowledge it by this citation:

  ${CITATION}
`;

async function readSource(path: string) {
  const bytes = await readFile(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return {
    text: (isGzip ? gunzipSync(bytes) : bytes).toString('utf8'),
    digest: await sha256(bytes),
  };
}

const { values } = parseArgs({
  options: { source: { type: 'string' }, out: { type: 'string', default: BUNDLED } },
});
const sourcePath = resolve(
  values.source ?? join(REPOSITORY, '..', 'shared', 'data', 'movielens-small.csv.gz'),
);
const source = await readSource(sourcePath);
const built = buildDataset(parseRatingsCsv(source.text), { seed: SEED });
const files: Record<string, Uint8Array> = {
  ...encodeFiles(built),
  [FILES.licence]: new TextEncoder().encode(LICENCE),
};
const manifest = await manifestOf(built, files, {
  name: 'movielens-small',
  title: 'MovieLens small (October 2016)',
  seed: SEED,
  licence: `GroupLens: research use, redistribution under the same conditions, no commercial use (${FILES.licence})`,
  citation: CITATION,
  made: {
    command: 'npm run prepare-dataset',
    source: basename(sourcePath),
    sourceSha256: source.digest,
  },
});
files['manifest.json'] = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);

await mkdir(values.out, { recursive: true });
let gzipped = 0;
for (const [name, bytes] of Object.entries(files)) {
  await writeFile(join(values.out, name), bytes);
  const small = gzipSync(bytes).length;
  gzipped += small;
  console.log(`${name.padEnd(16)} ${bytes.length} bytes, ${small} gzip`);
}
console.log(`${built.scenarios.length} scenarios, ${built.users} users, ${gzipped} bytes gzip`);
