import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { tableCsv, tableJson } from '../../../../app/components/lab/export';
import { differenceFrom } from '../../../../app/components/lab/differences';
import type { LabProtocol } from '../../../../app/protocol/lab-tables/lab-protocol';
import { mostRecorded } from '../../../../app/protocol/lab-tables/protocols';
import type { TaskRun } from '../../../../app/components/lab/task-file';
import { sortedRows } from '../../../../app/components/lab/sort';
import { formatMetric, rowsOf, summaryOf } from '../../../../app/components/lab/summary';
import { LAB_TABLES } from '../../../../app/protocol/lab-tables/tables';
import { recordedFor } from '../../../../app/components/lab/useRecorded';
import { stays } from '../../../../app/components/lab/useLabRun';
import type { LabRow } from '../../../../app/protocol/lab';
import { BUNDLED_DATA, OWN } from '../../../../app/storage/names';
import { SYSTEMS } from '../../../../src/model/registry';
import { findSystem } from '../../../../src/model/systems';

const row = (system: string, seed: number, recall: number, extra = {}): LabRow => ({
  protocol: 'open',
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
  row('itempop', 0, 0.44, { protocol: 'open-former' }),
  row('itempop', 0, 0.5, { protocol: 'paper-scenario', support: 64 }),
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
    expect(rowsOf(rows, scenario, 'plain', 'open').map((r) => r['recall@10'])).toEqual([
      0.5, 0.54, 0.3,
    ]);
  });

  it('never show rows of two protocols together', () => {
    const of = (protocol: LabProtocol) =>
      rowsOf(rows, scenario, 'plain', protocol).map((r) => [r.system, r['recall@10']]);
    expect(of('open-former')).toEqual([['itempop', 0.44]]);
    expect(of('paper-scenario')).toEqual([['itempop', 0.5]]);
    const wrong = rowsOf(rows, scenario, 'plain', 'open', true);
    expect(wrong.map((r) => r['recall@10'])).toEqual([0.1]);
  });

  it('open with the protocol under which most rows are recorded', () => {
    const former = scenario.rows.map(({ system }) => row(system, 0, 0.1, { protocol: 'open-former' })); // prettier-ignore
    expect(mostRecorded(scenario, former)).toBe('open-former');
    expect(mostRecorded(scenario, [...former, ...former.map((r) => ({ ...r, protocol: 'open' }))])).toBe('open'); // prettier-ignore
    const half = scenario.rows.slice(0, scenario.rows.length / 2);
    const begun = half.map(({ system }) => row(system, 0, 0.1, { protocol: 'open' }));
    expect(mostRecorded(scenario, [...former, ...begun])).toBe('open-former');
    expect(mostRecorded(scenario, [])).toBe('open');
  });

  it('set every system against a reference, paired by seed and by task', () => {
    const runs = [0, 1, 2].flatMap((seed) => [
      row('ease', seed, 0.3 + 0.1 * seed),
      row('als', seed, 0.25 + 0.1 * seed + 0.001 * seed),
    ]);
    const tasks = (system: string, seed: number, values: number[]): TaskRun => ({
      ...{ protocol: 'open', setting: 'ranking', system, seed, treatment: 'plain' },
      metrics: { 'recall@10': { tasks: ['a', 'b'], values } },
    });
    const known = [tasks('ease', 1, [0.4, 0.4]), tasks('als', 1, [0.4, 0.3])];
    const found = differenceFrom('als', 'ease', 'recall@10', runs, known)!;
    expect(found.seeds.mean).toBeCloseTo(0.049, 12);
    expect(found.seeds.n).toBe(3);
    expect([found.tasks!.low, found.tasks!.high]).toEqual([0, 0.1 + 1e-17].map((v) => expect.closeTo(v, 9))); // prettier-ignore
    expect(differenceFrom('als', 'ease', 'recall@10', runs, [])!.tasks).toBeNull();
    expect(differenceFrom('als', 'als', 'recall@10', runs, known)).toBeNull();
    expect(differenceFrom('dcn', 'als', 'recall@10', runs, known)).toBeNull();
    // Tasks of another protocol are not those of these rows.
    const other = known.map((run) => ({ ...run, protocol: 'open-former' }));
    expect(differenceFrom('als', 'ease', 'recall@10', runs, other)!.tasks).toBeNull();
  });

  it('show the recommended recipe, always under full treatment, beside both', () => {
    const best = { ...row('cmml-best', 0, 0.6), treatment: 'full' };
    expect(rowsOf([best], scenario, 'plain', 'open')).toEqual([best]);
    expect(rowsOf([best], scenario, 'full', 'open')).toEqual([best]);
  });

  it('give mean and 95% interval by Student’s t', () => {
    const runs = [1, 2, 3, 4].map((value, seed) => row('dcn', seed, value));
    const { mean, half, n } = summaryOf(runs, 'dcn', 'recall@10')!;
    expect([mean, n]).toEqual([2.5, 4]);
    // t of three degrees of freedom.
    expect(half).toBeCloseTo((3.1824463052837078 * Math.sqrt(5 / 3)) / 2, 9);
    expect(summaryOf([row('dcn', 0, 3)], 'dcn', 'recall@10')).toEqual({
      mean: 3,
      half: null,
      n: 1,
    });
    expect(summaryOf(runs, 'melu-5', 'recall@10')).toBeNull();
  });

  it('show what was recorded beside the bundled data only', () => {
    const recorded = [{ ...row('dcn', 0, 0.4), command: 'c', commit: 'abc1234', date: '2026-11-23' }]; // prettier-ignore
    expect(recordedFor(BUNDLED_DATA, recorded)).toBe(recorded);
    for (const state of [recorded, 'loading', 'missing'] as const) {
      expect(recordedFor(`${OWN}shelf`, state)).toBe('elsewhere');
    }
  });

  it('sort best first, unmeasured last', () => {
    const recorded = rowsOf(rows, scenario, 'plain', 'open');
    const live = [row('dcn', 0, 0.4), row('itempop', 0, 0.9)];
    const sorted = sortedRows(scenario, recorded, live, 'recall@10');
    expect(sorted.slice(0, 3).map((r) => r.system)).toEqual(['cmml-film', 'dcn', 'itempop']);
    expect(sorted.length).toBe(scenario.rows.length);
  });

  it('show what the paper printed, under the number of its table', () => {
    const printed = (table: string, system: string) =>
      LAB_TABLES.flatMap(({ prints }) => prints).find(({ id }) => id === table)!.figures[system];
    expect(printed('6', 'cmml-soft')['recall@20']).toEqual([65.65, 0.04]);
    expect(printed('2', 'cmml-soft')['recall@20']).toEqual([65.62]);
    expect(printed('3 C-W', 'melu-5').mae).toEqual([0.734]);
    expect(printed('9', 'cmml-linear:gru:mlp')['recall@10']).toEqual([46.62, 0.07]);
    expect(printed('4', 'cmml-linear:gru:mlp')['recall@10']).toEqual([46.37]);
    expect(printed('5', 'cmml-sigmoid')['recall@20']).toEqual([65.39]);
    expect(printed('7', 'cmml-sigmoid')['recall@100']).toEqual([58.38, 0.11]);
    expect(printed('8', 'cmml-soft')['recall@20']).toEqual([40.75, 0.08]);
    for (const { prints, rows: systems } of LAB_TABLES) {
      const known = systems.map(({ system }) => system);
      for (const { figures } of prints) {
        for (const system of Object.keys(figures)) expect(known).toContain(system);
      }
    }
  });

  it('replace a former run of the same seed, or of another length', () => {
    const former = row('dcn', 0, 0.4);
    expect(stays(former, [row('dcn', 1, 0.4)])).toBe(true);
    expect(stays(former, [row('dcn', 0, 0.5)])).toBe(false);
    expect(stays(former, [row('dcn', 1, 0.5, { steps: 20 })])).toBe(false);
    expect(stays(former, [row('dcn', 0, 0.5, { treatment: 'full' })])).toBe(true);
  });

  it('export what is shown', () => {
    const origins = [{ origin: 'recorded', rows: rowsOf(rows, scenario, 'plain', 'open') }];
    const lines = csvParse(tableCsv(scenario, origins));
    const film = lines.filter((line) => line.system === 'cmml-film');
    expect(film.map(({ origin }) => origin)).toEqual([
      'recorded',
      'paper, table 6, MovieLens-20M',
      'paper, table 2, MovieLens-20M',
      'paper, table 7, Taobao',
      'paper, table 8, MovieLens-Taobao',
    ]);
    expect(film[0]).toMatchObject({ seeds: '2', steps: '10', 'recall@10': '52.0' });
    expect(film[0]['recall@10 interval']).toBe(formatMetric('recall@10', 12.706 * 0.02));
    expect(film[1]).toMatchObject({ 'recall@10': '47.06', 'recall@10 interval': '0.07' });
    expect(film[3]).toMatchObject({ 'recall@10': '', 'recall@50': '41.84', 'recall@100': '58.42' });
    expect(film[2]).toMatchObject({ 'recall@10': '47.36', 'recall@10 interval': '' });
    expect(JSON.parse(tableJson(scenario, origins)).runs.length).toBe(3);
  });
});
