/** Result rows as a table for people and as CSV. */
import { csvFormat } from 'd3-dsv';
import { interval95 } from '../../src/statistics/interval';
import { meanRow, pictureBars, verdict } from '../../src/model/evaluation/bars';
import type { MetricRow, ResultRow } from '../../src/model/evaluation/rows';

const KEYS = new Set([
  'protocol', 'setting', 'system', 'seed', 'steps', 'support', 'treatment', 'wrongSupport',
  'command', 'commit', 'date', 'found',
]); // prettier-ignore

const metricsOf = (rows: readonly ResultRow[]): string[] => [
  ...new Set(rows.flatMap((row) => Object.keys(row)).filter((key) => !KEYS.has(key))),
];

/** Recall and NDCG in percent, MAE and spread in stars. */
function shown(metric: string, values: readonly number[]): string {
  if (values.length === 0) return '-';
  const { mean, half } = interval95(values);
  const [scale, digits] = /^mae|^spread$/.test(metric) ? [1, 3] : [100, 1];
  const format = (value: number) => (value * scale).toFixed(digits);
  return half === null ? format(mean) : `${format(mean)} ± ${format(half)}`;
}

/** What the seeds of one line share. */
function lineOf(row: ResultRow): string {
  const notes = [
    row.treatment === 'full' ? 'full treatment' : '',
    row.wrongSupport ? 'wrong support' : '',
  ];
  const support = row.setting === 'ranking' ? `K=${row.support}` : '';
  return [row.system, row.protocol, support, ...notes].filter(Boolean).join(', ');
}

/** Mean and 95% interval over seeds, a line for each system and protocol. */
export function formatTable(rows: readonly ResultRow[]): string {
  const metrics = metricsOf(rows);
  const lines = [...new Set(rows.map(lineOf))];
  const table = [
    ['system', 'steps', 'seeds', ...metrics],
    ...lines.map((line) => {
      const own = rows.filter((row) => lineOf(row) === line);
      const cells = metrics.map((metric) =>
        shown(
          metric,
          own.map((row) => row[metric]).filter((v) => typeof v === 'number'),
        ),
      );
      return [line, String(own[0].steps), String(own.length), ...cells];
    }),
  ];
  const widths = table[0].map((_, c) => Math.max(...table.map((row) => row[c].length)));
  return table
    .map((row) =>
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
        .join('  '),
    )
    .join('\n');
}

export const formatCsv = (rows: readonly object[]): string => csvFormat([...rows]);

/** Figures of the pictures, mean over seeds, with their bars. */
export function formatPictures(
  system: string,
  treatment: string,
  rows: readonly MetricRow[],
): string {
  const bars = pictureBars(system, treatment);
  const lines = Object.entries(meanRow(rows)).map(
    ([metric, value]) =>
      `  ${metric.padEnd(32)} ${value.toFixed(3).padStart(8)}  ${verdict(bars, metric, value)}`,
  );
  return [`${system}, ${treatment} treatment, ${rows.length} seeds`, ...lines].join('\n');
}
