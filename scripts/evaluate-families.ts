/**
 * `npx tsx scripts/evaluate-families.ts [--seeds 5] [--steps N] [--system a,b] [--rehearsal N] [--out FILE]`: trains and
 * measures systems on the families of tasks (`docs/two-tastes.md`). Every finished system and seed is written at
 * once; a run that was broken off goes on with what is missing, and says how much that is.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { redrawnFolds } from '../src/data/families/folds';
import { rehearsal } from '../src/data/rehearsal';
import type { FamilyRow } from '../src/model/evaluation/families';
import { measureFamilySystem } from '../src/model/evaluation/family-run';
import { FAMILY_SYSTEMS, findFamilySystem, type FamilySystem } from '../src/model/family-systems';
import { arithmetic } from '../src/model/kernels/arithmetic';
import { sayArithmetic, useBackend } from './lib/backend';
import { loadBundledDataset, REPOSITORY } from './lib/dataset';
import { whole } from './lib/flags';
import { madeBy, type Provenance } from './lib/provenance';
import { readFamilyRows } from './lib/recorded';

const { values: flags } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    steps: { type: 'string', default: '1000' },
    system: { type: 'string' },
    rehearsal: { type: 'string' },
    out: { type: 'string', default: 'docs/results/families.json' },
  },
});

/** One system under one seed. */
interface Measured extends Provenance {
  system: string;
  seed: number;
  steps: number;
  rehearsal?: number;
  arithmetic: string;
  seconds: { training: number; evaluation: number };
  episodes: FamilyRow[];
}

const seeds = whole('seeds', flags.seeds);
const steps = whole('steps', flags.steps);
const rehearsed = flags.rehearsal === undefined ? undefined : whole('rehearsal', flags.rehearsal);
const systems = chosenSystems(flags.system);
const file = path.resolve(REPOSITORY, flags.out);
const results = existsSync(file) ? await readFamilyRows<Measured>(file) : [];

const isDone = (system: FamilySystem, seed: number) =>
  results.some(
    (row) =>
      row.system === system.id && row.seed === seed && row.steps === steps &&
      row.rehearsal === rehearsed,
  ); // prettier-ignore
const jobs = inPairs(systems).flatMap((pair) =>
  Array.from({ length: seeds }, (_, seed) => pair.map((system) => ({ system, seed }))).flat(),
);
const missing = jobs.filter(({ system, seed }) => !isDone(system, seed));

await useBackend('wasm');
sayArithmetic();
console.log(`${jobs.length - missing.length} of ${jobs.length} done, ${missing.length} left`);
const bundled = await loadBundledDataset();
const provenance = madeBy(
  `npx tsx scripts/evaluate-families.ts ${process.argv.slice(2).join(' ')}`.trim(),
);
const started = Date.now();
for (const [n, { system, seed }] of missing.entries()) {
  results.push(await measure(system, seed));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results)}\n`);
  const each = (Date.now() - started) / 1000 / (n + 1);
  const left = missing.length - n - 1;
  console.log(`${left} left, about ${((left * each) / 60).toFixed(0)} min`);
}

async function measure(system: FamilySystem, seed: number): Promise<Measured> {
  const dataset =
    rehearsed === undefined ? redrawnFolds(bundled, seed) : rehearsal(bundled, rehearsed);
  const begun = Date.now();
  let trained = begun;
  const episodes = await measureFamilySystem(
    dataset,
    system,
    { seed, steps },
    {
      onTraining(step, loss) {
        if (step % 500 === 0)
          console.log(`  ${system.id} ${seed}: step ${step}, loss ${loss.toFixed(4)}`);
      },
      onTrained: () => void (trained = Date.now()),
    },
  );
  const seconds = {
    training: Math.round((trained - begun) / 1000),
    evaluation: Math.round((Date.now() - trained) / 1000),
  };
  console.log(`${system.id}, seed ${seed}: ${seconds.training} + ${seconds.evaluation} s`);
  if (rehearsed !== undefined) say(episodes);
  return {
    system: system.id,
    seed,
    steps,
    ...(rehearsed !== undefined && { rehearsal: rehearsed }),
    ...provenance,
    arithmetic: arithmetic(),
    seconds,
    episodes: episodes.map(rounded),
  };
}

/** Systems as they are asked for, in the declared order; the first is what the others are compared with. */
function chosenSystems(ids: string | undefined): FamilySystem[] {
  if (ids === undefined) return FAMILY_SYSTEMS.slice(0, 7);
  return ids.split(',').map(findFamilySystem);
}

/** Each reference with the first that is compared with it, then the others one by one: a stop leaves whole pairs. */
function inPairs(all: readonly FamilySystem[]): FamilySystem[][] {
  const of = (anonymous: boolean) => all.filter((system) => system.anonymous === anonymous);
  const pairs = [of(false).slice(0, 2), of(true).slice(0, 2)];
  const others = all.filter((system) => !pairs.flat().includes(system));
  return [...pairs, ...others.map((system) => [system])];
}

function say(rows: readonly FamilyRow[]): void {
  for (const family of new Set(rows.map((row) => row.family))) {
    const own = rows.filter((row) => row.family === family);
    const mean = (of: (row: FamilyRow) => number) =>
      ((100 * own.reduce((sum, row) => sum + of(row), 0)) / own.length).toFixed(1);
    console.log(
      `  ${family} (${own.length}): R@20 ${mean((r) => r.recall)}, worse ${mean((r) => r.worse)}, inside ${mean((r) => r.inside)}`,
    );
  }
}

/** Four decimals tell everything that one list of twenty can. */
function rounded(row: FamilyRow): FamilyRow {
  const short = (value: unknown): unknown =>
    typeof value === 'number'
      ? Number(value.toFixed(4))
      : Array.isArray(value)
        ? value.map(short)
        : value;
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, short(value)]),
  ) as unknown as FamilyRow;
}
