/**
 * Trains systems and measures them on held-out tasks; prints mean and 95% interval over seeds.
 *
 *   npm run evaluate -- --setting ranking|visitor|rating --system cmml-film,itempop
 *     [--seeds N | --seed N,N] [--steps N] [--treatment plain|full] [--support K,K]
 *     [--wrong-support] [--users N] [--rehearsal N]
 *     [--negatives mixed|catalogue] [--json FILE] [--csv FILE] [--fresh] [--pictures [--pictures-json FILE]]
 *
 * `--seeds N` means seeds 0 to N-1. `--pictures` measures also what the pictures show, and what
 * another task's modulation costs. `--users N` ranks at most N users a scenario (ranking). A run
 * that is broken off goes on where it stopped; `--fresh` starts over. `--rehearsal N` measures on stand-ins drawn
 * from meta-training instead (`src/data/rehearsal.ts`): recipes are chosen there. `--negatives catalogue`
 * draws the negatives of ranking from all movies, as `design/data.md` has it, instead of the most rated ones.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { rehearsal } from '../src/data/rehearsal';
import { evaluateSystem } from '../src/model/evaluation/evaluate';
import type { EvaluationPlan, EvaluationWatch } from '../src/model/evaluation/evaluate';
import type { MetricRow, ResultRow } from '../src/model/evaluation/rows';
import { SYSTEMS } from '../src/model/registry';
import { scheduleOf } from '../src/model/recipes';
import { findSystem } from '../src/model/systems';
import type { System } from '../src/model/systems';
import type { Setting, Treatment } from '../src/model/types';
import { useBackend } from './lib/backend';
import { loadBundledDataset } from './lib/dataset';
import { formatCsv, formatPictures, formatTable } from './lib/evaluation-report';
import { oneOf, whole } from './lib/flags';
import { madeBy, type Provenance } from './lib/provenance';
import { resultCache, sourcesDigest } from './lib/result-cache';

const { values: flags } = parseArgs({
  options: {
    setting: { type: 'string', default: 'ranking' },
    system: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    seed: { type: 'string' },
    steps: { type: 'string' },
    treatment: { type: 'string', default: 'plain' },
    support: { type: 'string', default: '32' },
    'wrong-support': { type: 'boolean', default: false },
    users: { type: 'string' },
    rehearsal: { type: 'string' },
    negatives: { type: 'string', default: 'mixed' },
    json: { type: 'string' },
    csv: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
    'pictures-json': { type: 'string' },
  },
});

function progressLine(label: string) {
  const started = Date.now();
  let last = 0;
  return (text: string) => {
    if (Date.now() - last < 2000) return;
    last = Date.now();
    const seconds = Math.round((last - started) / 1000);
    process.stderr.write(`${label}: ${text}, ${seconds} s\n`);
  };
}

const setting = oneOf<Setting>('setting', flags.setting, ['ranking', 'visitor', 'rating']);
const treatment = oneOf<Treatment>('treatment', flags.treatment, ['plain', 'full']);
const steps =
  flags.steps === undefined ? scheduleOf(setting, treatment).steps : whole('steps', flags.steps);
const seeds =
  flags.seed === undefined
    ? Array.from({ length: whole('seeds', flags.seeds) }, (_, seed) => seed)
    : flags.seed.split(',').map((seed) => whole('seed', seed, 0));
const systems = (
  flags.system ?? (flags.pictures ? 'cmml-film,cmml-soft' : 'cmml-film,cmml-soft,itempop')
)
  .split(',')
  .map((id) => findSystem(SYSTEMS, id));
const plan: Omit<EvaluationPlan, 'seed'> = {
  setting,
  steps,
  treatment,
  supports: flags.support.split(',').map((k) => whole('support', k)),
  wrongSupport: flags['wrong-support'],
  users: flags.users === undefined ? undefined : whole('users', flags.users),
  pictures: flags.pictures,
};

await useBackend('wasm');
const bundled = await loadBundledDataset();
const standIns = flags.rehearsal === undefined ? undefined : whole('rehearsal', flags.rehearsal);
const negatives = oneOf('negatives', flags.negatives, ['mixed', 'catalogue']);
const wide = negatives === 'catalogue' ? { ...bundled, negatives: bundled.movies.count } : bundled;
const dataset = standIns === undefined ? wide : rehearsal(wide, standIns);
const sources = await sourcesDigest();

const watchOf = (system: System, seed: number): EvaluationWatch => {
  const report = progressLine(`${system.id}, seed ${seed}`);
  return {
    onTraining: (step, loss) => report(`step ${step} of ${steps}, loss ${loss.toFixed(4)}`),
    onEvaluation: (done) => report(`evaluating, ${Math.round(100 * done)}%`),
  };
};

/** The command that measures this seed of this system again. */
function provenance(system: string, seed: number): Provenance {
  const options: [string, string | boolean | undefined][] = [
    ['setting', setting],
    ['treatment', treatment],
    ['system', system],
    ['seed', String(seed)],
    ['steps', String(steps)],
    ['users', flags.users],
    ['support', setting === 'ranking' ? flags.support : undefined],
    ['wrong-support', plan.wrongSupport],
    ['rehearsal', flags.rehearsal],
    ['negatives', negatives === 'mixed' ? undefined : negatives],
    ['pictures', plan.pictures],
  ];
  const words = options.flatMap(([name, value]) =>
    value === undefined || value === false ? [] : value === true ? [`--${name}`] : [`--${name} ${value}`],
  ); // prettier-ignore
  return madeBy(`npm run evaluate -- ${words.join(' ')}`);
}

async function kept<Row>(key: unknown, compute: () => Promise<Row>): Promise<Row> {
  const cache = resultCache<Row>(sources);
  const found = flags.fresh ? null : await cache.get(key);
  if (found) return found;
  const row = await compute();
  await cache.put(key, row);
  return row;
}

const rows: ResultRow[] = [];
const pictured: object[] = [];
for (const system of systems) {
  if (!system.settings.includes(setting)) {
    console.log(`${system.id} has no ${setting} setting: left out`);
    continue;
  }
  const drawn: MetricRow[] = [];
  for (const seed of seeds) {
    const found = await kept({ system: system.id, seed, standIns, negatives, ...plan }, async () => {
      const evaluation = await evaluateSystem(dataset, system, { ...plan, seed }, watchOf(system, seed));
      const made = provenance(system.id, seed);
      return { ...evaluation, rows: evaluation.rows.map((row) => ({ ...row, ...made })), made };
    }); // prettier-ignore
    rows.push(...found.rows);
    if (!found.pictures) continue;
    drawn.push(found.pictures);
    const { made, pictures } = found;
    pictured.push({ setting, system: system.id, seed, steps, treatment, ...pictures, ...made });
  }
  if (drawn.length > 0) console.log(formatPictures(system.id, treatment, drawn));
}
console.log(formatTable(rows));
if (flags['pictures-json']) {
  await writeFile(flags['pictures-json'], `${JSON.stringify(pictured, null, 2)}\n`);
}
if (flags.json) await writeFile(flags.json, `${JSON.stringify(rows, null, 2)}\n`);
if (flags.csv) await writeFile(flags.csv, formatCsv(rows));
