/**
 * From what was given to the texts in it: zips and gzips are opened, also within each other, and what
 * systems leave beside files (`__MACOSX`, names with a dot in front) is passed over. Other kinds of
 * file are known by their first bytes, so that it can be said what to do with them.
 */
import { Gunzip } from 'fflate';
import { utf16Of } from './encoding';
import { ImportError } from './import-error';
import type { BinaryKind } from './problem';
import { baseName, type Source } from './source';
import { isZip, zipSources, ZIP_LIMITS, type ZipLimits } from './zip';

/** Archives within archives. */
const MOST_NESTED = 4;
/** Enough to know a kind of file, an encoding and a layout by. */
const HEAD_BYTES = 1 << 12;

export interface Unpacked {
  texts: Source[];
  /** Files that hold no text, with what they are. */
  others: { name: string; kind: BinaryKind }[];
}

export async function unpack(given: readonly Source[]): Promise<Unpacked> {
  const unpacked: Unpacked = { texts: [], others: [] };
  // One after another: a folder may hold many files, and each is opened for a piece.
  for (const source of given) if (isWanted(source.name)) await open(source, 0, unpacked);
  return unpacked;
}

/** Hidden files and a Mac's second copies are nobody's data. */
const isWanted = (path: string): boolean =>
  !/(^|[/\\])__MACOSX[/\\]/.test(path) && !/^(\.|~\$)/.test(baseName(path)) && !/^(thumbs\.db|desktop\.ini)$/.test(baseName(path)); // prettier-ignore

async function open(source: Source, depth: number, to: Unpacked): Promise<void> {
  const head = source.head ?? (await headOf(source, HEAD_BYTES));
  const kind = kindOf(head);
  if (depth < MOST_NESTED && isZip(head)) {
    const office = await officeKind(source);
    if (office) to.others.push({ name: source.name, kind: office });
    else {
      for (const inner of await zipSources(source, isWanted)) await open(inner, depth + 1, to);
    }
  } else if (depth < MOST_NESTED && isGzip(head)) await open(gunzipped(source), depth + 1, to);
  else if (kind) to.others.push({ name: source.name, kind });
  else to.texts.push(source);
}

/** The first bytes of a source, up to about `most`. */
export async function headOf(source: Source, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source.chunks()) {
    parts.push(chunk);
    bytes += chunk.length;
    if (bytes >= most) break;
  }
  const head = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return head.subarray(0, most);
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

const MAGIC: readonly [BinaryKind, ...number[]][] = [
  ['parquet', 0x50, 0x41, 0x52, 0x31],
  ['excel', 0xd0, 0xcf, 0x11, 0xe0],
  ['archive', 0x52, 0x61, 0x72, 0x21],
  ['archive', 0x37, 0x7a, 0xbc, 0xaf],
  ['archive', 0x42, 0x5a, 0x68],
  ['archive', 0xfd, 0x37, 0x7a, 0x58],
  ['archive', 0x28, 0xb5, 0x2f, 0xfd],
  ['database', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
  ['picture', 0x89, 0x50, 0x4e, 0x47],
  ['picture', 0xff, 0xd8, 0xff],
  ['picture', 0x47, 0x49, 0x46, 0x38],
  ['document', 0x25, 0x50, 0x44, 0x46],
  ['binary', 0x89, 0x48, 0x44, 0x46],
  ['binary', 0x93, 0x4e, 0x55, 0x4d],
  ['binary', 0x4f, 0x62, 0x6a, 0x01],
  ['binary', 0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
];

/** What a file without text is, by its first bytes; null for text. */
function kindOf(head: Uint8Array): BinaryKind | null {
  const known = MAGIC.find(([, ...bytes]) => bytes.every((byte, k) => head[k] === byte));
  if (known) return known[0];
  if (String.fromCharCode(...head.subarray(257, 262)) === 'ustar') return 'archive';
  const isBinary = utf16Of(head) === null && head.includes(0);
  return isBinary ? 'binary' : null;
}

/** Spreadsheets are zips of XML: by the names within. */
async function officeKind(source: Source): Promise<BinaryKind | null> {
  let kind: BinaryKind | null = null;
  await zipSources(source, (path) => {
    if (/^xl[/\\]/.test(path)) kind = 'excel';
    else if (/^(content\.xml|word[/\\])/.test(path)) kind ??= path === 'content.xml' ? 'excel' : 'document'; // prettier-ignore
    return false;
  });
  return kind;
}

/** The unpacked bytes of a gzip, in a stream and within the bound of an archive's entry. */
export function gunzipped(source: Source, limits: ZipLimits = ZIP_LIMITS): Source {
  return {
    name: source.name.replace(/\.(gz|gzip)$/, '').replace(/\.tgz$/, '.tar'),
    size: 0,
    async *chunks() {
      const ready: Uint8Array[] = [];
      let bytes = 0;
      const gunzip = new Gunzip((data) => {
        bytes += data.length;
        if (bytes <= limits.entryBytes) ready.push(data);
      });
      let last: Uint8Array | null = null;
      const push = (chunk: Uint8Array, final: boolean): void => {
        try {
          gunzip.push(chunk, final);
        } catch (error) {
          throw new ImportError({ code: 'damaged-entry', file: source.name, entry: source.name }, [], error); // prettier-ignore
        }
        if (bytes > limits.entryBytes) {
          throw new ImportError({
            code: 'large-entry',
            file: source.name,
            entry: source.name,
            mostBytes: limits.entryBytes,
          });
        }
      };
      for await (const chunk of source.chunks()) {
        if (last) push(last, false);
        yield* ready.splice(0);
        last = chunk;
      }
      if (last) push(last, true);
      yield* ready.splice(0);
    },
  };
}
