/** Numbers as people read them, in the language of the page. */

const cache = new Map<string, Intl.NumberFormat>();

function format(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const found = cache.get(key) ?? new Intl.NumberFormat(language, options);
  cache.set(key, found);
  return found;
}

export const integer = (value: number, language: string) => format(language, {}).format(value);

/** A fixed number of decimals, with a true minus sign. */
export const decimals = (value: number, places: number, language: string, useGrouping = true) =>
  format(language, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    useGrouping,
  })
    .format(value)
    .replace('-', '−');

/** `3.1 ms`, `124 ms`, `2.4 s` */
export function duration(ms: number, language: string): string {
  if (ms >= 1000) return `${decimals(ms / 1000, 1, language)} s`;
  return `${decimals(ms, ms < 100 ? 1 : 0, language)} ms`;
}

/** `12%` */
export const percent = (share: number, language: string, places = 0) =>
  format(language, {
    style: 'percent',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(share);

/** Learning rates: `0.002`, `0.00005` */
export const rate = (value: number, language: string) =>
  format(language, { maximumSignificantDigits: 2, maximumFractionDigits: 7 }).format(value);
