/**
 * Puts still WebP pictures together as one animated WebP (the RIFF container of
 * https://developers.google.com/speed/webp/docs/riff_container). A browser encodes the stills, so
 * that no encoder is needed here.
 */

export interface Frame {
  /** A still WebP. */
  webp: Uint8Array;
  /** Top left corner on the canvas, in pixels; even numbers. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** How long it is shown, in ms. */
  ms: number;
}

const ANIMATION = 0b10;
/** Drawn over what is there, left there afterwards. */
const NO_BLEND = 0b10;

/** The animation, repeated for ever. @throws RangeError for a frame that is no WebP or lies at an odd place */
export function animatedWebp(width: number, height: number, frames: readonly Frame[]): Uint8Array {
  const header = chunk('VP8X', [ANIMATION, 0, 0, 0, ...uint24(width - 1), ...uint24(height - 1)]);
  const repeat = chunk('ANIM', [255, 255, 255, 255, 0, 0]);
  const body = [header, repeat, ...frames.map(frameChunk)];
  const size = 4 + body.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from('RIFF'), uint32(size), Buffer.from('WEBP'), ...body]);
}

function frameChunk({ webp, x, y, width, height, ms }: Frame): Buffer {
  if (x % 2 || y % 2) throw new RangeError(`a frame lies at ${x}, ${y}: even numbers only`);
  const place = [x / 2, y / 2, width - 1, height - 1, Math.round(ms)].flatMap(uint24);
  return chunk('ANMF', Buffer.concat([Buffer.from([...place, NO_BLEND]), imageData(webp)]));
}

/** The chunks of a still that hold its image: `VP8 ` or `VP8L`, and `ALPH` where it has one. */
function imageData(webp: Uint8Array): Buffer {
  const file = Buffer.from(webp);
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') {
    throw new RangeError('a frame is no WebP');
  }
  const parts: Buffer[] = [];
  for (let at = 12; at + 8 <= file.length;) {
    const end = at + 8 + file.readUInt32LE(at + 4);
    const padded = end + (end % 2);
    if (['VP8 ', 'VP8L', 'ALPH'].includes(file.toString('latin1', at, at + 4))) {
      parts.push(file.subarray(at, padded));
    }
    at = padded;
  }
  return Buffer.concat(parts);
}

function chunk(name: string, content: ArrayLike<number>): Buffer {
  const bytes = Buffer.from(Array.from(content));
  return Buffer.concat([
    Buffer.from(name),
    uint32(bytes.length),
    bytes,
    Buffer.alloc(bytes.length % 2),
  ]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const uint24 = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255];
