/**
 * `npx tsx scripts/record-ask-next.ts`: what the page's 'What should I rate next?' needs beside the model: MeLU's evidence
 * candidates, and what asking was worth to held-out people (`docs/results/ask-next.json`, made by
 * `npm run evaluate -- --ask-next`). Writes `public/recorded/ask-next.json`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { AskNextSchema } from '../app/components/ask-next/recorded-format';
import { round } from './lib/adapter';
import { useBackend } from './lib/backend';
import { loadBundledDataset, REPOSITORY } from './lib/dataset';
import { evidenceCandidates } from './lib/evidence';
import { madeBy } from './lib/provenance';

await useBackend('wasm');
const dataset = await loadBundledDataset();
const measured = JSON.parse(
  await readFile(path.join(REPOSITORY, 'docs/results/ask-next.json'), 'utf8'),
  (_, value) => (typeof value === 'number' ? round(value) : value),
);
const evidence = await evidenceCandidates(dataset);
const recorded = v.parse(AskNextSchema, {
  formatVersion: 2,
  made: madeBy('npx tsx scripts/record-ask-next.ts'),
  evidence: evidence.map((item) => dataset.movies.id[item]),
  measured,
});
const text = `${JSON.stringify(recorded)}\n`;
await writeFile(path.join(REPOSITORY, 'public/recorded/ask-next.json'), text);
console.log(`public/recorded/ask-next.json: ${text.length} bytes; the best evidence:`);
for (const item of evidence.slice(0, 10)) console.log(`  ${dataset.movies.title[item]}`);
