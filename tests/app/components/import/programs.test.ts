import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  programOf,
  PROGRAMS,
  quoted,
  shownOf,
  type ProgramKind,
  type Shown,
} from '../../../../app/components/import/programs';
import type { SupportItem, Variant } from '../../../../app/protocol/vocabulary';
import { createAppStore } from '../../../../app/store';
import { createCatalogue } from '../../../../app/store/catalogue';
import type { AppState } from '../../../../app/store/state';
import { AdapterModel } from '../../../../app/workers/adapter/adapter-model';
import { adapt } from '../../../../app/workers/adapter/adapt';
import { exportWeights } from '../../../../app/workers/adapter/weights';
import { setUpModel } from '../../../../app/workers/model/model-setup';
import { Reading } from '../../../../app/workers/model/reading';
import { useBackend } from '../../../../scripts/lib/backend';
import { firstWithTorch } from '../../../../scripts/lib/python.mjs';
import { loadDataset } from '../../../../src/data/dataset';
import type { Dataset } from '../../../../src/data/types';
import { alone, SCENARIO, USER } from '../../workers/model';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../..');
const PUBLIC = path.join(ROOT, 'public');
const DATA = 'movielens-small';
const SITE = 'https://school.example/cmml/';
const TOLERANCE = 1e-4;
/** Words that end a string, a comment, a script or a line in one language or another. */
const ODD = `"'\\ \n\r\u2028</script><!-- """ ''' \${x} \`# //*/`;

const read = async (file: string): Promise<ArrayBuffer> =>
  new Uint8Array(readFileSync(path.join(PUBLIC, file))).buffer;

/** A program starts an interpreter and reads the whole data set; beside other tests that takes a while. */
const LONG = 240_000;

let dataset: Dataset;
let folder: string;
let python: Awaited<ReturnType<typeof firstWithTorch>>;
beforeAll(async () => {
  await useBackend('wasm');
  python = await firstWithTorch();
  dataset = await loadDataset((file) => read(`datasets/${DATA}/${file}`));
  mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
  folder = mkdtempSync(path.join(ROOT, '.cache/programs-'));
}, LONG);
afterAll(() => rmSync(folder, { recursive: true }));

/** What the page shows and exports for a support set, by MovieLens' identifiers, of a shipped model. */
async function page(variant: Variant, pairs: readonly (readonly [number, number])[]) {
  const support = pairs.map(([film, label]): SupportItem => ({ item: dataset.movies.id.indexOf(film), label })); // prettier-ignore
  const setup = await setUpModel(dataset, variant, 0, read);
  expect(setup.provenance).not.toBeNull();
  const reading = new Reading(setup.config, setup.data.pack, dataset.movies.count);
  const model = new AdapterModel(reading, setup.flat);
  const adaptation = await adapt(model, { support, select: null }, async () => null, alone);
  const { file } = await exportWeights(setup, model, { note: '', seed: 0, date: '2026-01-01T00:00:00Z', data: DATA, training: null, asLoaded: true }); // prettier-ignore
  model.dispose();
  const { setting } = variant;
  const answer = { setting, adaptation, support: { genre: null, items: support }, interventions: null, source: 'live', scale: { low: 0, high: 1 } }; // prettier-ignore
  const state = {
    ...createAppStore().getState(),
    setting,
    answer,
    catalogue: createCatalogue(dataset.movies, dataset.scenarios),
  } as unknown as AppState;
  const hidden = new Set(support.map(({ item }) => item));
  const ranking = [...adaptation.order]
    .filter((item) => !hidden.has(item))
    .slice(0, 20)
    .map((item) => ({ title: dataset.movies.title[item], score: adaptation.scores[item] }));
  return { state, file, ranking };
}

function written(kind: ProgramKind, shown: Shown, file: Uint8Array): string[] {
  const program = path.join(folder, PROGRAMS[kind]);
  // The source stands in for the built library, which has a test of its own (`tests/library`).
  writeFileSync(program, programOf(kind, shown).replaceAll("'cmml-explorable/", "'../../src/library/")); // prettier-ignore
  const run = path.join(folder, 'cmml-run.safetensors');
  writeFileSync(run, file);
  return [program, run, path.join(PUBLIC, 'datasets', DATA)];
}

const output = (command: string, args: string[]): string =>
  execFileSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PYTHONPATH: path.join(ROOT, 'python'), PYTHONIOENCODING: 'utf-8' },
  });

const printed = (text: string) =>
  [...text.matchAll(/^ ?\d+ +(-?[\d.]+) {2}(.*)$/gm)].map(([, score, title]) => ({ title, score: Number(score) })); // prettier-ignore

function expectSame(text: string, ranking: { title: string; score: number }[]): void {
  const found = printed(text);
  expect(found.map(({ title }) => title)).toEqual(ranking.map(({ title }) => title));
  found.forEach(({ score }, k) => {
    expect(Math.abs(score - ranking[k].score)).toBeLessThan(TOLERANCE);
  });
  expect(Number(/page: (\S+)$/m.exec(text)![1])).toBeLessThan(TOLERANCE);
}

const LIKES = [[260, 1], [1196, 1], [1210, 0], [2571, 1], [589, 0]] as const; // prettier-ignore
const STARS = [[318, 5], [260, 4.5], [2571, 0.5], [1, 3]] as const; // prettier-ignore

describe.each([
  ['FiLM', SCENARIO, LIKES],
  ['soft modularization', { ...SCENARIO, modulation: 'soft' } as Variant, LIKES],
  ['attention by candidate', { ...SCENARIO, hybrid: 'attention' } as Variant, LIKES],
  ['likes of nothing', SCENARIO, []],
  ['stars', { ...USER, encoder: 'weighted' } as Variant, STARS],
  ['stars of nothing', { ...USER, encoder: 'weighted' } as Variant, []],
])('a program of %s', { timeout: LONG }, (_, variant, pairs) => {
  let shown: Awaited<ReturnType<typeof page>>;
  beforeAll(async () => {
    shown = await page(variant, pairs);
  }, LONG);

  it('has the ranking of the page, in Node', () => {
    const { state, file, ranking } = shown;
    const args = written('node', shownOf(state, DATA, SITE) as Shown, file);
    const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
    expectSame(output(process.execPath, [tsx, ...args]), ranking);
  });

  it('has the ranking of the page, in PyTorch', (context) => {
    if (!python) return context.skip('no Python with torch');
    const { state, file, ranking } = shown;
    const args = written('python', shownOf(state, DATA, SITE) as Shown, file);
    expectSame(output(python.path, ['-B', ...args]), ranking);
  });
});

describe('what a program is made of', () => {
  it('is of the bundled data, with nothing overridden, and of a whole answer', async () => {
    const { state } = await page(SCENARIO, LIKES);
    expect(shownOf(state, 'own-0123', SITE)).toBe('own');
    expect(shownOf({ ...state, interventions: { cells: [] } }, DATA, SITE)).toBe('intervened');
    expect(shownOf({ ...state, waiting: true }, DATA, SITE)).toBe('not-yet');
    expect(shownOf({ ...state, answer: null }, DATA, SITE)).toBe('not-yet');
    // A file that is saved next holds a later step.
    expect(shownOf({ ...state, mode: 'play' }, DATA, SITE)).toBe('training');
    expect((shownOf(state, DATA, SITE) as Shown).address).toBe(`${SITE}datasets/${DATA}/`);
  });

  it('quotes any text so that it stays in its string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(ODD)), (text) => {
        expect(vm.runInNewContext(quoted(text))).toBe(text);
        expect(quoted(text)).not.toMatch(/[<\n\r\u2028\u2029]/);
      }),
    );
  });

  it('names a film of any title in both languages', (context) => {
    const shown: Shown = {
      ...{ data: DATA, address: SITE, first: [{ id: 1, score: 1 }] },
      support: [{ id: 2, label: 1, title: ODD }],
    };
    const start = (kind: ProgramKind): string => {
      const text = programOf(kind, shown);
      return text.slice(text.indexOf('SUPPORT = ['), text.indexOf('PAGE = ['));
    };
    const [, found] = /SUPPORT = (\[[^]*?\n\]);/.exec(start('node'))!;
    expect(JSON.stringify(vm.runInNewContext(found))).toBe(JSON.stringify([[2, 1, ODD]]));
    if (!python) return context.skip('no Python with torch');
    const script = `${start('python')}\nimport json; print(json.dumps(SUPPORT))`;
    const text = output(python.path, ['-c', script]);
    expect(JSON.parse(text)).toEqual([[2, 1, ODD]]);
  });
});
