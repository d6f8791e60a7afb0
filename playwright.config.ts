import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser';
import { launchFlags } from './scripts/lib/browser';
import { freePort } from './scripts/lib/serve';

// Playwright reads this file again in every worker: what the first reading found is handed on.
// With CMML_URL the tests run on a page that is served elsewhere.
process.env.CMML_E2E_PORT ??= String(await freePort(4183));
process.env.CMML_BROWSER ??= (await findBrowser()).path;
const port = process.env.CMML_E2E_PORT;
const elsewhere = process.env.CMML_URL;

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'workbench', testIgnore: 'faults/**' },
    { name: 'faults', testMatch: 'faults/**' },
  ],
  outputDir: 'test-results',
  // Each page trains a model in a worker of its own: more than two at once starve each other.
  workers: 2,
  fullyParallel: false,
  // Generous: the same machine was seen at a quarter of its speed, and no test asserts a time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // A test that passes only when it is repeated has failed.
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: elsewhere ?? `http://localhost:${port}/`,
    // A service worker would answer what a test wants to answer itself.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    // A trace takes a picture of the whole document at each step, which doubles a test's time.
    trace: process.env.CMML_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CMML_BROWSER, args: launchFlags() },
  },
  webServer: elsewhere
    ? undefined
    : {
        command: `node --import tsx scripts/serve.ts --port ${port}`,
        url: `http://localhost:${port}/`,
        reuseExistingServer: false,
      },
});
