/**
 * `npx tsx scripts/report-families.ts`: reads `docs/results/families.json`, prints its tables in Markdown, and writes
 * what the lab shows of it, `public/recorded/families.json`.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  FAMILY_METRICS,
  summarise,
  type FamilyDifference,
  type FamilyResult,
  type FamilySummary,
} from '../src/model/evaluation/family-summary';
import { FAMILY_REFERENCES, FAMILY_SYSTEMS } from '../src/model/family-systems';
import { REPOSITORY } from './lib/dataset';
import { readFamilyRows } from './lib/recorded';

type Recorded = FamilyResult & { steps: number; commit: string; date: string; command: string };

const results = await readFamilyRows<Recorded>(path.join(REPOSITORY, 'docs/results/families.json'));
const order = FAMILY_SYSTEMS.map(({ id }) => id);
const summaries = summarise(results, FAMILY_REFERENCES).sort(
  (a, b) => order.indexOf(a.system) - order.indexOf(b.system),
);

const percent = (value: number) => (100 * value).toFixed(1);
const signed = (value: number) => `${value < 0 ? '-' : '+'}${percent(Math.abs(value))}`;

function line({ system, seeds, mean }: FamilySummary): string {
  return `| ${system} | ${seeds.join(', ')} | ${FAMILY_METRICS.map(({ id }) => percent(mean[id])).join(' | ')} |`;
}

function shown({ seeds, episodes, finding }: FamilyDifference): string {
  const half = seeds.half === null ? '' : ` ± ${percent(seeds.half)}`;
  const bounds = `[${signed(episodes.low)}, ${signed(episodes.high)}]`;
  return `${signed(seeds.mean)}${half} ${bounds}${finding === 'none shown' ? ' tie' : ''}`;
}

const heads = FAMILY_METRICS.map(({ id }) => id);
const rule = (columns: number) => `|${' --- |'.repeat(columns)}`;
console.log(`| system | seeds | ${heads.join(' | ')} |`);
console.log(rule(heads.length + 2));
for (const summary of summaries) console.log(line(summary));
console.log(`\n| less the plain network | ${heads.join(' | ')} |`);
console.log(rule(heads.length + 1));
for (const { system, difference } of summaries) {
  if (!difference) continue;
  console.log(`| ${system} | ${heads.map((id) => shown(difference[id])).join(' | ')} |`);
}

/** What is left of `film-attention` when one of its parts is taken away. */
const PARTS = {
  'film-uniform': 'attention',
  'plain-attention': 'FiLM',
  film: 'attention and separate prototypes',
};
console.log(`\n| film-attention less | ${heads.join(' | ')} |`);
console.log(rule(heads.length + 1));
for (const [control, part] of Object.entries(PARTS)) {
  const pair = summarise(results, new Map([['film-attention', control]]));
  const { difference } = pair.find(({ system }) => system === 'film-attention') ?? {};
  if (!difference) continue;
  const figures = heads.map((id) => shown(difference[id])).join(' | ');
  console.log(`| ${control} (without ${part}) | ${figures} |`);
}

const [first] = results;
// One run says nothing of what another would give: the lab shows what was run more than once.
const repeated = summaries.filter(({ seeds }) => seeds.length > 1);
const rounded = JSON.parse(
  JSON.stringify(repeated, (_, value) =>
    typeof value === 'number' ? Number(value.toFixed(5)) : value,
  ),
);
const made = {
  command: first.command,
  commits: [...new Set(results.map(({ commit }) => commit))],
  date: first.date,
  steps: first.steps,
};
writeFileSync(
  path.join(REPOSITORY, 'public/recorded/families.json'),
  `${JSON.stringify({ made, summaries: rounded })}\n`,
);
