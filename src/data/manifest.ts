/** The manifest of a built data set: counts, hashes of its files, and how it came to be. */
import { SPLIT_SHARES, type BuiltDataset } from './build';
import { sha256 } from './sha256';
import type { Dataset, DatasetManifest } from './types';

export interface Origin {
  name: string;
  title: string;
  seed: number;
  licence: string;
  citation: string;
  made: DatasetManifest['made'];
  ratings?: DatasetManifest['ratings'];
}

export async function manifestOf(
  built: BuiltDataset,
  files: Readonly<Record<string, Uint8Array>>,
  { seed, ...origin }: Origin,
): Promise<DatasetManifest> {
  const listed = await Promise.all(
    Object.entries(files).map(
      async ([name, bytes]) =>
        [name, { bytes: bytes.length, sha256: await sha256(bytes) }] as const,
    ),
  );
  const { name, title, licence, citation, made, ratings } = origin;
  return {
    formatVersion: 2,
    name,
    title,
    counts: countsOf(built),
    seeds: { data: seed },
    split: SPLIT_SHARES,
    files: Object.fromEntries(listed),
    licence,
    citation,
    made,
    ...(ratings ? { ratings } : {}),
  };
}

const countsOf = ({ users, movies, ratings, scenarios }: BuiltDataset) => ({
  users,
  items: movies.count,
  ratings: ratings.count,
  scenarios: scenarios.length,
});

/** A built data set to use as it is, without ever being files: its manifest lists none. */
export const inMemory = (built: BuiltDataset, title: string, seed: number): Dataset => ({
  ...built,
  manifest: {
    formatVersion: 2,
    name: title,
    title,
    counts: countsOf(built),
    seeds: { data: seed },
    split: SPLIT_SHARES,
    files: {},
    licence: '',
    citation: '',
    made: { command: 'in memory', source: title, sourceSha256: '' },
  },
});
