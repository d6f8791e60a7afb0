import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { tableCsv, tableJson } from '../../app/components/lab/export';
import { sortedRows } from '../../app/components/lab/sort';
import { formatMetric, rowsOf, summarise } from '../../app/components/lab/summary';
import { LAB_TABLES } from '../../app/components/lab/tables';
import type { LabRow } from '../../app/workers/lab/protocol';
import { SYSTEMS } from '../../src/model/registry';
import { findSystem } from '../../src/model/systems';

const row = (system: string, seed: number, recall: number, extra = {}): LabRow => ({
  setting: 'ranking',
  system,
  seed,
  steps: 10,
  support: 32,
  treatment: 'plain',
  wrongSupport: false,
  'recall@10': recall,
  'recall@20': recall + 0.1,
  'recall@50': recall + 0.2,
  ...extra,
});
const [scenario] = LAB_TABLES;
const rows = [
  row('cmml-film', 0, 0.5),
  row('cmml-film', 1, 0.54),
  row('itempop', 0, 0.3),
  row('itempop', 0, 0.1, { wrongSupport: true }),
  row('itempop', 0, 0.2, { treatment: 'full' }),
  row('itempop', 0, 0.2, { support: 8 }),
];

describe('lab tables', () => {
  it('name only systems that exist', () => {
    for (const table of LAB_TABLES) {
      for (const { system } of table.rows) {
        expect(findSystem(SYSTEMS, system).settings).toContain(table.setting);
      }
    }
  });

  it('take the rows of one protocol', () => {
    expect(rowsOf(rows, scenario, 'plain').map((r) => r['recall@10'])).toEqual([0.5, 0.54, 0.3]);
  });

  it('give mean and 95% interval as the paper does', () => {
    const summary = summarise([1, 2, 3, 4])!;
    expect(summary.mean).toBe(2.5);
    expect(summary.interval).toBeCloseTo((1.96 * Math.sqrt(5 / 3)) / 2, 12);
    expect(summarise([3])).toEqual({ mean: 3, interval: null, seeds: 1 });
    expect(summarise([])).toBeNull();
  });

  it('sort best first, unmeasured last', () => {
    const sorted = sortedRows(scenario, rowsOf(rows, scenario, 'plain'), 'recall@10');
    expect(sorted.slice(0, 2).map((r) => r.system)).toEqual(['cmml-film', 'itempop']);
    expect(sorted.length).toBe(scenario.rows.length);
  });

  it('export what is shown', () => {
    const origins = [{ origin: 'recorded', rows: rowsOf(rows, scenario, 'plain') }];
    const lines = csvParse(tableCsv(scenario, origins));
    const film = lines.find((line) => line.system === 'cmml-film')!;
    expect(film['recall@10']).toBe(formatMetric('recall@10', 0.52));
    expect(film['recall@10 in the paper']).toBe('47.06');
    expect(film.seeds).toBe('2');
    expect(JSON.parse(tableJson(scenario, origins)).runs.length).toBe(3);
  });
});
