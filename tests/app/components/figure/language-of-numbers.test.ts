/** Numbers stand in the language of the page; programs get points. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fixed, forFile, share, signed } from '../../../../app/components/figure/numbers';
import { qualityText, qualityTick } from '../../../../app/components/race/names';
import { RouteLegend } from '../../../../app/components/route-view/RouteLegend';
import { starLevel } from '../../../../app/components/common/stars';
import { tableCsv } from '../../../../app/components/figure/table';
import { speak } from '../../../../app/strings/speak';

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await speak('es');
});
afterAll(async () => {
  await speak('en');
  vi.unstubAllGlobals();
});

it('are written with the language’s own comma', () => {
  expect(fixed(0.1234, 3)).toBe('0,123');
  expect(signed(-1.5, 2)).toBe('−1,50');
  expect(signed(0.25, 1)).toBe('+0,3');
  expect(fixed(-0.0001, 2)).toBe('0,00');
  expect(starLevel(4.5)).toBe('4,5');
  expect(share(0.46)).toMatch(/^46\s%$/);
});

it('have points in a file, and commas again after it', () => {
  const table = () => ({ columns: ['loss'], rows: [[fixed(-0.5, 3)]] });
  expect(tableCsv(forFile(table))).toMatch(/^loss\r?\n-0\.500/);
  expect(fixed(0.5, 1)).toBe('0,5');
});

/** Places, colours and code: they are read by machines. */
const FOR_MACHINES = [
  'figure/diverging.ts',
  'figure/numbers.ts',
  'film-view/cells.ts',
  'explain/Strip.tsx',
  'lab/ClusterMapView.tsx',
  'context-map/PointLayer.tsx',
  'import/programs.ts',
  'curves/series.ts',
];

it('are written nowhere else by hand', () => {
  const folder = path.resolve(import.meta.dirname, '../../../../app/components');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const byHand = files
    .filter((file) => /\.tsx?$/.test(file) && !FOR_MACHINES.includes(file))
    .filter((file) => readFileSync(path.join(folder, file), 'utf8').includes('.toFixed('));
  expect(byHand).toEqual([]);
});

it('have no percent sign written behind them by hand', () => {
  const folder = path.resolve(import.meta.dirname, '../../../../app/components');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const byHand = files
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) =>
      /\$\{(decimals|fixed|integer|Math\.\w+)\([^`]*\)\}\s?%`/.test(
        readFileSync(path.join(folder, file), 'utf8'),
      ),
    );
  expect(byHand).toEqual([]);
});

it('are so in the legend of the routes and in the race', () => {
  const legend = renderToString(createElement(RouteLegend)).replace(/<svg.*?<\/svg>/g, '');
  expect(legend).toMatch(/0,1.*0,5.*1,0/);
  expect(legend).not.toContain('0.');
  expect(qualityText('recall@20', 0.325, 'es')).toMatch(/^32,5\s%$/);
  expect(qualityTick('recall@20', 0.3, 'es')).toMatch(/^30\s%$/);
  expect(qualityText('recall@20', 0.325, 'en')).toBe('32.5%');
});
