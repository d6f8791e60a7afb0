/** What a benchmark reports. */
import type { Sample } from './measure';

export interface Row {
  name: string;
  value: number;
  unit: string;
  /** Largest value that is still good (smallest, with `atLeast`); none: for information. */
  limit?: number;
  atLeast?: boolean;
  ok: boolean;
  /** Of all runs, in the same unit, as is the 95th percentile. */
  median?: number;
  p95?: number;
  runs: number;
  note?: string;
}

export interface Options {
  /** Fewer runs. */
  quick: boolean;
  /** A Python with torch, for the peer. */
  python?: string;
}

export interface Benchmark {
  name: string;
  /** What it measures, for `--help`. */
  about: string;
  run: (options: Options) => Promise<Row[]>;
}

type Limits = Pick<Row, 'limit' | 'atLeast' | 'note'>;

/** A row of the median of `sample`. */
export const row = (name: string, sample: Sample, unit: string, limits: Limits = {}): Row =>
  figure(name, sample.median, unit, { ...sampled(sample), ...limits });

/** What a row says of the sample behind it. */
export const sampled = ({ median, p95, runs }: Sample) => ({ median, p95, runs });

/** A row of a single figure. */
export function figure(
  name: string,
  value: number,
  unit: string,
  { runs = 1, ...more }: Limits & Partial<Pick<Row, 'median' | 'p95' | 'runs'>> = {},
): Row {
  const { limit, atLeast } = more;
  const ok = limit === undefined || (atLeast ? value >= limit : value <= limit);
  return { name, value, unit, runs, ok, ...more };
}

/** One line a row: name, value, percentile, runs, limit. */
export function print({ name, value, unit, limit, atLeast, ok, p95, runs, note }: Row): void {
  const number = (x: number) => (Math.abs(x) >= 100 ? x.toFixed(0) : x.toPrecision(3));
  const mark = limit === undefined ? '    ' : ok ? 'ok  ' : 'MISS';
  const parts = [
    `${mark} ${name.padEnd(52)} ${number(value).padStart(8)} ${unit.padEnd(8)}`,
    p95 === undefined ? '' : `p95 ${number(p95).padEnd(6)}`,
    runs > 1 ? `n ${runs}` : '',
    limit === undefined ? '' : `limit ${atLeast ? '>=' : '<='} ${limit}`,
    note ?? '',
  ];
  console.log(parts.filter(Boolean).join('  '));
}
