import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeCell, safeCsv } from '../../src/data/csv-out';

describe('safeCsv', () => {
  it('lets no text cell begin like a formula, whatever it holds', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '\n=', '');
    fc.assert(
      fc.property(start, fc.string(), (sign, rest) => {
        const [[cell]] = csvParseRows(safeCsv([[sign + rest, 'x']]));
        const isNumber = cell.trim() !== '' && Number.isFinite(Number(cell.replace('%', '')));
        expect(isNumber || !/^\s*[=+\-@]|^[\t\r]/.test(cell)).toBe(true);
      }),
    );
  });

  it('keeps numbers numbers, and other text as it is', () => {
    for (const cell of ['-0.25', '+3', '1e-7', '-5%', '.5', '12', 'Alien', '', "it's", 'a=b']) {
      expect(safeCell(cell)).toBe(cell);
    }
    expect(safeCell('=HYPERLINK("http://x")')).toBe('\'=HYPERLINK("http://x")');
    expect(safeCell('-1+1|cmd')).toBe("'-1+1|cmd");
    expect(safeCell('@SUM(A1)')).toBe("'@SUM(A1)");
  });
});
