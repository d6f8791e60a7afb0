/**
 * Predicted stars as the whole page shows them: cut to the levels there are, to a tenth. Errors are measured
 * on cut predictions too; the order of a list is that of the score before the cut.
 */
import { fixed } from '../figure/numbers';
import { decimals } from './numbers';

const LEAST = 0.5;
const MOST = 5;

export const cutStars = (score: number): number => Math.min(MOST, Math.max(LEAST, score));

/** Whether a score lies beyond the levels there are. */
export const isBeyond = (score: number): boolean => cutStars(score) !== score;

/** To a tenth, as a number to reckon with. */
export const shownStars = (score: number): number => Math.round(10 * cutStars(score)) / 10;

/** `4.5` */
export const starsText = (score: number, language: string): string =>
  decimals(shownStars(score), 1, language);

/** A level that somebody gave: `4`, `4.5`. */
export const starLevel = (stars: number): string => fixed(stars, Number.isInteger(stars) ? 0 : 1);
