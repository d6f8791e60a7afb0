/**
 * Where imported bytes come from: files that were dropped or picked, or the entries of a zip.
 * Everything downstream reads a `Source` and does not care which.
 */
export interface Source {
  /** Name without folders, lower case (`ratings.csv`). */
  name: string;
  /** Size in bytes when known, for progress. */
  size: number;
  /** Its first bytes, where they were read already. */
  head?: Uint8Array;
  /** The bytes in order. May be iterated once more from the start by calling it again. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Name without folders, lower case. */
export const baseName = (path: string): string =>
  path.replace(/\\/g, '/').split('/').pop()!.toLowerCase();

/** A source over a `File` or any `Blob`, read piece by piece. */
export function blobSource(path: string, blob: Blob, pieceBytes = 1 << 20): Source {
  return {
    name: baseName(path),
    size: blob.size,
    async *chunks() {
      for (let start = 0; start < blob.size; start += pieceBytes) {
        const piece = blob.slice(start, start + pieceBytes);
        yield new Uint8Array(await piece.arrayBuffer());
      }
    },
  };
}
