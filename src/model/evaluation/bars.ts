/** The bars of `docs/data.md` ('Bars') that figures are printed against. */
import type { MetricRow } from './rows';

export interface Bar {
  metric: string;
  atLeast?: number;
  atMost?: number;
}

const PICTURE_BARS: readonly Bar[] = [
  { metric: 'purity family', atLeast: 0.95 },
  { metric: 'purity genre', atLeast: 0.85 },
  { metric: 'silhouette family', atLeast: 0.3 },
  { metric: 'spearman same genre', atLeast: 0.85 },
  { metric: 'spearman other', atMost: 0.3 },
  { metric: 'top 20 in scenario', atLeast: 0.7 },
  { metric: 'film variance ratio', atLeast: 2 },
  { metric: 'route 3 KL ratio', atLeast: 5 },
];

/** Under full treatment the routes must be each task's own, and needed. */
const ROUTE_BARS: readonly Bar[] = [
  ...[1, 2, 3].flatMap((layer): Bar[] => [
    { metric: `route ${layer} variation between`, atLeast: 0.35 },
    { metric: `route ${layer} variation ratio`, atLeast: 2 },
  ]),
  { metric: "own modulation against another's", atLeast: 0.3 },
];

/** Bars of a system's pictures. */
export const pictureBars = (system: string, treatment: string): readonly Bar[] =>
  system === 'cmml-best' || (treatment === 'full' && system.startsWith('cmml-soft'))
    ? [...PICTURE_BARS, ...ROUTE_BARS]
    : PICTURE_BARS;

/** `met`, `missed`, or `` where a figure has no bar. */
export function verdict(bars: readonly Bar[], metric: string, value: number): string {
  const bar = bars.find((b) => b.metric === metric);
  if (!bar) return '';
  const met = value >= (bar.atLeast ?? -Infinity) && value <= (bar.atMost ?? Infinity);
  const asked = bar.atLeast === undefined ? `at most ${bar.atMost}` : `at least ${bar.atLeast}`;
  return `${met ? 'met' : 'missed'}: ${asked}`;
}

/** Means of rows, metric by metric. */
export function meanRow(rows: readonly MetricRow[]): MetricRow {
  return Object.fromEntries(
    Object.keys(rows[0]).map((metric) => [
      metric,
      rows.reduce((sum, row) => sum + row[metric], 0) / rows.length,
    ]),
  );
}
