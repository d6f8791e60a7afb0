/**
 * `npm run font`: makes `app/theme/inter-latin.woff2`, the face of nearly all text, from the package
 * `@fontsource-variable/inter`. What the page never sets is left out (weights below 400 and above 700,
 * hints for screens of old, fractions), so that the first live answer waits for 28 kB instead of 48.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';

const ROOT = path.resolve(import.meta.dirname, '..');
const PACKAGE = path.join(ROOT, 'node_modules/@fontsource-variable/inter');
const WEIGHTS = { min: 400, max: 700 };
const FEATURES = ['kern', 'tnum', 'calt', 'ccmp', 'locl', 'mark', 'mkmk'];

/** Characters that the package's own style sheet gives its file `inter-latin`. */
function latin(): string {
  const sheet = readFileSync(path.join(PACKAGE, 'wght.css'), 'utf8');
  const range = /inter-latin-wght-normal\.woff2\)[^}]*unicode-range: ([^;]+);/.exec(sheet)![1];
  return range
    .split(',')
    .flatMap((part) => {
      const [first, last = first] = part.trim().replace('U+', '').split('-');
      const start = parseInt(first, 16);
      return Array.from({ length: parseInt(last, 16) - start + 1 }, (_, i) => start + i);
    })
    .map((code) => String.fromCodePoint(code))
    .join('');
}

const whole = readFileSync(path.join(PACKAGE, 'files/inter-latin-wght-normal.woff2'));
const made = await subsetFont(whole, latin(), {
  targetFormat: 'woff2',
  variationAxes: { wght: WEIGHTS },
  keepFeatures: FEATURES,
  noHinting: true,
});
writeFileSync(path.join(ROOT, 'app/theme/inter-latin.woff2'), made);
console.log(`app/theme/inter-latin.woff2: ${made.length} bytes of ${whole.length}`);
