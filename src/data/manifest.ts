/** The manifest of a built data set: counts, hashes of its files, and how it came to be. */
import { SPLIT_SHARES, type BuiltDataset } from './build';
import { sha256 } from './sha256';
import type { DatasetManifest } from './types';

export interface Origin {
  name: string;
  title: string;
  seed: number;
  licence: string;
  citation: string;
  made: DatasetManifest['made'];
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
  const { name, title, licence, citation, made } = origin;
  return {
    formatVersion: 1,
    name,
    title,
    counts: {
      users: built.users,
      items: built.movies.count,
      ratings: built.ratings.count,
      scenarios: built.scenarios.length,
    },
    seeds: { data: seed },
    split: SPLIT_SHARES,
    files: Object.fromEntries(listed),
    licence,
    citation,
    made,
  };
}
