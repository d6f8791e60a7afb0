import { expect, it } from 'vitest';
import { animatedWebp } from '../../scripts/lib/animated-webp';

/** A still with one image chunk of an odd length, and one that does not belong into an animation. */
function still(): Uint8Array {
  const image = Buffer.concat([Buffer.from('VP8 '), Buffer.from([3, 0, 0, 0, 7, 8, 9, 0])]);
  const other = Buffer.concat([Buffer.from('EXIF'), Buffer.from([2, 0, 0, 0, 1, 1])]);
  const body = Buffer.concat([Buffer.from('WEBP'), image, other]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF'), size, body]);
}

/** Names and contents of the chunks from `at` on. */
function chunks(file: Buffer, at: number): [string, Buffer][] {
  if (at + 8 > file.length) return [];
  const length = file.readUInt32LE(at + 4);
  const content = file.subarray(at + 8, at + 8 + length);
  return [
    [file.toString('latin1', at, at + 4), content],
    ...chunks(file, at + 8 + length + (length % 2)),
  ];
}

it('puts stills at their places, each for its time', () => {
  const frame = { webp: still(), x: 4, y: 2, width: 10, height: 6, ms: 300 };
  const file = Buffer.from(animatedWebp(20, 16, [{ ...frame, x: 0, y: 0 }, frame]));
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  const [header, repeat, first, second, ...rest] = chunks(file, 12);
  expect(rest).toEqual([]);
  expect([header[0], [...header[1]]]).toEqual(['VP8X', [2, 0, 0, 0, 19, 0, 0, 15, 0, 0]]);
  expect(repeat[0]).toBe('ANIM');
  expect([first[0], second[0]]).toEqual(['ANMF', 'ANMF']);
  expect([...second[1].subarray(0, 16)]).toEqual([2, 0, 0, 1, 0, 0, 9, 0, 0, 5, 0, 0, 44, 1, 0, 2]);
  expect(chunks(second[1], 16)).toEqual([['VP8 ', Buffer.from([7, 8, 9])]]);
});

it('refuses what a player would show at another place, or not at all', () => {
  const frame = { webp: still(), x: 0, y: 0, width: 2, height: 2, ms: 1 };
  expect(() => animatedWebp(8, 8, [{ ...frame, x: 1 }])).toThrow(RangeError);
  expect(() => animatedWebp(8, 8, [{ ...frame, webp: Uint8Array.of(1, 2, 3) }])).toThrow('no WebP');
});
