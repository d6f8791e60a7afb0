/** Shares of 1 in percent, as the lab's lists of differences print them: a difference always has its sign. */
import { fixed } from '../figure/numbers';

export const percent = (value: number): string => fixed(100 * value, 1);
export const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${percent(Math.abs(value))}`;
