/**
 * Trains systems and measures them on held-out tasks; prints mean and 95% interval over seeds.
 *
 *   npm run evaluate -- [--protocol open|paper-scenario|paper-user|paper-user-cw]
 *     [--setting ranking|anonymous|rating] --system cmml-film,itempop
 *     [--seeds N | --seed N,N] [--steps N] [--treatment plain|full] [--support K,K]
 *     [--preset small|paper] [--wrong-support] [--users N] [--rehearsal N]
 *     [--negatives mixed|catalogue] [--json FILE] [--tasks FILE] [--csv FILE] [--fresh] [--pictures [--pictures-json FILE]]
 *
 *   npm run evaluate -- --checkpoint public/models/visitor-film.ckpt   (one that is trained already; seed, steps
 *     and treatment are its own)
 *
 *   npm run evaluate -- --ask-next [--seeds N] [--json FILE]   (held-out error after 1 to 8 answers of a new visitor, by who
 *     chooses what to ask: the model, MeLU's evidence candidates, chance)
 *
 * `--data FOLDER_OR_FILE` takes other data than the bundled ones (a MovieLens release or a table), at full size.
 * `--protocol` names features, tasks, candidates and schedule (`src/model/protocols`): `open`, this page's own, unless told;
 * the settings are those that it has. `--preset paper` gives CMML the paper's sizes (as `cmml-film:gru:paper` does; the paper's own
 * protocols have them). `--seeds N` means seeds 0 to N-1. `--pictures` measures also what the pictures show, and what
 * another task's modulation costs. `--users N` ranks at most N users a scenario (ranking). A run
 * that is broken off goes on where it stopped; `--fresh` starts over. `--tasks FILE` writes what each single task gave. `--rehearsal N` measures on stand-ins drawn
 * from meta-training instead (`src/data/rehearsal.ts`): recipes are chosen there. `--negatives catalogue`
 * draws the negatives of ranking from all movies instead of the 2,000 most rated ones (`docs/data.md`, 'Scenario tasks').
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { rehearsal } from '../src/data/rehearsal';
import { evaluateSystem } from '../src/model/evaluation/evaluate';
import type { EvaluationPlan, EvaluationWatch } from '../src/model/evaluation/evaluate';
import type { MetricRow, ResultRow, TaskMetrics } from '../src/model/evaluation/rows';
import { SYSTEMS } from '../src/model/registry';
import { findSystem } from '../src/model/systems';
import type { System } from '../src/model/systems';
import { PROTOCOLS } from '../src/model/protocols';
import { PRESETS, PROTOCOL_IDS, readSetting } from '../src/kinds';
import type { ProtocolId, Setting, Treatment } from '../src/kinds';
import { formatAskNext, measureAskNext } from './lib/ask-next';
import { sayArithmetic, useBackend } from './lib/backend';
import { loadBundledDataset } from './lib/dataset';
import { formatCsv, formatPictures, formatTable } from './lib/evaluation-report';
import { oneOf, whole } from './lib/flags';
import { datasetAt } from './lib/own-data';
import { madeBy, type Provenance } from './lib/provenance';
import { resultCache, sourcesDigest } from './lib/result-cache';
import { trainedSystem } from './lib/trained-system';

const { values: flags } = parseArgs({
  options: {
    protocol: { type: 'string', default: 'open' },
    setting: { type: 'string' },
    system: { type: 'string' },
    checkpoint: { type: 'string' },
    data: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    seed: { type: 'string' },
    steps: { type: 'string' },
    treatment: { type: 'string', default: 'plain' },
    support: { type: 'string' },
    preset: { type: 'string', default: 'small' },
    'wrong-support': { type: 'boolean', default: false },
    users: { type: 'string' },
    rehearsal: { type: 'string' },
    negatives: { type: 'string', default: 'mixed' },
    json: { type: 'string' },
    tasks: { type: 'string' },
    csv: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
    'pictures-json': { type: 'string' },
    'ask-next': { type: 'boolean', default: false },
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

if (flags['ask-next']) {
  await useBackend('wasm');
  sayArithmetic();
  const draws = whole('seeds', flags.seeds);
  const result = await measureAskNext(await loadBundledDataset(), draws, progressLine('ask next'));
  const made = madeBy(`npm run evaluate -- --ask-next --seeds ${draws}`);
  console.log(formatAskNext(result));
  if (flags.json)
    await writeFile(flags.json, `${JSON.stringify({ ...made, ...result }, null, 2)}\n`);
  process.exit();
}

const given = flags.checkpoint === undefined ? null : await trainedSystem(flags.checkpoint);
if (given) {
  const { setting: own, treatment: kind, seed, steps: taken } = given.provenance;
  Object.assign(flags, { setting: own, treatment: kind, seed: `${seed}`, steps: `${taken}` });
}
const protocol = PROTOCOLS[oneOf<ProtocolId>('protocol', flags.protocol, PROTOCOL_IDS)];
const setting = oneOf<Setting>(
  'setting',
  readSetting(flags.setting ?? protocol.settings[0]),
  protocol.settings,
);
const treatment = oneOf<Treatment>('treatment', flags.treatment, protocol.treatments);
const steps =
  flags.steps === undefined
    ? protocol.schedule(setting, treatment).steps
    : whole('steps', flags.steps);
const seeds =
  flags.seed === undefined
    ? Array.from({ length: whole('seeds', flags.seeds) }, (_, seed) => seed)
    : flags.seed.split(',').map((seed) => whole('seed', seed, 0));
const isPaperSized = oneOf('preset', flags.preset, PRESETS) === 'paper';
const sized = (id: string) =>
  isPaperSized && /^cmml-(?!best)/.test(id) && !id.includes(':paper') ? `${id}:paper` : id;
const usual = flags.pictures ? 'cmml-film,cmml-soft' : 'cmml-film,cmml-soft,itempop';
const systems = given
  ? [given.system]
  : (flags.system ?? usual).split(',').map((id) => findSystem(SYSTEMS, sized(id)));
const plan: Omit<EvaluationPlan, 'seed'> = {
  protocol: protocol.id,
  setting,
  steps,
  treatment,
  supports: flags.support?.split(',').map((k) => whole('support', k)),
  wrongSupport: flags['wrong-support'],
  users: flags.users === undefined ? undefined : whole('users', flags.users),
  pictures: flags.pictures,
};

await useBackend('wasm');
sayArithmetic();
const bundled = flags.data
  ? await datasetAt(flags.data, (line) => process.stderr.write(`${line}\n`))
  : await loadBundledDataset();
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
    ['protocol', protocol.id],
    ['setting', setting],
    ['treatment', treatment],
    ['system', system],
    ['seed', String(seed)],
    ['steps', String(steps)],
    ['users', flags.users],
    ['support', flags.support],
    ['wrong-support', plan.wrongSupport],
    ['rehearsal', flags.rehearsal],
    ['negatives', negatives === 'mixed' ? undefined : negatives],
    ['checkpoint', flags.checkpoint],
    ['data', flags.data],
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
const tasks: { row: ResultRow; metrics: TaskMetrics }[] = [];
const pictured: object[] = [];
for (const system of systems) {
  if (!system.settings.includes(setting)) {
    console.log(`${system.id} has no ${setting} setting: left out`);
    continue;
  }
  const drawn: MetricRow[] = [];
  for (const seed of seeds) {
    const found = await kept({ system: system.id, data: bundled.manifest.name, checkpoint: flags.checkpoint, seed, standIns, negatives, ...plan }, async () => {
      const evaluation = await evaluateSystem(dataset, system, { ...plan, seed }, watchOf(system, seed));
      const made = provenance(system.id, seed);
      return { ...evaluation, rows: evaluation.rows.map((row) => ({ ...row, ...made })), made };
    }); // prettier-ignore
    rows.push(...found.rows);
    const [first]: ResultRow[] = found.rows;
    if (first.found !== undefined) console.log(`${system.id}, seed ${seed} found ${first.found}`);
    tasks.push(...found.rows.map((row, k) => ({ row, metrics: found.tasks[k] })));
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
if (flags.tasks) await writeFile(flags.tasks, JSON.stringify(tasks));
if (flags.csv) await writeFile(flags.csv, formatCsv(rows));
