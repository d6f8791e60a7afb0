/**
 * `npm run e2e`: builds the page when its sources have changed, finds a browser and runs
 * Playwright's tests. Arguments go to Playwright: `npm run e2e -- support --headed`.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from './find-browser';
import { build, run } from './lib/project.mjs';

const browser = await findBrowser();
if (!(await build())) process.exit(1);

const require = createRequire(import.meta.url);
const cli = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
const reporters = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? ['--reporter=list,json'] : [];
const { code } = await run(
  process.execPath,
  [cli, 'test', ...reporters, ...process.argv.slice(2)],
  {
    env: { CMML_BROWSER: browser.path },
  },
);
process.exit(code);
