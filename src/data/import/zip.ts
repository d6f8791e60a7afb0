/**
 * The entries of a zip as sources. The archive is streamed, never held: once to list its names and
 * once for each entry that is read. Unpacking is bounded, so that a small file that unpacks to an
 * endless one (a zip bomb) is stopped.
 */
import { Unzip, UnzipInflate, type AsyncFlateStreamHandler, type UnzipDecoder } from 'fflate';
import { ImportError } from './import-error';
import { baseName, type Source } from './source';

export interface ZipLimits {
  /** Most bytes that one entry may unpack to. */
  entryBytes: number;
  /** Most entries looked at. */
  entries: number;
}

/** Enough for MovieLens 32M (ratings.csv is 877 MB). */
export const ZIP_LIMITS: ZipLimits = { entryBytes: 1.2e9, entries: 1000 };

const NOTHING = new Uint8Array(0);

/** True when the bytes begin with a zip's signature. */
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05);

/** Bytes of each entry that are read when the archive is listed: enough to know its kind. */
const HEAD_BYTES = 4096;

/** Sources for those entries of `zip` whose path `wanted` accepts, each with its first bytes. */
export async function zipSources(
  zip: Source,
  wanted: (path: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<Source[]> {
  const found: { path: string; size: number }[] = [];
  const heads = new Map<string, Uint8Array>();
  const list = (path: string, size: number): boolean => {
    const isFile = !path.endsWith('/') && wanted(path);
    if (isFile) found.push({ path, size });
    return isFile;
  };
  for await (const { path, bytes } of walk(zip, limits, list, HEAD_BYTES)) {
    heads.set(path, heads.has(path) ? joined(heads.get(path)!, bytes) : bytes);
  }
  return found.map(({ path, size }) => ({
    name: baseName(path),
    size,
    head: heads.get(path)?.slice(0, HEAD_BYTES) ?? NOTHING,
    async *chunks() {
      const only = (candidate: string): boolean => candidate === path;
      for await (const { bytes } of walk(zip, limits, only)) yield bytes;
    },
  }));
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

interface Piece {
  path: string;
  bytes: Uint8Array;
}

/**
 * Streams the archive and yields the unpacked bytes of the entries that `open` says yes to.
 * @param most bytes of each entry, roughly; what follows is not unpacked
 */
async function* walk(
  zip: Source,
  limits: ZipLimits,
  open: (path: string, size: number) => boolean,
  most = Infinity,
): AsyncIterable<Piece> {
  const ready: Piece[] = [];
  const opened = new Set<string>();
  let entries = 0;
  let failure: ImportError | null = null;

  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > limits.entries) {
      failure = new ImportError({
        code: 'many-entries',
        file: zip.name,
        most: limits.entries,
      });
      return;
    }
    // A second entry of the same path would be read as more of the first.
    const yes = !opened.has(file.name) && open(file.name, file.originalSize ?? 0);
    if (yes) opened.add(file.name);
    let bytes = 0;
    file.ondata = (error, data) => {
      if (!yes || failure) return;
      bytes += data?.length ?? 0;
      if (error) {
        const fault = { code: 'damaged-entry', file: zip.name, entry: file.name } as const;
        failure = new ImportError(fault, [], error);
      } else if (bytes > limits.entryBytes) {
        failure = new ImportError({
          code: 'large-entry',
          file: zip.name,
          entry: file.name,
          mostBytes: limits.entryBytes,
        });
      } else if (data.length && bytes - data.length < most) ready.push({ path: file.name, bytes: data }); // prettier-ignore
    };
    file.start();
  });
  unzip.register(inflateOnly(opened, most));

  const push = (chunk: Uint8Array, final: boolean): void => {
    try {
      unzip.push(chunk, final);
    } catch (error) {
      failure ??= new ImportError({ code: 'damaged-zip', file: zip.name }, [], error);
    }
    if (failure) throw failure;
  };
  for await (const chunk of zip.chunks()) {
    push(chunk, false);
    yield* ready.splice(0);
  }
  push(NOTHING, true);
  yield* ready.splice(0);
}

/** So much packed at a time while only the first bytes of an entry are wanted. */
const SIP = 4096;

/** A decoder that inflates the entries in `opened` and lets the bytes of all others fall. */
function inflateOnly(opened: ReadonlySet<string>, most: number) {
  return class implements UnzipDecoder {
    static readonly compression = 8;
    ondata!: AsyncFlateStreamHandler;
    private readonly inflate: UnzipInflate | null;
    private bytes = 0;
    constructor(path: string) {
      this.inflate = opened.has(path) ? new UnzipInflate() : null;
    }
    push(data: Uint8Array, final: boolean): void {
      if (!this.inflate || this.bytes >= most) return this.ondata(null, NOTHING, final);
      this.inflate.ondata = (error, unpacked, last) => {
        this.bytes += unpacked?.length ?? 0;
        this.ondata(error, unpacked, last);
      };
      if (most === Infinity) return void this.inflate.push(data, final);
      for (let at = 0; at < data.length && this.bytes < most; at += SIP) {
        this.inflate.push(data.slice(at, at + SIP), final && at + SIP >= data.length);
      }
    }
  };
}
