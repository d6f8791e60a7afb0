import { useEffect, useState } from 'react';
import { useLazyStrings } from '../../strings/lazy';
import type { SavedRun } from '../../storage/database';
import { askToPersist } from '../../storage/persistence';
import { BUNDLED_DATA, isOwn } from '../../storage/names';
import { store } from '../../store';
import { engine } from '../../engine';
import { failureOf } from '../../store/faults';
import { parseAddress } from '../../store/url';
import { exportRun, currentRun, readRunFile } from '../../engine/saving';
import { currentData } from '../../engine/current-data';
import { saveBlob, saveText } from '../figure/save';
import type { ProgramKind } from './programs';
import { bare } from '../notice/bare';

interface List {
  runs: readonly SavedRun[];
  /** Titles of the data sets that this browser keeps, by name. */
  titles: ReadonlyMap<string, string>;
}

async function readList(): Promise<List> {
  const [{ listRuns }, { listOwn }] = await Promise.all([
    import('../../storage/runs'),
    import('../../storage/own-data'),
  ]);
  const [runs, own] = await Promise.all([listRuns(), listOwn()]);
  return { runs, titles: new Map(own.map(({ name, title }) => [name, title])) };
}

const EMPTY: List = { runs: [], titles: new Map() };

/** What can be done with saved runs, and the line that says how the last of it went. */
export function useSavedRuns() {
  const strings = useLazyStrings().data;
  const [list, setList] = useState(EMPTY);
  const [told, tell] = useState('');
  const [stamp, setStamp] = useState(0);
  useEffect(() => {
    let gone = false;
    readList().then(
      (read) => !gone && setList(read),
      () => !gone && setList(EMPTY),
    );
    return () => {
      gone = true;
    };
  }, [stamp]);

  /** Does something that may fail, says how it went, and looks at the list again. */
  const act = (work: () => Promise<string>): void => {
    work()
      .catch((error: unknown) => strings.runs.failed(bare(failureOf(error).detail)))
      .then((line) => {
        tell(line);
        setStamp((n) => n + 1);
      });
  };

  /** A run of another data set needs another page load, which finds it as its autosave. */
  const open = async (run: SavedRun): Promise<string> => {
    if (run.data !== currentData()) {
      const { listOwn } = await import('../../storage/own-data');
      const here = !isOwn(run.data) || (await listOwn()).some(({ name }) => name === run.data);
      if (!here) throw new Error(strings.runs.elsewhere(run.data));
      const { writeAutosave } = await import('../../storage/runs');
      await writeAutosave(run, parseAddress(run.address).address.setting);
      location.assign(`${location.pathname}${run.address}`);
      return '';
    }
    await engine.open(run);
    return strings.runs.opened(run.name || strings.runs.unnamed);
  };

  return {
    ...list,
    told,
    titleOf: (data: string) =>
      data === BUNDLED_DATA ? strings.bundled : (list.titles.get(data) ?? data),
    /** Keeps the present run; `done` is called once it is kept. */
    save: (name: string, done: () => void) =>
      act(async () => {
        const client = await engine.client();
        const run = await currentRun(store, client, { name, now: new Date() });
        const { saveRun } = await import('../../storage/runs');
        await saveRun(run);
        void askToPersist();
        done();
        return strings.runs.saved(run.name);
      }),
    exportFile: (name: string) =>
      act(async () => {
        const file = await exportRun(store, await engine.client(), name, new Date());
        saveBlob(new Blob([file as BlobPart]), 'cmml-run.safetensors');
        return '';
      }),
    /** Saves a program that prints the present ranking; it runs beside the exported file. */
    saveProgram: (kind: ProgramKind) =>
      act(async () => {
        const { programOf, PROGRAMS, shownOf } = await import('./programs');
        const shown = shownOf(store.getState(), currentData(), document.baseURI);
        if (typeof shown === 'string') return strings.runs.noCode[shown];
        saveText(programOf(kind, shown), 'text/plain', PROGRAMS[kind]);
        return strings.runs.codeSaved;
      }),
    openFile: (file: File) =>
      act(async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return open(await readRunFile(await engine.client(), bytes));
      }),
    open: (run: SavedRun) => act(() => open(run)),
    remove: ({ id }: SavedRun) =>
      act(async () => {
        const { deleteRun } = await import('../../storage/runs');
        await deleteRun(id);
        return '';
      }),
    removeAll: () =>
      act(async () => {
        const { deleteEverything } = await import('../../storage/database');
        await deleteEverything();
        await engine.forgetKept();
        return strings.runs.deletedAll;
      }),
  };
}
