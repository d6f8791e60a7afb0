import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundledDataset, readFromDisk } from '../../scripts/lib/dataset';
import { buildDataset } from '../../src/data/build';
import { DatasetError, loadDataset, loadItemSide, loadMovies } from '../../src/data/dataset';
import type { ReadFile } from '../../src/data/dataset';
import { anonymousFeatures } from '../../src/data/features';
import { encodeFiles } from '../../src/data/files';
import { GENRES, SPLIT } from '../../src/data/types';
import type { Dataset } from '../../src/data/types';
import { tinyDataset, tinyRaw } from './tiny';

const built = tinyDataset();

/** The tiny data set as files, with a manifest that matches. */
function tinyFiles(): Record<string, Uint8Array> {
  const files = encodeFiles(built);
  const manifest = {
    ...built.manifest,
    files: Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
      ]),
    ),
  };
  return { ...files, 'manifest.json': new TextEncoder().encode(JSON.stringify(manifest)) };
}

const reader =
  (files: Record<string, Uint8Array>): ReadFile =>
  async (file) => {
    if (!files[file]) throw new Error('404 Not Found');
    return new Uint8Array(files[file]).buffer;
  };

describe('loadDataset', () => {
  it('gives back what was written', async () => {
    const loaded = await loadDataset(reader(tinyFiles()));
    expect(loaded.movies).toEqual(built.movies);
    expect(loaded.ratings).toEqual(built.ratings);
    expect(loaded.scenarios).toEqual(built.scenarios);
    expect(loaded.raters).toEqual(built.raters);
    expect(loaded.factors.dim).toBe(built.factors.dim);
    const far = loaded.factors.item.reduce(
      (worst, value, i) => Math.max(worst, Math.abs(value - built.factors.item[i])),
      0,
    );
    expect(far).toBeLessThan(0.05);
  });

  const broken: [string, (files: Record<string, Uint8Array>) => void, string, RegExp][] = [
    ['a missing file', (f) => delete f['ratings.bin'], 'ratings.bin', /could not be read.*404/],
    ['a truncated file', (f) => (f['movies.bin'] = f['movies.bin'].slice(0, 99)), 'movies.bin', /has 99 bytes, the manifest says \d+/],
    ['a flipped bit', (f) => (f['factors.bin'][200] ^= 1), 'factors.bin', /SHA-256/],
    ['a manifest that is no JSON', (f) => (f['manifest.json'] = f['manifest.json'].slice(5)), 'manifest.json', /not JSON/],
    ['a missing manifest', (f) => delete f['manifest.json'], 'manifest.json', /could not be read/],
    ['a later format', (f) => editManifest(f, (m) => (m.formatVersion = 3)), 'manifest.json', /format version 3, this page reads 2/],
    ['a manifest without counts', (f) => editManifest(f, (m) => delete m.counts), 'manifest.json', /incomplete at counts/],
    ['an unlisted file', (f) => editManifest(f, (m) => delete (m.files as Record<string, unknown>)['users.bin']), 'manifest.json', /does not list users.bin/],
    ['a wrong count', (f) => editManifest(f, (m) => ((m.counts as Record<string, number>).ratings += 1)), 'ratings.bin', /column 'user' has \d+ entries, expected/],
  ]; // prettier-ignore

  it.each(broken)('explains %s', async (_, spoil, file, problem) => {
    const files = tinyFiles();
    spoil(files);
    const error = await loadDataset(reader(files)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(DatasetError);
    const failure = error as DatasetError;
    expect(failure.file).toBe(file);
    expect(failure.problem).toMatch(problem);
    expect(failure.remedy).toMatch(/reload/i);
    expect(failure.message).toContain(file);
  });

  it('needs neither ratings nor factors for the first paint', async () => {
    const { 'ratings.bin': _r, 'factors.bin': _f, 'users.bin': _u, ...rest } = tinyFiles();
    const catalogue = await loadMovies(reader(rest));
    expect(catalogue.movies.title).toEqual(built.movies.title);
    expect(catalogue.scenarios.length).toBe(built.scenarios.length);
  });

  it('needs no interaction and no user to answer somebody unknown', async () => {
    const { 'ratings.bin': _r, 'users.bin': _u, ...rest } = tinyFiles();
    const items = await loadItemSide(reader(rest));
    const whole = await loadDataset(reader(tinyFiles()));
    expect(anonymousFeatures(items)).toEqual(anonymousFeatures(whole));
  });
});

function editManifest(
  files: Record<string, Uint8Array>,
  edit: (manifest: Record<string, unknown>) => void,
): void {
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']));
  edit(manifest);
  files['manifest.json'] = new TextEncoder().encode(JSON.stringify(manifest));
}

describe('buildDataset', () => {
  it('gives the same bytes for the same input, and others for another seed', () => {
    const again = encodeFiles(buildDataset(tinyRaw(), { seed: 5 }));
    expect(again).toEqual(encodeFiles(built));
    expect(encodeFiles(buildDataset(tinyRaw(), { seed: 6 }))['ratings.bin']).not.toEqual(
      again['ratings.bin'],
    );
  });

  it('deals each user half, a quarter and a quarter', () => {
    for (let user = 0; user < built.users; user++) {
      const splits = Array.from(built.ratings.split.keys())
        .filter((k) => built.ratings.user[k] === user)
        .map((k) => built.ratings.split[k]);
      for (const [split, share] of [
        [SPLIT.background, 0.5],
        [SPLIT.metaTrain, 0.25],
        [SPLIT.metaTest, 0.25],
      ]) {
        const n = splits.filter((s) => s === split).length;
        expect(Math.abs(n - share * splits.length)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('embeds background interactions only', () => {
    // Movies without background interactions have a zero row, however often they are rated.
    const background = new Set<number>();
    built.ratings.split.forEach(
      (s, k) => s === SPLIT.background && background.add(built.ratings.item[k]),
    );
    const { dim, item } = built.factors;
    for (let i = 0; i < built.movies.count; i++) {
      const isZero = item.subarray(i * dim, (i + 1) * dim).every((value) => value === 0);
      expect(isZero).toBe(!background.has(i));
    }
  });
});

describe('the bundled data set', () => {
  let data: Dataset;
  beforeAll(async () => {
    data = await loadBundledDataset();
  });

  it('is MovieLens small, whole', () => {
    expect(data.manifest.counts).toEqual({
      users: 671,
      items: 9066,
      ratings: 100_004,
      scenarios: 129,
    });
    expect(data.ratings.halfStars.every((h) => h >= 1 && h <= 10)).toBe(true);
    const pairs = new Set(data.ratings.user.map((u, k) => u * 10_000 + data.ratings.item[k]));
    expect(pairs.size).toBe(100_004);
  });

  it('lists the most rated movies first, with titles as people write them', () => {
    expect(data.movies.title.slice(0, 4)).toEqual([
      'Forrest Gump',
      'Pulp Fiction',
      'The Shawshank Redemption',
      'The Silence of the Lambs',
    ]);
    const count = new Uint32Array(data.movies.count);
    for (const item of data.ratings.item) count[item]++;
    expect(count.every((n, i) => i === 0 || n <= count[i - 1])).toBe(true);
  });

  it('weighs at most 700 kB with gzip', async () => {
    const { gzipSync } = await import('node:zlib');
    const read = readFromDisk();
    const names = [...Object.keys(data.manifest.files), 'manifest.json'];
    const sizes = await Promise.all(
      names.map(async (name) => gzipSync(new Uint8Array(await read(name))).length),
    );
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(700_000);
  });

  it('has 97 + 32 scenarios, and the eight of the pictures are held out', () => {
    const fold = (name: string) => data.scenarios.filter((s) => s.fold === name);
    expect([fold('metaTrain').length, fold('metaTest').length]).toEqual([97, 32]);
    const pictures = [
      'horror+thriller',
      'horror+sci-fi',
      'mystery+thriller',
      'crime+mystery',
      'comedy+romance',
      'drama+romance',
      'action+war',
      'drama+war',
    ];
    const families = pictures.map((id) => fold('metaTest').find((s) => s.id === id)?.family);
    expect(families).toEqual([
      'horror',
      'horror',
      'suspense',
      'suspense',
      'romance',
      'romance',
      'war',
      'war',
    ]);
    for (const s of data.scenarios) {
      expect(s.items.length).toBeGreaterThan(100);
      expect(s.items.length).toBeLessThanOrEqual(1000);
      const first = s.genres.map((bit) => GENRES[bit].toLowerCase()).join('+');
      expect(s.id.startsWith(first)).toBe(true);
    }
  });

  it('keeps every genre and decade of a held-out scenario in some meta-training scenario', () => {
    const words = (fold: string) =>
      data.scenarios
        .filter((s) => s.fold === fold)
        .flatMap((s) => [...s.genres.map((bit) => GENRES[bit]), ...(s.decade ? [s.decade] : [])]);
    const trained = new Set<unknown>(words('metaTrain'));
    expect(words('metaTest').filter((word) => !trained.has(word))).toEqual([]);
  });

  it('trains 537 raters and holds 134 out', () => {
    const count = (split: number) => data.raters.fold.filter((f) => f === split).length;
    expect([count(SPLIT.metaTrain), count(SPLIT.metaTest)]).toEqual([537, 134]);
  });
});
