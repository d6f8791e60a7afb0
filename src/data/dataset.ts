/** Loading a prepared data set, with every file checked before anything is made of it. */
import * as v from 'valibot';
import {
  FILES,
  decodeFactors,
  decodeMovies,
  decodeRatings,
  decodeScenarios,
  decodeUsers,
} from './files';
import { sha256IfPossible } from './sha256';
import type { Dataset, DatasetManifest, ItemSide, Movies, Scenario } from './types';

/** Reads one file of the data set's folder: `fetch` on the page, `fs` in Node. */
export type ReadFile = (file: string) => Promise<ArrayBuffer>;

/** A file of a data set that cannot be used: which, why, and what to do. */
export class DatasetError extends Error {
  readonly file: string;
  readonly problem: string;
  readonly remedy: string;
  constructor(file: string, problem: string, remedy: string, cause?: unknown) {
    super(`${file}: ${problem}. ${remedy}`, { cause });
    this.name = 'DatasetError';
    this.file = file;
    this.problem = problem;
    this.remedy = remedy;
  }
}

const RELOAD =
  'Reload the page; if it stays, run `npm run prepare-dataset` to make the files again.';

const FORMAT_VERSION = 2;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const ManifestSchema: v.GenericSchema<DatasetManifest> = v.object({
  formatVersion: v.literal(FORMAT_VERSION),
  name: v.string(),
  title: v.string(),
  counts: v.object({ users: count, items: count, ratings: count, scenarios: count }),
  seeds: v.record(v.string(), v.number()),
  split: v.object({ background: v.number(), metaTrain: v.number(), metaTest: v.number() }),
  files: v.record(v.string(), v.object({ bytes: count, sha256: v.string() })),
  licence: v.string(),
  citation: v.string(),
  made: v.object({ command: v.string(), source: v.string(), sourceSha256: v.string() }),
});

const MANIFEST = 'manifest.json';

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function readOrExplain(read: ReadFile, file: string): Promise<ArrayBuffer> {
  try {
    return await read(file);
  } catch (error) {
    throw new DatasetError(file, `could not be read (${messageOf(error)})`, RELOAD, error);
  }
}

function parseManifest(buffer: ArrayBuffer): DatasetManifest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(buffer));
  } catch (error) {
    throw new DatasetError(MANIFEST, `is not JSON (${messageOf(error)})`, RELOAD, error);
  }
  const version = (value as { formatVersion?: unknown } | null)?.formatVersion;
  if (version !== FORMAT_VERSION) {
    const problem = `has format version ${version}, this page reads ${FORMAT_VERSION}`;
    throw new DatasetError(MANIFEST, problem, RELOAD);
  }
  const parsed = v.safeParse(ManifestSchema, value);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  const where = v.getDotPath(issue) ?? 'the whole';
  throw new DatasetError(MANIFEST, `is incomplete at ${where} (${issue.message})`, RELOAD);
}

async function readChecked(read: ReadFile, manifest: DatasetManifest, file: string) {
  const expected = manifest.files[file];
  if (!expected) throw new DatasetError(MANIFEST, `does not list ${file}`, RELOAD);
  const buffer = await readOrExplain(read, file);
  if (buffer.byteLength !== expected.bytes) {
    const problem = `has ${buffer.byteLength} bytes, the manifest says ${expected.bytes}`;
    throw new DatasetError(file, problem, RELOAD);
  }
  const actual = await sha256IfPossible(buffer);
  if (actual !== null && actual !== expected.sha256) {
    const problem = `its SHA-256 starts ${actual.slice(0, 8)}, the manifest says ${expected.sha256.slice(0, 8)}`;
    throw new DatasetError(file, problem, RELOAD);
  }
  return buffer;
}

async function readPart<T>(
  read: ReadFile,
  manifest: DatasetManifest,
  file: string,
  decode: (buffer: ArrayBuffer) => T,
): Promise<T> {
  const buffer = await readChecked(read, manifest, file);
  try {
    return decode(buffer);
  } catch (error) {
    throw new DatasetError(file, messageOf(error), RELOAD, error);
  }
}

/** What the page's first paint needs. */
export interface Catalogue {
  manifest: DatasetManifest;
  movies: Movies;
  scenarios: Scenario[];
}

/** Manifest, movies and scenarios only. @throws DatasetError */
export async function loadMovies(read: ReadFile): Promise<Catalogue> {
  return readCatalogue(read, parseManifest(await readOrExplain(read, MANIFEST)));
}

async function readCatalogue(read: ReadFile, manifest: DatasetManifest): Promise<Catalogue> {
  const [movies, scenarioBytes] = await Promise.all([
    readPart(read, manifest, FILES.movies, (b) => decodeMovies(b, manifest.counts.items)),
    readChecked(read, manifest, FILES.scenarios),
  ]);
  const scenarios = await readPart(
    async () => scenarioBytes,
    manifest,
    FILES.scenarios,
    (b) => decodeScenarios(b, movies),
  );
  if (scenarios.length !== manifest.counts.scenarios) {
    const problem = `has ${scenarios.length} scenarios, the manifest says ${manifest.counts.scenarios}`;
    throw new DatasetError(FILES.scenarios, problem, RELOAD);
  }
  return { manifest, movies, scenarios };
}

/** Everything but users and their interactions. @throws DatasetError */
export async function loadItemSide(read: ReadFile): Promise<ItemSide> {
  const manifest = parseManifest(await readOrExplain(read, MANIFEST));
  const [catalogue, factors] = await Promise.all([
    readCatalogue(read, manifest),
    readPart(read, manifest, FILES.factors, (b) => decodeFactors(b, manifest.counts.items)),
  ]);
  return { ...catalogue, factors };
}

/** The rest of a data set whose item side is there. @throws DatasetError */
export async function loadUserSide(read: ReadFile, items: ItemSide): Promise<Dataset> {
  const { manifest, factors } = items;
  const { counts } = manifest;
  const [ratings, { factors: user, raters }] = await Promise.all([
    readPart(read, manifest, FILES.ratings, (b) => decodeRatings(b, counts)),
    readPart(read, manifest, FILES.users, (b) => decodeUsers(b, counts.users, factors.dim)),
  ]);
  return { ...items, users: counts.users, ratings, factors: { ...factors, user }, raters };
}

/** The whole data set. @throws DatasetError */
export async function loadDataset(read: ReadFile): Promise<Dataset> {
  return loadUserSide(read, await loadItemSide(read));
}
