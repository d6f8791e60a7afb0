import { describe, expect, it } from 'vitest';
import { readRows } from '../../../scripts/lib/recorded';
import { readSetting } from '../../../src/kinds';
import { labPlan } from '../../../scripts/lib/lab-plan';
import { LAB_TABLES } from '../../../app/protocol/lab-tables/tables';
import { SYSTEMS } from '../../../src/model/registry';
import { findSystem } from '../../../src/model/systems';

const rows = await readRows('public/recorded/lab.json');

describe('the lab’s recorded rows', () => {
  it('say each by which command, at which commit and when they were made', () => {
    for (const row of rows) {
      const [, setting] = /--setting (\w+)/.exec(String(row.command))!;
      expect(readSetting(setting)).toBe(row.setting);
      const wanted = [`--system ${row.system}`, `--seed ${row.seed}`];
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
