/**
 * Makes `app/lessons/facts.ts`, the table of figures that prose names, from what the lab shows as recorded:
 *
 *   npx tsx scripts/make-facts.ts
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FamilySummary } from '../src/model/evaluation/family-summary';
import { REPOSITORY } from './lib/dataset';
import { factsOf, familyFactsOf } from './lib/facts';
import { readFamilySummaries, readRows } from './lib/recorded';

const RECORDED = join(REPOSITORY, 'public', 'recorded');
const rows = await readRows(join(RECORDED, 'lab.json'));
const summaries = await readFamilySummaries<FamilySummary>(join(RECORDED, 'families.json'));
const lines = Object.entries({ ...factsOf(rows), ...familyFactsOf(summaries) }).map(
  ([name, { mean, n }]) => `  '${name}': { mean: ${mean}, n: ${n} },`,
);
const header = '/** Made by `npx tsx scripts/make-facts.ts` from `public/recorded`. Recall in 0..1, MAE in stars. */'; // prettier-ignore
await writeFile(
  join(REPOSITORY, 'app', 'lessons', 'facts.ts'),
  `${header}\nexport const FACTS = {\n${lines.join('\n')}\n} as const;\n\nexport type FactName = keyof typeof FACTS;\n`,
);
