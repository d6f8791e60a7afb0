import type { UnitFilms } from '../../protocol/unit-effects';
import { fixed } from '../figure/numbers';

/** A unit's number as it stands beside a film. */
export const written = (value: number): string => fixed(value, 2);

/** Whether the number reads the same for every film: largest and smallest would be lists of one number. */
export const looksAlike = ({ most, least }: UnitFilms): boolean =>
  most.length === 0 || written(most[0].value) === written(least[0].value);
