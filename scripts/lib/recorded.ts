/** Rows of results from files, under today's names of settings and systems (`readSetting`). */
import { readFile } from 'node:fs/promises';
import { readSetting } from '../../src/kinds';
import type { ResultRow } from '../../src/model/evaluation/rows';
import type { Setting } from '../../src/model/types';

const parsed = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

export const currentRow = (row: ResultRow): ResultRow => ({
  ...row,
  setting: readSetting(row.setting) as Setting,
});

/** What `npm run evaluate -- --json FILE` wrote, or the lab's `lab.json`. */
export const readRows = async (file: string): Promise<ResultRow[]> =>
  ((await parsed(file)) as ResultRow[]).map(currentRow);

const currentSystems = <Row extends { system: string }>(rows: readonly Row[]): Row[] =>
  rows.map((row) => ({ ...row, system: readSetting(row.system) }));

/** What `scripts/evaluate-families.ts` wrote. */
export const readFamilyRows = async <Row extends { system: string }>(
  file: string,
): Promise<Row[]> => currentSystems((await parsed(file)) as Row[]);

/** What `scripts/report-families.ts` wrote. */
export async function readFamilySummaries<Summary extends { system: string }>(
  file: string,
): Promise<Summary[]> {
  const { summaries } = (await parsed(file)) as { summaries: Summary[] };
  return currentSystems(summaries);
}
