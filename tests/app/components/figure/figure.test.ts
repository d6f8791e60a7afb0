import { describe, expect, it } from 'vitest';
import { csvParse } from 'd3-dsv';
import { cornerOf, diverging } from '../../../../app/components/figure/diverging';
import { fixed, signed } from '../../../../app/components/figure/numbers';
import { tableCsv } from '../../../../app/components/figure/table';

describe('diverging', () => {
  it('is orange below, purple above, pale at neutral, full at its reach and beyond', () => {
    expect(diverging(-0.5, 1)).toContain('var(--neg) 50.0%');
    expect(diverging(0.25, 1)).toContain('var(--pos) 25.0%');
    expect(diverging(0, 1)).toContain('0.0%, var(--hair)');
    expect(diverging(9, 3)).toBe(diverging(3, 3));
  });

  it('is pale when nothing deviates', () => {
    expect(diverging(0, 0)).toContain('0.0%');
  });
});

describe('cornerOf', () => {
  it('tells below from above without colour: round below, square from neutral on', () => {
    expect(cornerOf(-1, 1, 12)).toBe(6);
    expect(cornerOf(-0.25, 1, 12)).toBe(4);
    expect(cornerOf(0, 1, 12)).toBe(2);
    expect(cornerOf(1, 1, 12)).toBe(2);
    expect(cornerOf(-1, 0, 12)).toBe(2);
  });
});

describe('numbers', () => {
  it('have a true minus sign and no negative zero', () => {
    expect(fixed(-1.25, 2)).toBe('−1.25');
    expect(fixed(-0.0001, 2)).toBe('0.00');
    expect(signed(0.5, 1)).toBe('+0.5');
    expect(signed(-0.5, 1)).toBe('−0.5');
    expect(signed(0.00001, 2)).toBe('0.00');
  });
});

describe('tableCsv', () => {
  it('reads back as the table, with hyphens for programs and quotes where needed', () => {
    const csv = tableCsv({
      columns: ['Genre', 'Axis 1'],
      rows: [
        ['Comedy, 1990s', '−0.250'],
        ['A "B"', '1.5'],
      ],
    });
    const rows = csvParse(csv);
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { Genre: 'Comedy, 1990s', 'Axis 1': '-0.250' },
      { Genre: 'A "B"', 'Axis 1': '1.5' },
    ]);
    expect(Number(rows[0]['Axis 1'])).toBe(-0.25);
  });
});
