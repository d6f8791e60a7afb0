import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAB_TABLES } from '../../app/protocol/lab-tables/tables';
import { rowsOf, summaryOf } from '../../app/components/lab/summary';
import { REPOSITORY } from '../../scripts/lib/dataset';
import { isShown, seedsMissing, type LabMeasurement } from '../../scripts/lib/lab-plan';
import { readRows } from '../../scripts/lib/recorded';
import type { ResultRow } from '../../src/model/evaluation/rows';

const film: LabMeasurement = {
  protocol: 'open',
  setting: 'ranking',
  treatment: 'plain',
  system: 'cmml-film',
  seeds: 3,
};
const row = (seed: number, more: Partial<ResultRow> = {}): ResultRow => ({
  protocol: 'open', setting: 'ranking', treatment: 'plain', system: 'cmml-film', seed, steps: 4000, support: 32,
  wrongSupport: false, 'recall@10': 0.5, 'recall@20': 0.6, 'recall@50': 0.8, ...more,
}) as ResultRow; // prettier-ignore

describe('what is missing', () => {
  it('is every seed at first, and none when all are recorded', () => {
    expect(seedsMissing(film, [])).toEqual([0, 1, 2]);
    expect(seedsMissing(film, [row(0), row(1), row(2)])).toEqual([]);
  });

  it('is a seed of other steps, another treatment or the wrong support set', () => {
    const others = [row(0, { steps: 300 }), row(1, { treatment: 'full' }), row(2, { wrongSupport: true })]; // prettier-ignore
    expect(seedsMissing(film, others)).toEqual([0, 1, 2]);
    expect(seedsMissing({ ...film, steps: 300 }, others)).toEqual([1, 2]);
  });

  it('is a seed without a figure for every column', () => {
    const { 'recall@50': _, ...older } = row(1);
    expect(seedsMissing(film, [row(0), older as ResultRow, row(2)])).toEqual([1]);
  });

  it('asks no steps of a system that is not trained', () => {
    const itemPop = { ...film, system: 'itempop', seeds: 1 };
    expect(seedsMissing(itemPop, [row(0, { system: 'itempop', steps: 0 })])).toEqual([]);
  });
});

describe('what is recorded', () => {
  it('is what a table shows: its system, protocol and support; beside CMML a wrong support set', () => {
    expect(isShown(row(0))).toBe(true);
    expect(isShown(row(7, { treatment: 'full' }))).toBe(true);
    expect(isShown(row(0, { wrongSupport: true }))).toBe(true);
    expect(isShown(row(0, { protocol: 'paper-scenario', support: 64 }))).toBe(true);
    for (const other of [
      { support: 8 },
      { system: 'dcn', wrongSupport: true },
      { system: 'user-mean' },
      { protocol: 'paper-scenario' },
    ]) {
      expect(isShown(row(0, other))).toBe(false);
    }
  });
});

describe('the recorded rows of the lab', () => {
  it('give every table a protocol in which CMML has figures, and each says how it was made', async () => {
    const file = path.join(REPOSITORY, 'public', 'recorded', 'lab.json');
    const recorded = await readRows(file);
    const known = LAB_TABLES.filter(({ setting }) =>
      recorded.some((row) => row.setting === setting),
    );
    expect(known.length).toBeGreaterThan(3);
    const blank = known.filter((table) =>
      table.protocols.every((protocol) => {
        const rows = [...rowsOf(recorded, table, 'plain', protocol), ...rowsOf(recorded, table, 'full', protocol)]; // prettier-ignore
        return !summaryOf(rows, 'cmml-film', table.metrics[0]) && !summaryOf(rows, 'cmml-linear', table.metrics[0]); // prettier-ignore
      }),
    );
    expect(blank.map(({ id }) => id)).toEqual([]);
    for (const { command, commit, date } of recorded) {
      expect(command).toMatch(/^npm run evaluate -- /);
      expect(commit).toMatch(/^[0-9a-f]{7,}$/);
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});
