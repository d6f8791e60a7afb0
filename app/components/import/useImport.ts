import { useEffect, useRef, useState } from 'react';
import type { TablePlan } from '../../../src/data/import';
import type { ProgressReport } from '../../../src/data/import/progress';
import { presentData } from '../../store/engine/surroundings';
import { startImporter, type Importer } from '../../workers/import/client';
import { failedBy } from '../../workers/import/failure';
import type {
  Companion,
  Failed,
  FromImport,
  ImportResult,
  ToImport,
} from '../../workers/import/protocol';

type Recognised = Extract<FromImport, { type: 'recognised' }>;

export type ImportState =
  | { state: 'idle' }
  | { state: 'recognising' }
  | { state: 'recognised'; recognised: Recognised }
  | { state: 'working'; progress: ProgressReport | null }
  | { state: 'built'; result: ImportResult }
  | { state: 'cancelled' }
  | { state: 'failed'; failure: Failed };

/** More ratings than this are sub-sampled by users: what a browser factorises in patience. */
const AT_MOST = 1_200_000;
const SEED = 2021;

/** One import at a time, in a worker that ends with it. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ state: 'idle' });
  const importer = useRef<Importer | null>(null);
  useEffect(() => () => importer.current?.close(), []);

  const hear = (message: FromImport): void => {
    switch (message.type) {
      case 'recognised':
        return setState({ state: 'recognised', recognised: message });
      case 'progress':
        return setState({ state: 'working', progress: message.progress });
      case 'built':
        return setState({ state: 'built', result: message.result });
      case 'failed':
        return setState({ state: 'failed', failure: message });
    }
  };
  const send = (message: ToImport): void => {
    importer.current ??= startImporter(hear);
    importer.current.send(message);
  };
  const end = (next: ImportState): void => {
    importer.current?.close();
    importer.current = null;
    setState(next);
  };
  const base = (): string => new URL('.', document.baseURI).href;

  return {
    state,
    /** Files that may still be gathered from folders. */
    look: (gathered: Promise<File[]>) => {
      end({ state: 'recognising' });
      const mine = (importer.current = startImporter(hear));
      gathered.then(
        (files) => mine.send({ type: 'recognise', files }),
        // Another import may have begun meanwhile.
        (error: unknown) =>
          importer.current === mine && end({ state: 'failed', failure: failedBy(error) }),
      );
    },
    build: (plan: TablePlan | null, companions: Companion[]) => {
      setState({ state: 'working', progress: null });
      send({ type: 'build', base: base(), plan, companions, atMost: AT_MOST, seed: SEED });
    },
    /** The bundled data and the generated shop as two domains. */
    tryDomains: () => {
      end({ state: 'working', progress: null });
      const companions: Companion[] = ['movielens-small', 'generated'];
      send({ type: 'companions', base: base(), companions, seed: SEED });
    },
    cancel: () => end({ state: 'cancelled' }),
  };
}

/** Opens a data set: another page load, with nothing of the former one but its address's rest. */
export function openData(data: string): void {
  if (data === presentData()) return;
  const query = new URLSearchParams();
  const before = new URLSearchParams(location.search);
  // What a link says about movies and genres belongs to its data; the rest stays.
  for (const name of ['lang', 'backend', 'embed', 'hide', 'test']) {
    const value = before.get(name);
    if (value !== null) query.set(name, value);
  }
  query.set('data', data);
  location.assign(`?${query}`);
}
