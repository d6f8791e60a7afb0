/** What was written when the anonymous setting was called `visitor` opens as before. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeTasks } from '../app/components/lab/task-file';
import { REPOSITORY } from '../scripts/lib/dataset';
import { readFamilyRows, readFamilySummaries, readRows } from '../scripts/lib/recorded';
import { createRandom } from '../src/data/random';
import { readSetting, SETTINGS } from '../src/kinds';
import { decodeBaseline } from '../src/model/baselines/checkpoint';
import { decodeCheckpoint } from '../src/model/checkpoint';
import { initialParameters } from '../src/model/cmml';
import { findFamilySystem } from '../src/model/family-systems';
import { decodeSafetensors, encodeSafetensors } from '../src/model/safetensors';
import type { Provenance } from '../src/model/types';
import { TINY, useBackend } from './model/setup';

const at = (file: string): string => path.join(REPOSITORY, file);
const bytes = async (file: string) => new Uint8Array(await readFile(at(file)));

beforeAll(() => useBackend('cpu'));

describe('a setting by its former name', () => {
  it('is the anonymous one, alone and in ids of systems; other names are as they are', () => {
    expect(readSetting('visitor')).toBe('anonymous');
    expect(readSetting('visitor-film-attention')).toBe('anonymous-film-attention');
    for (const setting of [...SETTINGS, 'visitors', 'cmml-film']) {
      expect(readSetting(setting)).toBe(setting);
    }
    expect(findFamilySystem('visitor-plain')).toBe(findFamilySystem('anonymous-plain'));
  });

  it('stands in shipped checkpoints and baselines', async () => {
    const model = await bytes('public/models/visitor-film.ckpt');
    expect(new TextDecoder().decode(model.subarray(0, 4096))).toContain('"setting":"visitor"');
    expect((await decodeCheckpoint(model)).provenance.setting).toBe('anonymous');
    const baseline = await bytes('public/models/baselines/anonymous-dcn.bin');
    expect((await decodeBaseline(baseline)).provenance.setting).toBe('anonymous');
  });

  it('stands in runs that somebody has saved', async () => {
    const provenance = {
      ...{
        command: 'trained on the page',
        setting: 'visitor',
        treatment: 'full',
        seed: 1,
        steps: 9,
      },
      ...{ commit: '', date: '2026-01-01', dataset: 'tiny', metrics: {} },
    } as unknown as Provenance;
    const flat = initialParameters(TINY, createRandom(1));
    const saved = await encodeSafetensors({ config: TINY, flat, provenance });
    expect((await decodeSafetensors(saved)).provenance.setting).toBe('anonymous');
  });

  it('stands in records', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'records-'));
    const file = path.join(folder, 'rows.json');
    const command = 'npm run evaluate -- --setting visitor';
    await writeFile(
      file,
      JSON.stringify([{ setting: 'visitor', system: 'visitor-plain', command }]),
    );
    const [row] = await readRows(file);
    expect([row.setting, row.command]).toEqual(['anonymous', command]);
    const [{ system }] = await readFamilyRows<{ system: string }>(file);
    expect(system).toBe('anonymous-plain');
    const summaries = await readFamilySummaries(at('public/recorded/families.json'));
    expect(summaries.map((summary) => summary.system)).toContain('anonymous-plain');
    const run = {
      protocol: 'open',
      setting: 'visitor',
      system: 'ease',
      seed: 0,
      treatment: 'full',
    };
    expect(decodeTasks({ lists: [], runs: [{ ...run, metrics: {} }] })[0].setting).toBe(
      'anonymous',
    );
  });

  it('is a flag of commands that records name', () => {
    const left = (setting: string): string =>
      spawnSync('npx', ['tsx', 'scripts/record-lab.ts', '--left', '--only', setting], {
        cwd: REPOSITORY,
        encoding: 'utf8',
      }).stdout;
    expect(left('visitor')).toMatch(/of [1-9]\d* measurements are left/);
    expect(left('visitor')).toBe(left('anonymous'));
  }, 60_000);
});
