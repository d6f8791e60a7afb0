/** Which rule wins does not rest on the order in which sheets arrive: each names its layer. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const APP = path.resolve(import.meta.dirname, '../../../app');
const LAYERS = ['base', 'parts', 'rooms', 'modes'];
/** Read within a layer, or properties alone (`theme/index.css`). */
const IMPORTED = ['theme/base.css', 'theme/fonts.css', 'theme/tokens.css'];

/** What stands in no block, and the heads of the blocks that stand in none. */
function outermost(css: string): string[] {
  const heads: string[] = [];
  let depth = 0;
  let head = '';
  for (const sign of css.replace(/\/\*[^]*?\*\//g, '')) {
    if (sign === '{' && depth++ === 0) heads.push(head.trim());
    if (depth === 0) head += sign;
    if (sign === '}' && --depth === 0) head = '';
    if (sign === ';' && depth === 0) {
      heads.push(head.trim());
      head = '';
    }
  }
  return [...heads, head.trim()].filter(Boolean);
}

const named = [...LAYERS.map((name) => `@layer ${name}`), `@layer ${LAYERS.join(', ')};`];
const strays = (css: string): string[] => outermost(css).filter((head) => !named.includes(head));

it('every sheet names its layer', () => {
  const sheets = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.css') && file !== 'theme/index.css');
  expect(sheets.length).toBeGreaterThan(40);
  for (const file of sheets.filter((file) => !IMPORTED.includes(file))) {
    expect(strays(readFileSync(path.join(APP, file), 'utf8')), file).toEqual([]);
  }
  const index = readFileSync(path.join(APP, 'theme/index.css'), 'utf8');
  for (const file of IMPORTED) expect(index).toContain(`./${path.basename(file)}'`);
});

it('a rule without one is found', () => {
  expect(strays('@layer rooms { .a { color: red; } } .b { color: blue; }')).toEqual(['.b']);
  expect(strays('@media print { .a { color: red; } }')).toEqual(['@media print']);
  expect(strays("@import './x.css';")).toEqual(["@import './x.css';"]);
});
