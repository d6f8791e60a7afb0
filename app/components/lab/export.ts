/** What the lab shows, as files: exactly the figures on screen. */
import { csvFormatRows } from 'd3-dsv';
import type { LabRow } from '../../workers/lab/protocol';
import { formatMetric, summaryOf } from './summary';
import type { LabTable } from './tables';

/** Rows of one origin (recorded, run here), already of the table's setting and treatment. */
export interface Origin {
  origin: string;
  rows: readonly LabRow[];
}

/** One line a system and origin, as shown. */
export function tableCsv(table: LabTable, origins: readonly Origin[]): string {
  const header = [
    'system',
    'origin',
    'seeds',
    ...table.metrics.flatMap((metric) => [metric, `${metric} interval`, `${metric} in the paper`]),
  ];
  const lines = table.rows.flatMap((row) =>
    origins
      .map(({ origin, rows }) => ({
        origin,
        cells: table.metrics.map((metric) => summaryOf(rows, row.system, metric)),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== null))
      .map(({ origin, cells }) => [
        row.system,
        origin,
        String(Math.max(...cells.map((cell) => cell?.seeds ?? 0))),
        ...table.metrics.flatMap((metric, m) => [
          cells[m] ? formatMetric(metric, cells[m].mean) : '',
          cells[m]?.interval == null ? '' : formatMetric(metric, cells[m].interval),
          row.paper?.[metric] ? String(row.paper[metric][0]) : '',
        ]),
      ]),
  );
  return csvFormatRows([header, ...lines]);
}

/** All single runs behind a table. */
export function tableJson(table: LabTable, origins: readonly Origin[]): string {
  const wanted = new Set(table.rows.map((row) => row.system));
  const runs = origins.flatMap(({ origin, rows }) =>
    rows.filter((row) => wanted.has(row.system)).map((row) => ({ origin, ...row })),
  );
  return JSON.stringify({ table: table.id, setting: table.setting, runs }, null, 2);
}
