import { createRequire } from 'node:module';
import path from 'node:path';
import { findBrowser } from '../find-browser';
import { build, run } from './project.mjs';

/**
 * Builds the page when its sources have changed, finds a browser and runs Playwright.
 *
 * @returns the exit code.
 */
export async function playwright(args: string[]): Promise<number> {
  const browser = await findBrowser();
  if (!process.env.CMML_URL && !(await build())) return 1;
  const require = createRequire(import.meta.url);
  const cli = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
  // `npm test` wants a report to count.
  const reporters = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? ['--reporter=list,json'] : [];
  const { code } = await run(process.execPath, [cli, 'test', ...reporters, ...args], {
    env: { CMML_BROWSER: browser.path },
  });
  return code;
}
