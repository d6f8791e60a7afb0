/**
 * The entries of a zip as sources. The archive is streamed, never held: once to list its names and
 * once for each entry that is read. Unpacking is bounded, so that a small file that unpacks to an
 * endless one (a zip bomb) is stopped.
 */
import { Unzip, UnzipInflate, type AsyncFlateStreamHandler, type UnzipDecoder } from 'fflate';
import { ImportError } from './problem';
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

/** Sources for those entries of `zip` whose base name `wanted` accepts. */
export async function zipSources(
  zip: Source,
  wanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<Source[]> {
  const paths: string[] = [];
  const sizes: number[] = [];
  const list = (path: string, size: number): boolean => {
    if (wanted(baseName(path))) {
      paths.push(path);
      sizes.push(size);
    }
    return false;
  };
  for await (const unread of walk(zip, limits, list)) void unread;
  return paths.map((path, index) => ({
    name: baseName(path),
    size: sizes[index],
    chunks: () => walk(zip, limits, (candidate) => candidate === path),
  }));
}

/** Streams the archive and yields the unpacked bytes of the entries that `open` says yes to. */
async function* walk(
  zip: Source,
  limits: ZipLimits,
  open: (path: string, size: number) => boolean,
): AsyncIterable<Uint8Array> {
  const ready: Uint8Array[] = [];
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
      } else if (data.length) ready.push(data);
    };
    file.start();
  });
  unzip.register(inflateOnly(opened));

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

/** A decoder that inflates the entries in `opened` and lets the bytes of all others fall. */
function inflateOnly(opened: ReadonlySet<string>) {
  return class implements UnzipDecoder {
    static readonly compression = 8;
    ondata!: AsyncFlateStreamHandler;
    private readonly inflate: UnzipInflate | null;
    constructor(path: string) {
      this.inflate = opened.has(path) ? new UnzipInflate() : null;
    }
    push(data: Uint8Array, final: boolean): void {
      if (!this.inflate) return this.ondata(null, NOTHING, final);
      this.inflate.ondata = this.ondata;
      this.inflate.push(data, final);
    }
  };
}
