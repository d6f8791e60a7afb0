/** What became of every line of a table, and what the visitor should know about how it was read. */
import type { DateOrder } from './dates';
import type { Encoding } from './encoding';
import type { BinaryKind } from './problem';
import type { ScaleId } from './scale';

/** Why a line is not among the ratings. */
export const REASONS = [
  'header', 'before', 'blank', 'continued', 'unrated', 'nobody', 'nothing', 'wrong', 'repeated', 'sampled',
] as const; // prettier-ignore
export type Reason = (typeof REASONS)[number];

/** `read` and `leftOut` together are `lines`. */
export interface Account {
  file: string;
  lines: number;
  read: number;
  leftOut: Record<Reason, number>;
}

export const emptyAccount = (file: string): Account => ({
  file,
  lines: 0,
  read: 0,
  leftOut: Object.fromEntries(REASONS.map((reason) => [reason, 0])) as Record<Reason, number>,
});

export const leftOutOf = ({ leftOut }: Account): number =>
  REASONS.reduce((sum, reason) => sum + leftOut[reason], 0);

/** What to know about an import that went well; values by code. */
export interface Notes {
  encoding: { encoding: Encoding; sure: boolean };
  scale: { scale: ScaleId; low: number; high: number };
  /** Amounts became likes by each person's own median. */
  amounts: { scale: ScaleId };
  'scale-widened': { from: ScaleId; to: ScaleId };
  'time-left-out': { column: string; unreadable: number };
  'day-order': { column: string; order: DateOrder; sure: boolean };
  /** Items are called by their numbers; `example` is one of the names. */
  'no-titles': { example: string; movieLens: boolean };
  'titles-from': { file: string; found: number; of: number };
  'categories-from': { file: string };
  /** Only the largest categories became scenarios. */
  'categories-bounded': { kept: number; of: number };
  'left-aside': { file: string };
  'other-kind': { file: string; kind: BinaryKind };
  /** One of the two settings has nobody to learn from. */
  'few-raters': { needed: number };
}
export type Note = { [Code in keyof Notes]: { code: Code } & Notes[Code] }[keyof Notes];
