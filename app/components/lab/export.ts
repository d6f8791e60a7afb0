/** What the lab shows, as files: exactly the figures on screen. */
import { safeCsv } from '../../../src/data/csv-out';
import type { LabRow } from '../../protocol/lab';
import { forFile } from '../figure/numbers';
import { printedCells, printedMetrics } from './printed';
import { formatMetric, stepsOf, summaryOf } from './summary';
import type { LabTable } from '../../protocol/lab-tables/tables';

/** Rows of one origin (recorded, run here), already of the table's setting and treatment. */
export interface Origin {
  origin: string;
  rows: readonly LabRow[];
}

/** One line a system and origin, as shown, and one for each of the paper's tables. */
export function tableCsv(table: LabTable, origins: readonly Origin[]): string {
  // The paper has columns that we have not.
  const paperOnly = printedMetrics(table.prints).filter(
    (metric) => !(table.metrics as readonly string[]).includes(metric),
  );
  const header = [
    'system',
    'origin',
    'seeds',
    'steps',
    ...[...table.metrics, ...paperOnly].flatMap((metric) => [metric, `${metric} interval`]),
  ];
  const measured = ({ system }: LabTable['rows'][number]) =>
    origins
      .map(({ origin, rows }) => ({
        origin,
        steps: stepsOf(rows, system),
        cells: table.metrics.map((metric) => summaryOf(rows, system, metric)),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== null))
      .map(({ origin, steps, cells }) => [
        system,
        origin,
        String(Math.max(...cells.map((cell) => cell?.n ?? 0))),
        String(steps),
        ...table.metrics.flatMap((metric, m) => [
          cells[m] ? formatMetric(metric, cells[m].mean) : '',
          cells[m]?.half == null ? '' : formatMetric(metric, cells[m].half),
        ]),
        ...paperOnly.flatMap(() => ['', '']),
      ]);
  const printed = ({ system }: LabTable['rows'][number]) =>
    table.prints
      .filter(({ figures }) => system in figures)
      .map(({ number, data, seeds, figures }) => [
        system,
        `paper, table ${number}, ${data}`,
        String(seeds),
        '',
        ...[...table.metrics, ...paperOnly].flatMap((metric) =>
          printedCells(metric, figures[system][metric]),
        ),
      ]);
  const rows = () => table.rows.flatMap((row) => [...measured(row), ...printed(row)]);
  return safeCsv([header, ...forFile(rows)]);
}

/** All single runs behind a table, and the paper's figures beside them. */
export function tableJson(table: LabTable, origins: readonly Origin[]): string {
  const wanted = new Set(table.rows.map((row) => row.system));
  const runs = origins.flatMap(({ origin, rows }) =>
    rows.filter((row) => wanted.has(row.system)).map((row) => ({ origin, ...row })),
  );
  return JSON.stringify(
    { table: table.id, setting: table.setting, runs, paper: table.prints },
    null,
    2,
  );
}
