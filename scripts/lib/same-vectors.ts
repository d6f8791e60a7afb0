/** Whether two folders of reference vectors are the same, number by number. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { goldenFiles } from './golden-files';

/** Nine decimals are written: this is room for another library's last bits, not for another model. */
export const TOLERANCE = 1e-6;

/** Where two JSON values first differ, and how; null when they are the same. */
export function difference(expected: unknown, found: unknown, at = ''): string | null {
  if (typeof expected === 'number' && typeof found === 'number') {
    const apart = Math.abs(expected - found);
    return apart <= TOLERANCE ? null : `${at || 'value'} is ${found}, expected ${expected}`;
  }
  if (!isHolder(expected) || !isHolder(found)) {
    return expected === found ? null : `${at || 'value'} is ${JSON.stringify(found)}`;
  }
  const [wanted, given] = [Object.keys(expected), Object.keys(found)];
  const missing = wanted.find((key) => !(key in found)) ?? given.find((key) => !(key in expected));
  if (missing !== undefined) return `${at}.${missing} is in one of the two only`;
  for (const key of wanted) {
    const deeper = difference(expected[key], found[key], at ? `${at}.${key}` : key);
    if (deeper) return deeper;
  }
  return null;
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every file of either folder, with what differs. */
export function compareFiles(
  expected: string,
  found: string,
): { name: string; problem: string | null }[] {
  const [wanted, given] = [goldenFiles(expected).files, goldenFiles(found).files];
  const read = (folder: string, file: string): unknown =>
    JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  return [...new Set([...wanted, ...given])].sort().map((name) => ({
    name,
    problem:
      wanted.includes(name) && given.includes(name)
        ? difference(read(expected, name), read(found, name))
        : `lies in ${wanted.includes(name) ? expected : found} only`,
  }));
}
