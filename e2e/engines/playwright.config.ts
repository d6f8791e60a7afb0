/**
 * The journeys of `npm run engines`: the same in every engine, one project for each. What browser
 * stands for an engine, or why none does, comes from `scripts/engines.ts` in `CMML_ENGINES`.
 */
import { defineConfig } from '@playwright/test';
import type { Candidate } from '../../scripts/browsers/engines';

const engines = JSON.parse(process.env.CMML_ENGINES ?? '{}') as Record<string, Candidate | string>;

export default defineConfig<object, { engine: Candidate | string }>({
  testDir: '.',
  testMatch: '*.journey.ts',
  projects: Object.entries(engines).map(([name, engine]) => ({ name, use: { engine } })),
  outputDir: '../../test-results/engines',
  // One browser after the other: each trains models on every core there is.
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
});
