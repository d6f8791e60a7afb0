/**
 * Makes `public/recorded/lab.json`: every row that the lab shows, measured by `npm run evaluate`.
 *
 *   npx tsx scripts/record-lab.ts [--seeds N] [--steps N] [--users N] [--only ranking|rating]
 *     [--treatment plain|full] [--system ID,ID] [--from FILE,FILE]
 *
 * Without `--steps` every setting trains as long as its recipe says. `--from` takes rows that
 * `npm run evaluate -- --json FILE` has written already, and measures nothing.
 *
 * What was measured by the same sources before is taken from the cache of `npm run evaluate`, so a
 * recording that is broken off goes on where it stopped. What one call leaves out stays as it was.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LAB_TABLES } from '../app/components/lab/tables';
import type { ResultRow } from '../src/model/evaluation/rows';
import type { Setting, Treatment } from '../src/model/types';
import { REPOSITORY } from './lib/dataset';

const { values: flags } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    steps: { type: 'string' },
    users: { type: 'string', default: '20' },
    only: { type: 'string' },
    treatment: { type: 'string' },
    system: { type: 'string' },
    from: { type: 'string' },
  },
});

interface Recorded {
  made: { command: string; commit: string; date: string };
  rows: ResultRow[];
}

const OUT = join(REPOSITORY, 'public', 'recorded', 'lab.json');
const scratch = await mkdtemp(join(tmpdir(), 'record-lab-'));

/** All systems of the tables of a setting, each once; its own recipe is measured once, as `full`. */
function systemsOf(setting: Setting, treatment: Treatment): string[] {
  const all = LAB_TABLES.filter((table) => table.setting === setting)
    .flatMap((table) => table.rows.map((row) => row.system))
    .filter((system) => treatment === 'full' || system !== 'cmml-best');
  const wanted = flags.system?.split(',');
  return [...new Set(all)].filter((system) => !wanted || wanted.includes(system));
}

async function evaluate(setting: Setting, treatment: Treatment): Promise<ResultRow[]> {
  const rows: ResultRow[] = [];
  for (const system of systemsOf(setting, treatment)) {
    const json = join(scratch, 'rows.json');
    const args = [
      'tsx', 'scripts/evaluate.ts', '--setting', setting, '--treatment', treatment,
      '--system', system, '--seeds', flags.seeds, '--users', flags.users, '--json', json,
      ...(flags.steps ? ['--steps', flags.steps] : []),
    ]; // prettier-ignore
    const { status } = spawnSync('npx', args, { cwd: REPOSITORY, stdio: 'inherit' });
    // A system that fails leaves its row unmeasured; the others are still recorded.
    if (status === 0) rows.push(...(JSON.parse(await readFile(json, 'utf8')) as ResultRow[]));
    else console.error(`${system} (${setting}, ${treatment}) was not measured`);
    await write(rows);
  }
  return rows;
}

const sameRun = (a: ResultRow, b: ResultRow): boolean =>
  a.setting === b.setting &&
  a.system === b.system &&
  a.seed === b.seed &&
  a.treatment === b.treatment &&
  a.support === b.support &&
  a.wrongSupport === b.wrongSupport;

async function write(rows: readonly ResultRow[]): Promise<void> {
  const before = await readFile(OUT, 'utf8').then(
    (text) => (JSON.parse(text) as Recorded).rows,
    () => [],
  );
  const kept = before.filter((row) => !rows.some((fresh) => sameRun(row, fresh)));
  const recorded: Recorded = {
    made: {
      command: 'npm run record',
      commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: REPOSITORY })
        .toString()
        .trim(),
      date: new Date().toISOString(),
    },
    rows: [...kept, ...rows],
  };
  await mkdir(join(OUT, '..'), { recursive: true });
  await writeFile(OUT, `${JSON.stringify(recorded)}\n`);
}

for (const file of flags.from?.split(',') ?? []) {
  await write(JSON.parse(await readFile(file, 'utf8')) as ResultRow[]);
}
for (const setting of ['ranking', 'rating'] as const) {
  if (flags.from || (flags.only && flags.only !== setting)) continue;
  for (const treatment of ['plain', 'full'] as const) {
    if (flags.treatment && flags.treatment !== treatment) continue;
    await evaluate(setting, treatment);
  }
}
