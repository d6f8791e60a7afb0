import { zipSync, strToU8 } from 'fflate';
import { blobSource, type Source } from '../../../src/data/import/source';
import type { Progress } from '../../../src/data/import/progress';

/** A source over bytes or text, delivered in pieces of `piece` bytes. */
export const sourceOf = (name: string, content: string | Uint8Array, piece = 7): Source =>
  blobSource(name, new Blob([content as BlobPart]), piece);

export const zipOf = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(v)])));

export const quiet: Progress = { report: () => {} };

export async function allText(source: Source): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of source.chunks()) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
}
