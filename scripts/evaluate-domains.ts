/**
 * The claim of the paper's Tables 7 and 8 on two domains that everybody has: the bundled movies and the generated shop, as
 * one data set (`src/data/two-domains.ts`), under the protocol `open`, plain training. Trains what is missing,
 * keeps each finished run in `docs/results/two-domains.json`, and writes what the lab shows of them,
 * `public/recorded/two-domains.json`.
 *
 *   npm run evaluate:domains -- [--seeds 3] [--steps 1000] [--system ID,ID]
 *
 * A run that was broken off goes on with what is missing. Each seed draws the shop, the folds and the splits anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { domainOf, twoDomains } from '../src/data/two-domains';
import type { Dataset } from '../src/data/types';
import {
  domainDifferences,
  domainMeans,
  placesOf,
  type DomainResult,
} from '../src/model/evaluation/domain-summary';
import { evaluateSystem } from '../src/model/evaluation/evaluate';
import { RECORDED_USERS } from '../src/model/evaluation/ranking';
import { SYSTEMS } from '../src/model/registry';
import { findSystem } from '../src/model/systems';
import { sayArithmetic, useBackend } from './lib/backend';
import { loadBundledDataset, REPOSITORY } from './lib/dataset';
import { whole } from './lib/flags';
import { madeBy, type Provenance } from './lib/provenance';

const { values: flags } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    steps: { type: 'string', default: '1000' },
    system: { type: 'string' },
  },
});

/** In the order of the lab's rows. */
const FIELD = [
  'itempop', 'dcn', 'melu-5', 'metasgd-5', 's2meta',
  'cmml-film:no-hybrid', 'cmml-film', 'cmml-soft:no-hybrid', 'cmml-soft',
]; // prettier-ignore
/** Where a step costs hundreds of the others'. */
const STEPS: Record<string, number> = { s2meta: 200 };

/** What is claimed: that hybrid context helps, and that CMML is ahead of systems that adapt by gradient steps. */
const CLAIMS: [system: string, less: string][] = [
  ...['film', 'soft'].map((kind): [string, string] => [`cmml-${kind}`, `cmml-${kind}:no-hybrid`]),
  ...['film', 'soft'].flatMap((kind) =>
    ['s2meta', 'metasgd-5', 'melu-5'].map((baseline): [string, string] => [
      `cmml-${kind}`,
      baseline,
    ]),
  ),
];

type Recorded = DomainResult & Provenance;

const RUNS = path.join(REPOSITORY, 'docs/results/two-domains.json');
const SHOWN = path.join(REPOSITORY, 'public/recorded/two-domains.json');
const seeds = whole('seeds', flags.seeds);
const steps = whole('steps', flags.steps);
const systems = flags.system?.split(',') ?? FIELD;
const runs: Recorded[] = existsSync(RUNS) ? JSON.parse(readFileSync(RUNS, 'utf8')) : [];

const stepsOf = (id: string) => (findSystem(SYSTEMS, id).trained ? (STEPS[id] ?? steps) : 0);
const missing = Array.from({ length: seeds }, (_, seed) =>
  systems
    .filter((id) => !runs.some((run) => run.system === id && run.seed === seed && run.steps === stepsOf(id)))
    .map((system) => ({ system, seed })),
).flat(); // prettier-ignore

await useBackend('wasm');
sayArithmetic();
console.log(`${missing.length} of ${seeds * systems.length} runs are left`);
const films = await loadBundledDataset();
let drawn: { seed: number; data: Dataset } | undefined;
for (const { system, seed } of missing) {
  if (drawn?.seed !== seed) drawn = { seed, data: await twoDomains(films, seed) };
  const started = Date.now();
  runs.push(await measure(drawn.data, system, seed));
  write(RUNS, runs);
  write(SHOWN, summary());
  console.log(`${system}, seed ${seed}: ${Math.round((Date.now() - started) / 1000)} s`);
}
write(SHOWN, summary());
print();

async function measure(data: Dataset, id: string, seed: number): Promise<Recorded> {
  const system = findSystem(SYSTEMS, id);
  const { tasks: [measured] } = await evaluateSystem(data, system, {
    protocol: 'open',
    setting: 'ranking',
    seed,
    steps: stepsOf(id),
    treatment: 'plain',
    wrongSupport: false,
    users: RECORDED_USERS,
  }); // prettier-ignore
  const { tasks, values } = measured['recall@20'];
  return {
    ...{ system: id, seed, steps: stepsOf(id) },
    ...madeBy(`npm run evaluate:domains -- --seeds ${seed + 1} --steps ${steps} --system ${id}`),
    tasks: tasks.map((task, k) => ({
      id: task,
      domain: domainOf(data, task),
      recall: Number(values[k].toFixed(4)),
    })),
  };
}

function summary() {
  const shown = FIELD.flatMap((id) => runs.filter(({ system }) => system === id));
  return {
    made: {
      command: 'npm run evaluate:domains',
      commits: [...new Set(shown.map(({ commit }) => commit))],
      date: shown.map(({ date }) => date).sort().at(-1) ?? '',
      seeds: new Set(shown.map(({ seed }) => seed)).size,
    },
    places: placesOf(shown),
    means: domainMeans(shown),
    differences: domainDifferences(shown, CLAIMS),
  }; // prettier-ignore
}

function write(file: string, value: unknown): void {
  const short = (_: string, part: unknown) =>
    typeof part === 'number' ? Number(part.toFixed(5)) : part;
  const text = JSON.stringify(value, short, 2);
  writeFileSync(file, `${text}\n`);
}

function print(): void {
  const { places, means, differences } = summary();
  const percent = (value: number) => (100 * value).toFixed(1);
  console.log(['R@20'.padEnd(24), ...places].join('  '));
  for (const { system, recall } of means) {
    const cells = places.map((place) => {
      const { mean, half } = recall[place];
      return `${percent(mean)}${half === null ? '' : ` ± ${percent(half)}`}`;
    });
    console.log([system.padEnd(24), ...cells].join('  '));
  }
  for (const { system, less, domain, seeds: over, tasks, finding } of differences) {
    const half = over.half === null ? '' : ` ± ${percent(over.half)}`;
    const bounds = tasks ? ` [${percent(tasks.low)}, ${percent(tasks.high)}]` : '';
    console.log(
      `${system} less ${less}, ${domain}: ${percent(over.mean)}${half}${bounds} ${finding}`,
    );
  }
}
