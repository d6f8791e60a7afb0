/**
 * A data set from a folder or a file on disk, prepared as the page prepares an import but at full size: a MovieLens release or a
 * table of users, items and ratings, unpacked or as an archive. Read as a stream; what was prepared is kept in
 * `.cache/datasets`, under a name that follows from the files' names, sizes and times.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadDataset } from '../../src/data/dataset';
import { encodeFiles } from '../../src/data/files';
import { buildImport, readImport, recognise } from '../../src/data/import';
import { guessedPlan } from '../../src/data/import';
import { throttledProgress, type Progress } from '../../src/data/import/progress';
import { baseName, type Source } from '../../src/data/import/source';
import { manifestOf } from '../../src/data/manifest';
import { sha256 } from '../../src/data/sha256';
import type { Dataset } from '../../src/data/types';
import { readFromDisk, REPOSITORY } from './dataset';

const FOLDER = join(REPOSITORY, '.cache', 'datasets');
const SEED = 0;
/** Raised when the preparation of data changes, so that what was kept is not taken for the same. */
const VERSION = 1;
/** Milliseconds between two lines of progress. */
const SAY_EVERY = 2000;

interface FileOnDisk {
  path: string;
  size: number;
  modified: number;
}

async function filesAt(location: string): Promise<FileOnDisk[]> {
  const whole = await stat(location);
  const paths = whole.isDirectory()
    ? (await readdir(location, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [location];
  return Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return { path, size, modified: mtimeMs };
    }),
  );
}

const sourceOf = ({ path, size }: FileOnDisk): Source => ({
  name: baseName(path),
  size,
  async *chunks() {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      yield new Uint8Array(chunk as Buffer);
    }
  },
});

/**
 * The data set of a folder or file, from the cache where it was prepared before.
 *
 * @param say gets a line of progress now and then
 * @throws ImportError when there is nothing to read, and when no column tells users, items or ratings apart
 */
export async function datasetAt(location: string, say: (line: string) => void): Promise<Dataset> {
  const files = await filesAt(location);
  const key = createHash('sha256')
    .update(JSON.stringify([VERSION, files]))
    .digest('hex');
  const folder = join(FOLDER, `${basename(location)}-${key.slice(0, 16)}`);
  const isKept = await stat(join(folder, 'manifest.json')).catch(() => null);
  if (isKept) say(`taken from ${folder}`);
  else await prepare(location, files, folder, say);
  return loadDataset(readFromDisk(folder));
}

async function prepare(
  location: string,
  files: readonly FileOnDisk[],
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const progress = progressTo(say);
  const recognised = await recognise(files.map(sourceOf));
  const plan = recognised.kind === 'movielens' ? null : guessedPlan(recognised);
  const options = { atMost: Infinity, seed: SEED };
  const { raw, scale, name } = await readImport(recognised, plan, options, progress);
  say(`${raw.user.length} ratings of ${raw.movies.length} items read`);
  const built = buildImport(raw, SEED, progress);
  const encoded = encodeFiles(built);
  const digest = await sha256(encoded['ratings.bin']);
  const manifest = await manifestOf(built, encoded, {
    name: `${baseName(location)}-${digest.slice(0, 12)}`,
    title: name,
    seed: SEED,
    licence: 'Your own data.',
    citation: '',
    made: { command: `--data ${location}`, source: name, sourceSha256: digest },
    ...(scale ? { ratings: scale } : {}),
  });
  // Under another name until all is written: a run that is broken off leaves nothing half done.
  const unfinished = `${folder}-unfinished`;
  await mkdir(unfinished, { recursive: true });
  for (const [file, bytes] of Object.entries(encoded))
    await writeFile(join(unfinished, file), bytes);
  await writeFile(join(unfinished, 'manifest.json'), JSON.stringify(manifest));
  await rename(unfinished, folder);
  say(`kept in ${folder}`);
}

function progressTo(say: (line: string) => void): Progress {
  const never = new AbortController().signal;
  const tell: Parameters<typeof throttledProgress>[0] = ({ stage, file, done, total }) =>
    say(`${stage} ${file} ${total > 0 ? `${Math.round((100 * done) / total)}%` : ''}`.trimEnd());
  return throttledProgress(tell, never, () => performance.now(), SAY_EVERY);
}
