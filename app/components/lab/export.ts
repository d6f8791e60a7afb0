/** What the lab shows, as files: exactly the figures on screen. */
import { csvFormatRows } from 'd3-dsv';
import { formatMetric, summaryOf, type ResultRow } from './summary';
import type { LabTable } from './tables';

/** One line a system and origin (recorded, run here), as shown. */
export function tableCsv(
  table: LabTable,
  origins: readonly { origin: string; rows: readonly ResultRow[] }[],
): string {
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
        cells: table.metrics.map((metric) => summaryOf(rows, table, row.system, metric)),
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
export function tableJson(
  table: LabTable,
  origins: readonly { origin: string; rows: readonly ResultRow[] }[],
): string {
  const wanted = new Set(table.rows.map((row) => row.system));
  const runs = origins.flatMap(({ origin, rows }) =>
    rows
      .filter((row) => row.setting === table.setting && wanted.has(row.system))
      .map((row) => ({ origin, ...row })),
  );
  return JSON.stringify({ table: table.id, setting: table.setting, runs }, null, 2);
}
