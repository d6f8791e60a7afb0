/**
 * `npm run engines`: the journeys of `e2e/engines` in every engine, or in those that are named:
 * `npm run engines -- webkit`, `npm run engines -- firefox -g undo`. Finds or installs the browsers
 * (`browsers/engines.ts`). Where there is none, its journeys are skipped, and in CI they have failed.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { driveOnce } from '../e2e/engines/drivers';
import { ENGINES, findEngine, LABELS, REMEDY, type Engine, type FoundEngine } from './browsers/engines'; // prettier-ignore
import { build, run } from './lib/project.mjs';

const isEngine = (word: string): word is Engine => (ENGINES as readonly string[]).includes(word);
const words = process.argv.slice(2);
const named = words.filter(isEngine);
const asked = named.length > 0 ? named : ENGINES;

if (!(await build())) process.exit(1);

const found: Record<string, FoundEngine | string> = {};
for (const engine of asked) {
  const browser = await findEngine(engine, driveOnce);
  found[engine] = browser ?? REMEDY[engine];
  // `test.mjs` reads these lines.
  console.log(
    browser
      ? `Engine ${engine}: ${LABELS[engine]} ${browser.version} (${browser.source})`
      : `Engine ${engine}: missing. ${REMEDY[engine]}`,
  );
}
const missing = asked.filter((engine) => typeof found[engine] === 'string');

const require = createRequire(import.meta.url);
const cli = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
const reporters = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? ['--reporter=list,json'] : [];
const { code } = await run(
  process.execPath,
  [cli, 'test', '--config=e2e/engines/playwright.config.ts', ...reporters, ...words.filter((word) => !isEngine(word))], // prettier-ignore
  { env: { CMML_ENGINES: JSON.stringify(found) } },
);
if (process.env.CI && missing.length > 0) {
  console.log(`In CI every engine must run: ${missing.join(', ')} did not.`);
  process.exit(1);
}
process.exit(code);
