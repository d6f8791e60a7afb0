import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/data/import/text';
import { sourceOf } from './sources';

async function linesOf(content: string | Uint8Array, piece: number): Promise<string[]> {
  const all: string[] = [];
  for await (const { first, lines } of readLines(sourceOf('a.csv', content, piece))) {
    expect(first).toBe(all.length + 1);
    all.push(...lines);
  }
  return all;
}

describe('readLines', () => {
  it('ends lines at LF, CRLF and CR, drops a byte-order mark, and needs no last line end', async () => {
    expect(await linesOf('\ufeffa\r\nb\nc\rd', 1000)).toEqual(['a', 'b', 'c', 'd']);
    expect(await linesOf('a\r\nb\r\n', 2)).toEqual(['a', 'b']);
    expect(await linesOf('', 5)).toEqual([]);
  });

  it('gives the same lines however the bytes arrive', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n\ufeff]/g, ''));
    const end = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        end,
        fc.integer({ min: 1, max: 9 }),
        async (lines, eol, piece) => {
          const content = lines.map((text) => text + eol).join('');
          expect(await linesOf(content, piece)).toEqual(lines);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads Latin-1 when the bytes are no UTF-8', async () => {
    const latin = Uint8Array.from([0x4c, 0xe9, 0x6f, 0x6e, 10, 0x61, 10]);
    expect(await linesOf(latin, 3)).toEqual(['Léon', 'a']);
  });
});
