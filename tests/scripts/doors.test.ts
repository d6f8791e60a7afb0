import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { VITE_ONLY } from '../../.dependency-cruiser.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TOOL = path.join(ROOT, 'node_modules/.bin/depcruise');

interface Violation {
  rule: { name: string };
  from: string;
}

/** `rule: file` of every breach in a made-up house; `files`: text by path. */
function breaches(files: Record<string, string>): string[] {
  const house = mkdtempSync(path.join(tmpdir(), 'doors-'));
  try {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'));
    writeFileSync(path.join(house, 'tsconfig.json'), '{}');
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
      writeFileSync(path.join(house, file), text);
    }
    const flags = ['--config', path.join(ROOT, '.dependency-cruiser.mjs'), '--output-type', 'json'];
    const options = { cwd: house, encoding: 'utf8', maxBuffer: 1e8 } as const;
    const report = JSON.parse(execFileSync(TOOL, [...flags, 'app', 'src', 'scripts'], options)) as {
      summary: { violations: Violation[] };
    };
    return report.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

const code = (from: string) => `import { one } from '${from}';\nexport const two = one;\n`;
const type = (from: string, name = 'One') =>
  `import type { One } from '${from}';\nexport type ${name} = One | 2;\n`;

it('finds every breach of the doors and every circle, and nothing else', () => {
  expect(
    breaches({
      // Kept: types of the model for the protocol, code for a worker, slices that read the state.
      'src/model/a.ts': 'export const one = 1;\nexport type One = 1;\n',
      'app/protocol/kept.ts': type('../../src/model/a'),
      'app/workers/kept.ts': code('../../src/model/a'),
      'app/store/slice.ts': type('./state'),
      'app/store/state.ts': type('./slice'),
      // Broken.
      'app/components/tensor.ts': code('@tensorflow/tfjs-core'),
      'app/client/tensor.ts': code('@tensorflow/tfjs-core'),
      'app/client/model.ts': code('../../src/model/a'),
      'src/data/model.ts': type('../model/a'),
      'src/data/there.ts': type('./back'),
      'src/data/back.ts': type('./there'),
      'app/store/there.ts': type('./back'),
      'app/store/back.ts': type('./there'),
      'app/strings/speak.ts': 'export const one = import.meta.glob("./*.ts");\n',
      'src/data/on-the-way.ts': code('../../app/strings/speak'),
      'scripts/record.ts': code('../src/data/on-the-way'),
      'scripts/lib/plan.ts': code('../../app/components/one'),
      'app/components/one.ts': 'export const one = 1;\n',
      'scripts/lib/command.ts': code('../record'),
    }),
    // A circle is named once, where it was entered.
  ).toEqual([
    'door of src/data: src/data/model.ts',
    'door of src/data: src/data/on-the-way.ts',
    'no circle in the store but through its state: app/store/back.ts',
    'no circle: src/data/back.ts',
    'packages of app/client: app/client/tensor.ts',
    'packages of app/components: app/components/tensor.ts',
    'scripts run, and are not imported: scripts/lib/command.ts',
    'types only for app/client: app/client/model.ts',
    'what Node runs needs no Vite: scripts/lib/command.ts',
    'what Node runs needs no Vite: scripts/record.ts',
    'what scripts share is below what uses it: scripts/lib/plan.ts',
  ]);
});

it('names every module that Node cannot load for its `import.meta.glob`', () => {
  const found = execFileSync('git', ['grep', '-l', 'import\\.meta\\.glob', '--', 'app', 'src'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const isNamed = new RegExp(`^(${VITE_ONLY.join('|')})$`);
  expect(
    found
      .trim()
      .split('\n')
      .filter((file) => !isNamed.test(file)),
  ).toEqual([]);
});
