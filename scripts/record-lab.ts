/**
 * Makes `public/recorded/lab.json`: every row that the lab shows, measured by `npm run evaluate`, and
 * `lab-tasks.json`: what each single task gave, for paired differences.
 *
 *   npx tsx scripts/record-lab.ts [--protocol NAME] [--only ranking|anonymous|rating] [--treatment plain|full]
 *     [--system ID,ID] [--seeds N] [--steps N] [--missing] [--left] [--from FILE,FILE]
 *
 * What is measured, with how many seeds and steps, is in `lib/lab-plan.ts`; `--seeds` and `--steps`
 * overrule it. `--missing` measures only what is not recorded yet; `--left` measures nothing and prints what that is. `--from` takes rows that `npm run evaluate -- --json NAME.json --tasks NAME.tasks.json` has written already, and
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
import { decodeTasks, encodeTasks, type TaskRun } from '../app/components/lab/task-file';
import { readSetting } from '../src/kinds';
import { RECORDED_USERS } from '../src/model/evaluation/ranking';
import type { ResultRow, TaskMetrics } from '../src/model/evaluation/rows';
import { REPOSITORY } from './lib/dataset';
import { isShown, labPlan, seedsMissing } from './lib/lab-plan';
import type { LabMeasurement } from './lib/lab-plan';
import { currentRow, readRows } from './lib/recorded';

const { values: flags } = parseArgs({
  options: {
    protocol: { type: 'string' },
    only: { type: 'string' },
    treatment: { type: 'string' },
    system: { type: 'string' },
    seeds: { type: 'string' },
    steps: { type: 'string' },
    missing: { type: 'boolean', default: false },
    left: { type: 'boolean', default: false },
    from: { type: 'string' },
  },
});

const OUT = join(REPOSITORY, 'public', 'recorded', 'lab.json');
const TASKS_OUT = join(REPOSITORY, 'public', 'recorded', 'lab-tasks.json');

const recordedRows = (): Promise<ResultRow[]> => readRows(OUT).catch(() => []);

interface Recording {
  rows: ResultRow[];
  tasks: { row: ResultRow; metrics: TaskMetrics }[];
}
const readTasks = async (file: string): Promise<Recording['tasks']> => {
  const tasks = JSON.parse(await readFile(file, 'utf8')) as Recording['tasks'];
  return tasks.map(({ row, metrics }) => ({ row: currentRow(row), metrics }));
};

const NOTHING: Recording = { rows: [], tasks: [] };

/** One measurement; nothing when its command fails, so that the others are still recorded. */
async function measure(wanted: LabMeasurement): Promise<Recording> {
  const { protocol, setting, treatment, system } = wanted;
  const seeds = seedsMissing(wanted, flags.missing ? await recordedRows() : []);
  if (seeds.length === 0) return NOTHING;
  const folder = await mkdtemp(join(tmpdir(), 'record-lab-'));
  const [json, tasks] = ['rows.json', 'tasks.json'].map((name) => join(folder, name));
  const args = [
    'tsx', 'scripts/evaluate.ts', '--protocol', protocol, '--setting', setting, '--treatment', treatment,
    '--system', system, '--seed', seeds.join(','), '--json', json, '--tasks', tasks,
    ...(setting === 'ranking' ? ['--users', String(RECORDED_USERS)] : []),
    // What a row reaches when told of another task stands beside it.
    ...(system.startsWith('cmml-') ? ['--wrong-support'] : []),
    ...(wanted.steps === undefined ? [] : ['--steps', String(wanted.steps)]),
  ]; // prettier-ignore
  const { status } = spawnSync('npx', args, { cwd: REPOSITORY, stdio: 'inherit' });
  if (status === 0) {
    return {
      rows: await readRows(json),
      tasks: await readTasks(tasks),
    };
  }
  console.error(`${system} (${setting}, ${treatment}) was not measured`);
  return NOTHING;
}

const sameRun = (a: ResultRow, b: ResultRow): boolean =>
  a.protocol === b.protocol &&
  a.setting === b.setting &&
  a.system === b.system &&
  a.seed === b.seed &&
  a.treatment === b.treatment &&
  a.support === b.support &&
  a.wrongSupport === b.wrongSupport;

/** Puts rows in the place of what was recorded for the same run, and drops what no table shows. */
async function record({ rows, tasks }: Recording): Promise<void> {
  const unsigned = rows.find(({ command, commit, date }) => !command || !commit || !date);
  if (unsigned) throw new Error(`a row of ${unsigned.system} does not say how it was made`);
  const before = await recordedRows();
  const kept = before.filter((row) => !rows.some((fresh) => sameRun(row, fresh)));
  await mkdir(join(OUT, '..'), { recursive: true });
  const lines = [...kept, ...rows].filter(isShown).map((row) => JSON.stringify(row));
  await writeFile(OUT, `[\n${lines.join(',\n')}\n]\n`);
  await recordTasks(tasks.filter(({ row }) => isShown(row)));
}

const identity = ({ protocol, setting, system, seed, treatment }: Omit<TaskRun, 'metrics'>) => ({
  ...{ protocol, setting, system, seed, treatment },
});

async function recordTasks(fresh: Recording['tasks']): Promise<void> {
  const before: TaskRun[] = await readFile(TASKS_OUT, 'utf8')
    .then((text) => decodeTasks(JSON.parse(text)))
    .catch(() => []);
  const runs = new Map(before.map((run) => [JSON.stringify(identity(run)), run]));
  for (const { row, metrics } of fresh) {
    const what = identity(row);
    runs.set(JSON.stringify(what), { ...what, metrics });
  }
  const { lists, runs: packed } = encodeTasks([...runs.values()]);
  const lines = packed.map((run) => JSON.stringify(run));
  await writeFile(
    TASKS_OUT,
    `{"lists":${JSON.stringify(lists)},\n"runs":[\n${lines.join(',\n')}\n]}\n`,
  );
}

if (flags.from) {
  for (const file of flags.from.split(',')) {
    const tasks = await readTasks(file.replace(/\.json$/, '.tasks.json')).catch(() => []);
    await record({ rows: await readRows(file), tasks });
  }
} else {
  const systems = flags.system?.split(',');
  const plan = labPlan()
    .filter(
      ({ protocol, setting, treatment, system }) =>
        (flags.protocol === undefined || flags.protocol === protocol) &&
        (flags.only === undefined || readSetting(flags.only) === setting) &&
        (flags.treatment === undefined || flags.treatment === treatment) &&
        (systems === undefined || systems.includes(system)),
    )
    .map((wanted) => ({
      ...wanted,
      ...(flags.seeds !== undefined && { seeds: Number(flags.seeds) }),
      ...(flags.steps !== undefined && { steps: Number(flags.steps) }),
    }));
  if (flags.left) {
    const rows = await recordedRows();
    const left = plan.flatMap((wanted) => {
      const seeds = seedsMissing(wanted, rows);
      const { protocol, setting, treatment, system } = wanted;
      return seeds.length > 0
        ? [`${protocol}, ${setting}, ${treatment}: ${system}, seeds ${seeds.join(', ')}`]
        : [];
    });
    console.log([...left, `${left.length} of ${plan.length} measurements are left`].join('\n'));
  } else for (const wanted of plan) await record(await measure(wanted));
}
