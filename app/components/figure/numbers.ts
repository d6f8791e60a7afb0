/** Numbers in pictures: fixed decimals with a true minus sign. */

export const fixed = (value: number, places: number): string =>
  value
    .toFixed(places)
    .replace(/^-(0(\.0*)?)$/, '$1')
    .replace('-', '−');

/** With its sign, for differences: `+0.120`, `−0.050`, `0.000`. */
export function signed(value: number, places: number): string {
  const text = fixed(value, places);
  return value > 0 && Number(value.toFixed(places)) !== 0 ? `+${text}` : text;
}
