import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { labPlan } from '../../../scripts/lib/lab-plan';
import { LAB_TABLES } from '../../../app/protocol/lab-tables/tables';
import type { ResultRow } from '../../../src/model/evaluation/rows';
import { SYSTEMS } from '../../../src/model/registry';
import { findSystem } from '../../../src/model/systems';

const rows = JSON.parse(await readFile('public/recorded/lab.json', 'utf8')) as ResultRow[];

describe('the lab’s recorded rows', () => {
  it('say each by which command, at which commit and when they were made', () => {
    for (const row of rows) {
      const wanted = [`--setting ${row.setting}`, `--system ${row.system}`, `--seed ${row.seed}`];
      for (const part of wanted) expect(row.command).toContain(part);
      expect(row.commit).toMatch(/^[0-9a-f]{7,}\+?$/);
      expect(row.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('are of one run each', () => {
    const runs = rows.map(({ protocol, setting, system, treatment, seed, support, wrongSupport }) =>
      JSON.stringify([protocol, setting, system, treatment, seed, support, wrongSupport]),
    );
    expect(new Set(runs).size).toBe(runs.length);
  });

  it('are planned for every system of every table, each of which there is', () => {
    const planned = labPlan();
    for (const { setting, rows: systems } of LAB_TABLES) {
      for (const { system } of systems) {
        expect(planned.some((p) => p.setting === setting && p.system === system)).toBe(true);
        expect(findSystem(SYSTEMS, system).settings).toContain(setting);
      }
    }
  });
});
