import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const BUILT = path.join(ROOT, 'dist-library');
const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** The package as a user of it has it: built, then read by plain Node and by the type checker. */
describe('the library', () => {
  beforeAll(() => node('node_modules/tsx/dist/cli.mjs', 'scripts/build-library.ts'), 180_000);

  it('trains, adapts and recommends in Node', () => {
    const output = node('examples/node.mjs', '300');
    const hits = [...output.matchAll(/^(\d+) of the 10 best are /gm)].map(([, n]) => Number(n));
    expect(hits).toHaveLength(2);
    // Two themes that no task of training was about; by chance 1.25 of 10.
    for (const n of hits) expect(n).toBeGreaterThanOrEqual(7);
  });

  it('holds nothing of the page, and leaves tfjs to its user', () => {
    const manifest = JSON.parse(readFileSync(path.join(BUILT, 'package.json'), 'utf8'));
    expect(Object.keys(manifest.dependencies)).toEqual(['fflate', 'pure-rand', 'valibot']);
    expect(Object.keys(manifest.peerDependencies)).toEqual(['@tensorflow/tfjs-core']);
    const code = readdirSync(BUILT)
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(path.join(BUILT, file), 'utf8'))
      .join('\n');
    expect(code).not.toMatch(/react|zustand/);
  });

  it('has a data entry that needs no tfjs', () => {
    const script = `
      const { buildDataset, generatedDomain } = await import('cmml-explorable/data');
      const built = buildDataset(generatedDomain(1), { seed: 1 });
      console.log(built.scenarios.length, globalThis._tfengine === undefined);`;
    const [scenarios, free] = node('--input-type=module', '-e', script).split(' '); // prettier-ignore
    expect(Number(scenarios)).toBe(8);
    expect(free.trim()).toBe('true');
  });

  it('has types that a strict NodeNext project accepts', () => {
    mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
    const folder = mkdtempSync(path.join(ROOT, '.cache/library-'));
    try {
      writeFileSync(
        path.join(folder, 'use.mts'),
        `import { buildDataset, inMemory, type RawData } from 'cmml-explorable/data';
         import { recommend, trainCmml, type Recommendation } from 'cmml-explorable/model';
         const raw: RawData = { movies: [], user: [], item: [], halfStars: [] };
         const dataset = inMemory(buildDataset(raw, { seed: 1 }), 'x', 1);
         const room = { dataset, setting: 'anonymous', treatment: 'plain', seed: 1, steps: 1 } as const;
         const model = await trainCmml(room, { encoder: 'mean', hybrid: 'dot', modulation: 'film' });
         export const best: Recommendation[] = await recommend(model, [], [0]);
         // @ts-expect-error a score is a number
         export const wrong: string = best[0].score;
        `,
      );
      node(
        'node_modules/typescript/bin/tsc',
        ...[
          '--ignoreConfig',
          '--strict',
          '--noEmit',
          '--skipLibCheck',
          '--module',
          'nodenext',
          '--target',
          'es2022',
        ],
        ...['--types', 'node', path.join(folder, 'use.mts')],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
