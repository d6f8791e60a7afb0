/**
 * Titles as keys, so that the same film is found under what different sites call it: without articles,
 * accents, signs and case, roman numerals as numbers, each alternative title in brackets by itself.
 */
const ARTICLES = new Set([
  'the', 'a', 'an', 'le', 'la', 'les', 'un', 'une', 'il', 'lo', 'gli', 'el', 'los', 'las', 'una',
  'der', 'die', 'das', 'ein', 'eine', 'den', 'det', 'en', 'ett', 'os', 'as', 'o', 'l',
]); // prettier-ignore
const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10 };
/** Numerals up to thirty; a lone `i` is a word. */
const NUMERAL = /^(?=[ivx]{2,}$|[vx]$)x{0,2}(ix|iv|v?i{0,3})$/;
const TRAILING = /^(.*\S),\s*([\p{L}]{1,3}'?)$/u;

function numberOf(roman: string): number {
  const values = [...roman].map((letter) => ROMAN[letter]);
  return values.reduce((sum, value, k) => sum + (value < (values[k + 1] ?? 0) ? -value : value), 0);
}

/** One title as a key; '' where nothing of it can be one. */
export function titleKey(title: string): string {
  const turned = title.trim().replace(TRAILING, '$2 $1');
  const words = turned
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/&/g, ' and ')
    .replace(/['’`´.]/g, (sign) => (sign === '.' ? ' ' : ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  // `L'Avventura` has lost its apostrophe: both forms are one word anyway.
  while (words.length > 1 && ARTICLES.has(words[0])) words.shift();
  return words.map((word) => (NUMERAL.test(word) ? String(numberOf(word)) : word)).join(' ');
}

/** Keys of a title and of its alternatives: `Seven (a.k.a. Se7en)`, `Cité, La (City)`. */
export function titleKeys(title: string): string[] {
  const plain = title.replace(/\s*\((?:19|20)\d\d\)\s*$/, '');
  const others = [...plain.matchAll(/\(([^()]+)\)/g)].map(([, inner]) =>
    inner.replace(/^a\.?k\.?a\.?\s+/i, ''),
  );
  const main = plain.replace(/\s*\([^()]*\)/g, ' ');
  const keys = [main, ...others, ...plain.split(/\s+[/|]\s+/).slice(1)].map(titleKey);
  return [...new Set(keys)].filter((key) => key !== '');
}
