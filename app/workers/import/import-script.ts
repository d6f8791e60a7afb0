/** Reads, builds and keeps a visitor's data set; the page stays as it is until all is done. */
import {
  buildImport,
  readImport,
  recognise,
  type Recognised,
  type RecognisedTable,
  type Wishes,
} from '../../../src/data/import';
import { joinDomains, type Domain } from '../../../src/data/import/domains';
import { generatedDomain, GENERATED_NAME } from '../../../src/data/import/generated-domain';
import { ImportError } from '../../../src/data/import/import-error';
import { throttledProgress } from '../../../src/data/import/progress';
import { rawFromDataset } from '../../../src/data/import/raw';
import { blobSource, type Source } from '../../../src/data/import/source';
import type { RawData } from '../../../src/data/raw-data';
import { readFilms } from '../../../src/data/taste/read-films';
import { encodeFiles } from '../../../src/data/files';
import { manifestOf } from '../../../src/data/manifest';
import { sha256 } from '../../../src/data/sha256';
import { OWN } from '../../storage/names';
import { writeOwn } from '../../storage/own-data';
import { fetchFrom, readDataset } from '../model/files';
import { failedBy } from '../../protocol/import-failure';
import type { ToWorker } from '../../protocol/wire';
import { Host, type Handlers } from '../host/host';
import type {
  BuildQuestion,
  Built,
  Companion,
  Failed,
  ImportCalls,
  ImportNotice,
  ImportResult,
  Recognised as Shown,
  ShownTable,
} from '../../protocol/import';

let given: readonly Source[] = [];
let recognised: Recognised | null = null;
/** Cancelling ends the worker: building cannot be interrupted otherwise, and nothing is half kept. */
const never = new AbortController().signal;

async function look(wishes?: Wishes): Promise<Shown> {
  recognised = await recognise(given, wishes);
  return recognised.kind === 'movielens'
    ? { type: 'recognised', kind: 'movielens', name: recognised.name }
    : shown(recognised);
}

function shown(table: RecognisedTable): ShownTable {
  // The values of a column are many, and the page has no use for them.
  const { values: _, ...preview } = table.preview;
  return {
    type: 'recognised',
    kind: table.kind,
    name: table.source.name,
    preview,
    encoding: table.encoding,
    tables: table.tables,
    unsure: table.unsure,
    joins: table.joins.map(({ candidate, title, scenario }) => ({
      file: candidate.name,
      titles: title !== null,
      categories: scenario !== null,
    })),
  };
}

async function films() {
  if (recognised?.kind !== 'one-person' && recognised?.kind !== 'table') {
    throw new ImportError({ code: 'no-files' });
  }
  const { source, preview, encoding, own } = recognised;
  // A table that names one user only is one person's too.
  const lists = own.length > 0 ? own : [{ name: source.name, source, preview, encoding }];
  return { type: 'films' as const, films: await readFilms(lists, progress()) };
}

async function build(question: BuildQuestion): Promise<Built> {
  if (!recognised) throw new ImportError({ code: 'no-files' });
  const { base, plan, companions, atMost, seed } = question;
  const imported = await readImport(recognised, plan, { atMost, seed }, progress());
  const { name, raw, ...report } = imported;
  return keep([{ name, data: raw }], companions, base, seed, report);
}

type Report = Omit<ImportResult, 'data' | 'title' | 'counts'>;

/** Of companions alone there is nothing to report. */
const NOTHING: Report = {
  duplicates: 0,
  sampledOut: 0,
  problems: { count: 0, examples: [] },
  account: null,
  notes: [],
  scale: null,
};

async function keep(
  own: Domain[],
  companions: readonly Companion[],
  base: string,
  seed: number,
  report: Report,
): Promise<Built> {
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
    ...(report.scale ? { ratings: report.scale } : {}),
  });
  await writeOwn(manifest, files);
  const { name: data, counts } = manifest;
  return { type: 'built', result: { data, title, counts, ...report } };
}

async function companion(name: Companion, base: string, seed: number): Promise<Domain> {
  if (name === 'generated') return { name: GENERATED_NAME, data: generatedDomain(seed) };
  const dataset = await readDataset(fetchFrom(base), name);
  return { name: dataset.manifest.title, data: rawFromDataset(dataset) };
}

const progress = () =>
  throttledProgress(
    (now) => host.notify(now),
    never,
    () => performance.now(),
  );

/** What is wrong with the files is an answer; and so is anything else that goes wrong with them. */
const orFailed = <T>(work: Promise<T>): Promise<T | Failed> => work.catch(failedBy);

const handlers: Handlers<ImportCalls> = {
  recognise({ files }) {
    given = files.map((file) => blobSource(file.name, file));
    return orFailed(look());
  },
  lookAgain: ({ wishes }) => orFailed(look(wishes)),
  films: () => orFailed(films()),
  build: (question) => orFailed(build(question)),
  companions: ({ companions, base, seed }) => orFailed(keep([], companions, base, seed, NOTHING)),
};

const host = new Host<ImportNotice>(
  (message, transfer = []) => self.postMessage(message, { transfer }),
  handlers,
);
self.onmessage = ({ data }: MessageEvent<ToWorker>) => host.receive(data);
