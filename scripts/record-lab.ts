/**
 * Makes `public/recorded/lab.json`: every row that the lab shows, measured by `npm run evaluate`.
 *
 *   npx tsx scripts/record-lab.ts [--only ranking|rating] [--treatment plain|full]
 *     [--system ID,ID] [--seeds N] [--steps N] [--missing] [--from FILE,FILE]
 *
 * What is measured, with how many seeds and steps, is in `lib/lab-plan.ts`; `--seeds` and `--steps`
 * overrule it. `--missing` measures only what is not recorded yet. `--from` takes rows that `npm run evaluate -- --json FILE` has written already, and
 * measures nothing. Each row says by which command, at which commit and when it was made.
 *
 * What was measured by the same sources before is taken from the cache of `npm run evaluate`, so a
 * recording that is broken off goes on where it stopped. What one call leaves out stays as it was.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ResultRow } from '../src/model/evaluation/rows';
import { REPOSITORY } from './lib/dataset';
import { isShown, labPlan, seedsMissing } from './lib/lab-plan';
import type { LabMeasurement } from './lib/lab-plan';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string' },
    treatment: { type: 'string' },
    system: { type: 'string' },
    seeds: { type: 'string' },
    steps: { type: 'string' },
    missing: { type: 'boolean', default: false },
    from: { type: 'string' },
  },
});

/** Users ranked a scenario: those of the smallest scenarios are few anyway. */
const USERS = '20';
const OUT = join(REPOSITORY, 'public', 'recorded', 'lab.json');

const readRows = async (file: string): Promise<ResultRow[]> =>
  JSON.parse(await readFile(file, 'utf8')) as ResultRow[];

const recordedRows = (): Promise<ResultRow[]> => readRows(OUT).catch(() => []);

/** Rows of one measurement; none when its command fails, so that the others are still recorded. */
async function measure(wanted: LabMeasurement): Promise<ResultRow[]> {
  const { setting, treatment, system } = wanted;
  const seeds = seedsMissing(wanted, flags.missing ? await recordedRows() : []);
  if (seeds.length === 0) return [];
  const json = join(await mkdtemp(join(tmpdir(), 'record-lab-')), 'rows.json');
  const args = [
    'tsx', 'scripts/evaluate.ts', '--setting', setting, '--treatment', treatment,
    '--system', system, '--seed', seeds.join(','), '--json', json,
    ...(setting === 'ranking' ? ['--users', USERS] : []),
    ...(wanted.steps === undefined ? [] : ['--steps', String(wanted.steps)]),
  ]; // prettier-ignore
  const { status } = spawnSync('npx', args, { cwd: REPOSITORY, stdio: 'inherit' });
  if (status === 0) return readRows(json);
  console.error(`${system} (${setting}, ${treatment}) was not measured`);
  return [];
}

const sameRun = (a: ResultRow, b: ResultRow): boolean =>
  a.setting === b.setting &&
  a.system === b.system &&
  a.seed === b.seed &&
  a.treatment === b.treatment &&
  a.support === b.support &&
  a.wrongSupport === b.wrongSupport;

/** Puts rows in the place of what was recorded for the same run, and drops what no table shows. */
async function record(rows: readonly ResultRow[]): Promise<void> {
  const unsigned = rows.find(({ command, commit, date }) => !command || !commit || !date);
  if (unsigned) throw new Error(`a row of ${unsigned.system} does not say how it was made`);
  const before = await recordedRows();
  const kept = before.filter((row) => !rows.some((fresh) => sameRun(row, fresh)));
  await mkdir(join(OUT, '..'), { recursive: true });
  const lines = [...kept, ...rows].filter(isShown).map((row) => JSON.stringify(row));
  await writeFile(OUT, `[\n${lines.join(',\n')}\n]\n`);
}

if (flags.from) {
  for (const file of flags.from.split(',')) await record(await readRows(file));
} else {
  const systems = flags.system?.split(',');
  const plan = labPlan()
    .filter(
      ({ setting, treatment, system }) =>
        (flags.only === undefined || flags.only === setting) &&
        (flags.treatment === undefined || flags.treatment === treatment) &&
        (systems === undefined || systems.includes(system)),
    )
    .map((wanted) => ({
      ...wanted,
      ...(flags.seeds !== undefined && { seeds: Number(flags.seeds) }),
      ...(flags.steps !== undefined && { steps: Number(flags.steps) }),
    }));
  for (const wanted of plan) await record(await measure(wanted));
}
