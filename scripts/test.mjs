/**
 * `npm test`: every check of the project, one after the other, from a fresh clone. A failing step
 * does not stop those after it. `npm test -- unit golden` runs only the named steps.
 *
 * The last line is `N passed, N failed`, and how many were skipped if any were: each test of the unit,
 * golden, python and e2e suites and each journey of an engine counts one, and so does each step that
 * is one check (install, kernels, lint, typecheck, build).
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { install, ROOT, run } from './lib/project.mjs';

const REPORTS = path.join(ROOT, '.cache/test');
const unitReport = path.join(REPORTS, 'unit.json');
const e2eReport = path.join(REPORTS, 'e2e.json');
/** Each walks every journey of `e2e/engines`. */
const ENGINES = ['chromium', 'firefox', 'webkit'];
const engineReport = (engine) => path.join(REPORTS, `${engine}.json`);

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, notes?: string[] }} Count
 */

/** A step that is a single check. @returns {Count} */
const single = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * A failing exit with no failing test, or a report without any test, is itself a failure: a suite
 * that could not run must not read as one that passed.
 *
 * @param {Count} count
 * @param {number} code
 * @returns {Count}
 */
function honest(count, code) {
  const silent = count.failed === 0 && (code !== 0 || count.passed === 0);
  return silent
    ? { ...count, failed: 1, notes: [...(count.notes ?? []), 'the suite itself failed'] }
    : count;
}

/** @returns {any} the parsed report, or null when the suite wrote none. */
function report(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Counts of a vitest JSON report. @returns {Count} */
function unitCount({ code }) {
  const result = report(unitReport);
  if (!result) return { passed: 0, failed: 1, notes: ['no report was written'] };
  const files = result.testResults ?? [];
  // A file that does not even load has no assertions, yet must count.
  const broken = files.filter((f) => f.status === 'failed' && f.assertionResults.length === 0);
  const failing = files.flatMap((f) => f.assertionResults.filter((t) => t.status === 'failed'));
  return honest(
    {
      passed: result.numPassedTests,
      failed: result.numFailedTests + broken.length,
      skipped: result.numPendingTests,
      notes: [
        ...broken.map((f) => `${path.relative(ROOT, f.name)} could not run`),
        ...failing.map((t) => t.fullName),
      ],
    },
    code,
  );
}

/** Count from the last `N passed, M failed` line that golden prints. @returns {Count} */
function goldenCount({ code, output }) {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)];
  const last = lines.at(-1);
  if (!last) return { passed: 0, failed: 1, notes: ['no summary line was printed'] };
  return honest({ passed: Number(last[1]), failed: Number(last[2]) }, code);
}

/** The same; without torch the step is one that was skipped. @returns {Count} */
function pythonCount(outcome) {
  const why = /^skipped: (.*)$/m.exec(outcome.output)?.[1];
  if (!why || outcome.code !== 0) return goldenCount(outcome);
  return { passed: 0, failed: 0, skipped: 1, notes: [`skipped: ${why}`] };
}

/** Every test of a Playwright JSON report, with the titles that lead to it. */
function* specsOf(suite, titles = []) {
  for (const spec of suite.specs ?? []) {
    yield { title: [...titles, spec.title].join(' > '), tests: spec.tests };
  }
  for (const inner of suite.suites ?? []) yield* specsOf(inner, [...titles, inner.title]);
}

/**
 * Counts of a Playwright JSON report; a skipped test gives its reason, and one that passed only when
 * it was repeated has failed.
 *
 * @returns {Count | null} null when the suite wrote no report
 */
function playwrightCount(file) {
  const result = report(file);
  if (!result) return null;
  const count = { passed: 0, failed: 0, skipped: 0, notes: [] };
  for (const { title, tests } of specsOf(result)) {
    for (const test of tests) {
      if (test.status === 'skipped') {
        count.skipped += 1;
        const why = test.annotations.find((a) => a.type === 'skip')?.description;
        count.notes.push(`skipped: ${title}${why ? ` (${why})` : ''}`);
      } else if (test.status === 'expected') {
        count.passed += 1;
      } else {
        count.failed += 1;
        const how = test.status === 'flaky' ? 'passed only when repeated' : 'failed';
        count.notes.push(`${how}: ${title}`);
      }
    }
  }
  const outside = result.errors?.length ?? 0;
  if (outside > 0 && count.failed === 0) count.failed = outside;
  return count;
}

const NO_REPORT = { passed: 0, failed: 1, notes: ['no report was written'] };

/** @returns {Count} */
function e2eCount({ code }) {
  const count = playwrightCount(e2eReport);
  return count ? honest(count, code) : NO_REPORT;
}

/**
 * Counts of one engine's journeys, with the browser that they ran in. A machine without that engine
 * has skipped them all; in CI that is a failure, and the exit code says so.
 *
 * @returns {(outcome: { code: number, output: string }) => Count}
 */
const engineCount =
  (engine) =>
  ({ code, output }) => {
    const count = playwrightCount(engineReport(engine));
    if (!count) return NO_REPORT;
    const browser = output.match(new RegExp(`^Engine ${engine}: (.*)$`, 'm'))?.[1] ?? 'unknown';
    const missing = browser.startsWith('missing');
    const counted = missing && code === 0 ? count : honest(count, code);
    const numbers = `${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`;
    // Each journey would give the same reason.
    const notes = missing ? [] : counted.notes;
    return { ...counted, notes: [`${browser}: ${numbers}`, ...notes] };
  };

const npm = (...args) => ['npm', ['run', '--silent', ...args]];
const STEPS = [
  { name: 'install', start: async () => ({ code: (await install()) ? 0 : 1 }), count: single },
  { name: 'kernels', command: npm('kernels'), count: single },
  { name: 'lint', command: npm('lint'), count: single },
  { name: 'typecheck', command: npm('typecheck'), count: single },
  // Before the unit tests, some of which run PyTorch: it is found or installed here, and in CI must be.
  { name: 'python', command: npm('python'), count: pythonCount },
  {
    name: 'unit',
    command: npm(
      'unit',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ),
    count: unitCount,
  },
  { name: 'golden', command: npm('golden', '--', 'tests/golden'), count: goldenCount },
  { name: 'build', command: npm('build'), count: single },
  {
    name: 'e2e',
    command: npm('e2e'),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    count: e2eCount,
  },
  ...ENGINES.map((engine) => ({
    name: engine,
    command: npm('engines', '--', engine),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: engineReport(engine) },
    count: engineCount(engine),
  })),
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(', ')}. Steps: ${STEPS.map((s) => s.name).join(', ')}`,
  );
  process.exit(2);
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const results = [];
for (const step of STEPS) {
  if (asked.length > 0 && step.name !== 'install' && !asked.includes(step.name)) continue;
  console.log(`\n=== ${step.name} ===`);
  const started = performance.now();
  const outcome = step.start
    ? await step.start()
    : await run(...step.command, { env: step.env ?? {} });
  const count = step.count(outcome);
  const seconds = (performance.now() - started) / 1000;
  results.push({ name: step.name, seconds, ...count });
  console.log(
    `--- ${step.name}: ${count.failed === 0 ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`,
  );
}

console.log('\n=== summary ===');
for (const { name, seconds, passed, failed, skipped = 0, notes = [] } of results) {
  const parts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped ? [`${skipped} skipped`] : []),
  ];
  console.log(
    `${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${parts.join(', ')}`,
  );
  for (const note of notes) console.log(`         ${note}`);
}
const total = (key) => results.reduce((sum, result) => sum + (result[key] ?? 0), 0);
const skipped = total('skipped');
console.log(
  `\n${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exit(total('failed') === 0 ? 0 : 1);
