import { readdirSync } from 'node:fs';

/** Where the reference vectors lie unless another folder is named. */
const FOLDER = 'tests/golden';

export interface GoldenFiles {
  folder: string;
  /** Names within the folder, sorted. */
  files: string[];
}

/** The reference vectors of a folder. @throws when there is no such folder */
export function goldenFiles(folder = FOLDER): GoldenFiles {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return { folder, files };
}
