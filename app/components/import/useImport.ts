import { useCallback, useEffect, useRef, useState } from 'react';
import type { TablePlan, Wishes } from '../../../src/data/import';
import type { Films } from '../../../src/data/taste/read-films';
import type { ProgressReport } from '../../../src/data/import/progress';
import { startImporter, type Importer } from '../../client/import-client';
import { askToPersist } from '../../storage/persistence';
import { failedBy } from '../../protocol/import-failure';
import type {
  Companion,
  Failed,
  ImportAnswer,
  ImportCalls,
  ImportResult,
  Recognised,
} from '../../protocol/import';

export type { Recognised } from '../../protocol/import';

export type ImportState =
  | { state: 'idle' }
  | { state: 'recognising' }
  | { state: 'recognised' }
  | { state: 'working'; progress: ProgressReport | null }
  | { state: 'built'; result: ImportResult }
  /** One person's films: `useTaste` goes on with them. */
  | { state: 'films'; films: Films }
  | { state: 'cancelled' }
  | { state: 'failed'; failure: Failed };

/** More ratings than this are sub-sampled by users: what a browser factorises in patience. */
const AT_MOST = 1_200_000;
const SEED = 2021;

/** Who writes a film down without a rating likes it; in an export it may only have been watched. */
const asLiked = (films: Films): Films => ({
  ...films,
  films: films.films.map((film) => (film.stars === null ? { ...film, liked: true } : film)),
});

/** One import at a time, in a worker that ends with it. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ state: 'idle' });
  /** What the files are: stays while they are read, and after that failed. */
  const [recognised, setRecognised] = useState<Recognised | null>(null);
  const importer = useRef<Importer | null>(null);
  /** The visitor wrote a list of films: nobody is asked what it is, or to be used for. */
  const isList = useRef(false);
  const close = useCallback(() => {
    importer.current?.close();
    importer.current = null;
  }, []);
  useEffect(() => close, [close]);

  const hear = (answer: ImportAnswer): void => {
    switch (answer.type) {
      case 'recognised':
        setRecognised(answer);
        if (isList.current && answer.kind !== 'movielens') return readFilms();
        return setState({ state: 'recognised' });
      case 'built':
        void askToPersist();
        return setState({ state: 'built', result: answer.result });
      case 'films':
        return setState({
          state: 'films',
          films: isList.current ? asLiked(answer.films) : answer.films,
        });
      case 'failed':
        return setState({ state: 'failed', failure: answer });
    }
  };
  const open = (): Importer =>
    startImporter((progress) => setState({ state: 'working', progress }));
  const ask = <Name extends keyof ImportCalls>(
    call: Name,
    ...question: Parameters<ImportCalls[Name]>
  ): void => {
    const mine = (importer.current ??= open());
    mine.ask(call, ...question).then(hear, (error: unknown) => {
      // Ended by the visitor, it has nothing more to say.
      if (importer.current === mine) setState({ state: 'failed', failure: failedBy(error) });
    });
  };
  const end = (next: ImportState): void => {
    close();
    isList.current = false;
    setRecognised(null);
    setState(next);
  };
  const base = (): string => new URL('.', document.baseURI).href;
  const readFilms = (): void => {
    setState({ state: 'working', progress: null });
    ask('films');
  };

  return {
    state,
    recognised,
    /** Files that may still be gathered from folders. */
    look: (files: Promise<File[]>) => {
      end({ state: 'recognising' });
      const mine = (importer.current = open());
      files.then(
        (files) => importer.current === mine && ask('recognise', { files }),
        // Another import may have begun meanwhile.
        (error: unknown) =>
          importer.current === mine && end({ state: 'failed', failure: failedBy(error) }),
      );
    },
    /** Looks at the same files in another way. */
    lookAgain: (wishes: Wishes) => {
      setState({ state: 'recognising' });
      ask('lookAgain', { wishes });
    },
    /** A list that was written as films. */
    lookForFilms: (list: File) => {
      end({ state: 'recognising' });
      isList.current = true;
      ask('recognise', { files: [list] });
    },
    readFilms,
    build: (plan: TablePlan | null, companions: Companion[]) => {
      setState({ state: 'working', progress: null });
      ask('build', { base: base(), plan, companions, atMost: AT_MOST, seed: SEED });
    },
    /** The bundled data and the generated shop as two domains. */
    tryDomains: () => {
      end({ state: 'working', progress: null });
      const companions: Companion[] = ['movielens-small', 'generated'];
      ask('companions', { base: base(), companions, seed: SEED });
    },
    cancel: () => end({ state: 'cancelled' }),
  };
}
