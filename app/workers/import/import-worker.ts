/** Reads, builds and keeps a visitor's data set; the page stays as it is until all is done. */
import { buildImport, readImport, recognise, type Recognised } from '../../../src/data/import';
import { joinDomains, type Domain } from '../../../src/data/import/domains';
import { generatedDomain, GENERATED_NAME } from '../../../src/data/import/generated-domain';
import { ImportError } from '../../../src/data/import/problem';
import { throttledProgress } from '../../../src/data/import/progress';
import { rawFromDataset } from '../../../src/data/import/raw';
import { blobSource } from '../../../src/data/import/source';
import type { RawData } from '../../../src/data/build';
import { encodeFiles } from '../../../src/data/files';
import { manifestOf } from '../../../src/data/manifest';
import { sha256 } from '../../../src/data/sha256';
import { OWN } from '../../storage/names';
import { writeOwn } from '../../storage/own-data';
import { fetchFrom, readDataset } from '../model/files';
import { failedBy } from './failure';
import type { Companion, FromImport, ImportResult, ToImport } from './protocol';

const tell = (message: FromImport): void => self.postMessage(message);

let recognised: Recognised | null = null;
/** Cancelling ends the worker: building cannot be interrupted otherwise, and nothing is half kept. */
const never = new AbortController().signal;

const nothingWrong = { count: 0, examples: [] };

async function look(files: File[]): Promise<void> {
  recognised = await recognise(files.map((file) => blobSource(file.name, file)));
  if (recognised.kind === 'movielens') {
    tell({ type: 'recognised', kind: 'movielens', name: recognised.name });
  } else {
    const { source, preview } = recognised;
    tell({ type: 'recognised', kind: 'table', name: source.name, preview });
  }
}

async function build(request: Extract<ToImport, { type: 'build' }>): Promise<void> {
  if (!recognised) throw new ImportError({ code: 'no-files' });
  const { base, plan, companions, atMost, seed } = request;
  const imported = await readImport(recognised, plan, { atMost, seed }, progress());
  const { name, raw, ...report } = imported;
  await keep([{ name, data: raw }], companions, base, seed, report);
}

async function keep(
  own: Domain[],
  companions: readonly Companion[],
  base: string,
  seed: number,
  report: Pick<ImportResult, 'duplicates' | 'sampledOut' | 'problems'>,
): Promise<void> {
  const others = await Promise.all(companions.map((name) => companion(name, base, seed)));
  const domains = [...own, ...others];
  const raw: RawData = domains.length === 1 ? domains[0].data : joinDomains(domains);
  const built = buildImport(raw, seed, progress());
  const files = encodeFiles(built);
  const title = domains.map((domain) => domain.name).join(' + ');
  const digest = await sha256(files['ratings.bin']);
  const manifest = await manifestOf(built, files, {
    name: `${OWN}${digest.slice(0, 12)}`,
    title,
    seed,
    licence: 'Your own data: it stays in this browser.',
    citation: '',
    made: { command: 'import in the browser', source: title, sourceSha256: digest },
  });
  await writeOwn(manifest, files);
  tell({
    type: 'built',
    result: { data: manifest.name, title, counts: manifest.counts, ...report },
  });
}

async function companion(name: Companion, base: string, seed: number): Promise<Domain> {
  if (name === 'generated') return { name: GENERATED_NAME, data: generatedDomain(seed) };
  const dataset = await readDataset(fetchFrom(base), name);
  return { name: dataset.manifest.title, data: rawFromDataset(dataset) };
}

const progress = () =>
  throttledProgress(
    (now) => tell({ type: 'progress', progress: now }),
    never,
    () => performance.now(),
  );

self.onmessage = ({ data }: MessageEvent<ToImport>) => {
  const work =
    data.type === 'recognise'
      ? look(data.files)
      : data.type === 'build'
        ? build(data)
        : keep([], data.companions, data.base, data.seed, {
            duplicates: 0,
            sampledOut: 0,
            problems: nothingWrong,
          });
  work.catch((error: unknown) => tell(failedBy(error)));
};
