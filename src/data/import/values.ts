/** Cells to values: numbers as people write them, ratings, and what stands for nothing. */

const NOTHING =
  /^(n\/?a|n\.a\.|nan|null|none|nil|undefined|\\n|-+|—|\?+|unknown|unrated|not rated|no rating|<na>|#n\/a|#value!)$/i;

/** Empty, or one of the words that programs write for 'no value'. */
export function isMissing(text: string): boolean {
  const plain = text.trim();
  return plain === '' || (plain.length < 12 && NOTHING.test(plain));
}

/** What a comma or point among digits means. */
export type Decimal = '.' | ',';

const GROUPED = /^[-+]?\d{1,3}(?:[,.'\u00a0\u202f ]\d{3})+(?:[.,]\d+)?$/;

/** A comma is a decimal one unless every number that has one has groups of three behind it. */
export function decimalOf(cells: readonly string[]): Decimal {
  const commas = cells.filter((cell) => /\d,\d/.test(cell));
  if (commas.length === 0) return '.';
  return commas.every((cell) => /^\s*[-+]?\d{1,3}(,\d{3})+(\.\d+)?\s*$/.test(cell)) ? '.' : ',';
}

/** NaN when it is no number. */
export function parseNumber(text: string, decimal: Decimal): number {
  const quick = Number(text);
  if (!Number.isNaN(quick)) return text.trim() === '' ? NaN : quick;
  const plain = text.trim();
  if (decimal === ',' && /^[-+]?\d*,\d+$/.test(plain)) return Number(plain.replace(',', '.'));
  if (!GROUPED.test(plain)) return NaN;
  const ungrouped = decimal === ',' ? plain.replace(/[.'\u00a0\u202f ]/g, '') : plain.replace(/[,'\u00a0\u202f ]/g, ''); // prettier-ignore
  return Number(ungrouped.replace(',', '.'));
}

const YES =
  /^(true|yes|y|like|liked|likes|👍|\+|good|positive|thumbs? ?up|recommended|love|loved|sí|si|oui|ja|sim|是|喜欢|да|нравится)$/i;
const NO =
  /^(false|no|n|dislike|disliked|👎|bad|negative|thumbs? ?down|not recommended|hate|hated|non|nein|não|否|不喜欢|нет)$/i;
const FRACTION = /^(\d+(?:[.,]\d+)?)\s*(?:\/|out of)\s*(\d+)$/i;
const GLYPHS = /^(?:[★⭐✮☆½\s]|\ufe0f)+$/;

/** A rating: a number, `4/5`, `80%`, stars as signs, or a word of liking (1 or 0). NaN when none. */
export function parseRating(text: string, decimal: Decimal): number {
  const number = parseNumber(text, decimal);
  if (!Number.isNaN(number)) return number;
  const plain = text.normalize('NFKC').trim();
  const fraction = FRACTION.exec(plain);
  if (fraction) return Number(fraction[1].replace(',', '.'));
  if (GLYPHS.test(text) && /[★⭐✮½]/.test(text)) {
    return [...text].reduce((sum, sign) => sum + ('★⭐✮'.includes(sign) ? 1 : sign === '½' ? 0.5 : 0), 0); // prettier-ignore
  }
  if (/^\d+(?:[.,]\d+)?\s*%$/.test(plain)) return parseNumber(plain.slice(0, -1), decimal);
  const starred = /^(\d(?:[.,]\d)?)\s*(?:stars?|sterne|étoiles?|estrellas?|星|分|점)$/i.exec(plain);
  if (starred) return Number(starred[1].replace(',', '.'));
  if (YES.test(plain)) return 1;
  if (NO.test(plain)) return 0;
  return parseNumber(plain, decimal);
}

/** The highest rating that cells like `4/5` and `80%` speak of; 0 where there are none. */
export function highestSaid(cells: readonly string[]): number {
  let highest = 0;
  for (const cell of cells) {
    const fraction = FRACTION.exec(cell.trim());
    if (fraction) highest = Math.max(highest, Number(fraction[2]));
    else if (/\d\s*%$/.test(cell.trim())) highest = Math.max(highest, 100);
  }
  return highest;
}

/** One line of text: runs of white space, line ends among them, are one space. */
export const oneLine = (text: string): string => text.replace(/[\s\0]+/g, ' ').trim();
