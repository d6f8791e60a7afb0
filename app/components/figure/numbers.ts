/** Numbers in pictures and tables: fixed decimals in the language of the page, with a true minus sign. */
import { currentLanguage } from '../../strings';
import { decimals, percent } from '../common/numbers';

let isForFile = false;

/** What `make` gives, for programs: with decimal points, whatever the language of the page. */
export function forFile<T>(make: () => T): T {
  isForFile = true;
  try {
    return make();
  } finally {
    isForFile = false;
  }
}

const written = (value: number, places: number): string =>
  isForFile ? value.toFixed(places) : decimals(value, places, currentLanguage(), false);

export const fixed = (value: number, places: number): string =>
  written(value, places)
    .replace(/^[-−](0([.,]0*)?)$/, '$1')
    .replace('-', '−');

/** With its sign, for differences: `+0.120`, `−0.050`, `0.000`. */
export function signed(value: number, places: number): string {
  const text = fixed(value, places);
  return value > 0 && Number(value.toFixed(places)) !== 0 ? `+${text}` : text;
}

/** `12%`, as the language of the page writes it. */
export const share = (value: number): string => percent(value, currentLanguage());
