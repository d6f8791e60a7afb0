import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenReferences, type Repository } from './references';

const ROOT = path.join(import.meta.dirname, '..', '..');
const PROSE = /\.(md|tsx?|mjs|js|css|py|ya?ml)$/;
/** Names what was there then. */
const HISTORY = 'CHANGELOG.md';
const SKIPPED = new Set(['node_modules', 'dist', 'dist-library', '.git', '.cache', 'test-results']);

/** Without git (a downloaded archive) everything in the folder counts. */
function files(): string[] {
  try {
    const list = ['ls-files', '--cached', '--others', '--exclude-standard'];
    return execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  } catch {
    return readdirSync(ROOT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.split(path.sep).some((part) => SKIPPED.has(part)));
  }
}

function repository(): Repository {
  const texts = new Map<string, string>();
  for (const file of files()) {
    const isRead = PROSE.test(file) && file !== HISTORY;
    try {
      texts.set(file, isRead ? readFileSync(path.join(ROOT, file), 'utf8') : '');
    } catch {
      // Deleted, and the deletion not committed yet.
    }
  }
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return { texts, scripts };
}

it('every path, section and command that documents and comments name exists', () => {
  expect(brokenReferences(repository())).toEqual([]);
});

describe('a reference to what is not there', () => {
  const REAL = new Map([
    ['docs/data.md', '# Data\n\n## Scenario tasks\n'],
    ['src/data/build.ts', ''],
    ['scripts/record.ts', "run('train', process.argv.slice(2));"],
    ['scripts/train.ts', "const options = { steps: { type: 'string' }, 'out-dir': {} };"],
  ]);
  const scripts = {
    train: 'tsx scripts/train.ts',
    record: 'tsx scripts/record.ts',
    e2e: 'playwright test',
  };
  const found = (file: string, text: string) =>
    brokenReferences({ texts: new Map([...REAL, [file, text]]), scripts });

  it.each([
    ['README.md', 'See `docs/gone.md`.', 'docs/gone.md'],
    ['README.md', 'See [this](docs/gone.md).', 'docs/gone.md'],
    ['src/a.ts', '/** As `src/data/gone.ts` has it. */', 'src/data/gone.ts'],
    ['src/a.ts', '// as gone.ts (`gone.ts`) says', 'gone.ts'],
    ['src/a.ts', "/** (`docs/data.md`,\n * 'User tasks') */", "docs/data.md has no section 'User tasks'"],
    ['README.md', 'Run `npm run trian`.', 'npm run trian'],
    ['README.md', 'Run `npm run train -- --stpes 5`.', 'npm run train -- --stpes'],
    ['README.md', 'Run `npm run record -- --stpes 5`.', 'npm run record -- --stpes'],
  ])('in %s: %s', (file, text, what) => {
    expect(found(file, text)).toEqual([`${file}: ${what}`]);
  }); // prettier-ignore

  it('is none where it is there, is made by the build, or stands for any name', () => {
    const text = [
      '`src/data/build.ts`, `build.ts`, `data/build.ts`, `src/data/`, [data](docs/data.md)',
      "`docs/data.md`, 'Scenario tasks'",
      '`dist/index.html` `src/data/NAME.ts`',
      '`npm run record -- --steps 5`',
      '`npm run train -- --steps 5 --out-dir DIR`, `npm run e2e -- --debug`',
      '`ratings.csv` `a/b` `1/2`',
    ].join('\n');
    expect(found('README.md', text)).toEqual([]);
  });

  it('in code is looked for in comments, not in strings', () => {
    expect(found('src/a.ts', "const url = './*/gone.ts'; const b = '`gone.ts`'; /* fine */")).toEqual([]);
  }); // prettier-ignore
});
