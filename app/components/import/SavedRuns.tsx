import { useEffect, useState } from 'react';
import { Button, FileTrigger, Input, Label, TextField } from 'react-aria-components';
import { Trash2 } from 'lucide-react';
import type { SavedRun } from '../../storage/database';
import { store } from '../../store';
import { engine } from '../../store/engine';
import { failureOf } from '../../store/engine/client';
import { presentRun, restoreWeights } from '../../store/engine/saving';
import { useLanguage, useStrings } from '../../strings';
import { IconButton } from '../common/IconButton';
import { integer } from '../common/numbers';
import { saveBlob } from '../figure/save';

const KILO = 1024;

/** Runs of this machine: save, open, delete; and as files for other machines. */
export function SavedRuns() {
  const strings = useStrings().data.runs;
  const language = useLanguage();
  const [runs, setRuns] = useState<readonly SavedRun[]>([]);
  const [name, setName] = useState('');
  const [told, tell] = useState('');
  const [asking, setAsking] = useState(false);
  const [stamp, setStamp] = useState(0);

  useEffect(() => {
    let gone = false;
    import('../../storage/runs')
      .then(({ listRuns }) => listRuns())
      .then(
        (list) => !gone && setRuns(list),
        () => !gone && setRuns([]),
      );
    return () => {
      gone = true;
    };
  }, [stamp]);

  /** Does something that may fail, says how it went, and looks at the list again. */
  const act = (work: () => Promise<string>): void => {
    work()
      .catch((error: unknown) => strings.failed(failureOf(error).detail))
      .then((line) => {
        tell(line);
        setStamp((n) => n + 1);
      });
  };
  const present = async (): Promise<SavedRun> =>
    presentRun(store, await engine.client(), name.trim() || strings.unnamed, new Date());

  const save = () =>
    act(async () => {
      const run = await present();
      const { saveRun } = await import('../../storage/runs');
      await saveRun(run);
      setName('');
      return strings.saved(run.name);
    });
  const exportFile = () =>
    act(async () => {
      const client = await engine.client();
      const note = JSON.stringify({ address: location.search });
      const file = await client.exportWeights(note, new Date().toISOString());
      saveBlob(new Blob([file as BlobPart]), 'cmml-run.safetensors');
      return '';
    });
  const openFile = (file: File | undefined) =>
    file &&
    act(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await restoreWeights(store, await engine.client(), bytes);
      return strings.opened;
    });
  const open = (run: SavedRun) =>
    act(async () => {
      // The address brings setting, support set and variant; the autosave brings the weights.
      const { writeAutosave } = await import('../../storage/runs');
      await writeAutosave(run);
      location.assign(`${location.pathname}${run.address}`);
      return '';
    });
  const remove = ({ id }: SavedRun) =>
    act(async () => {
      const { deleteRun } = await import('../../storage/runs');
      await deleteRun(id);
      return '';
    });
  const removeAll = () =>
    act(async () => {
      const { deleteEverything } = await import('../../storage/database');
      await deleteEverything();
      setAsking(false);
      return '';
    });

  return (
    <section className="import-runs">
      <h3>{strings.title}</h3>
      <p className="panel-sub">{strings.sub}</p>
      <div className="import-run-tools">
        <TextField className="import-name" value={name} onChange={setName} maxLength={80}>
          <Label>{strings.name}</Label>
          <Input />
        </TextField>
        <Button className="import-button is-main" onPress={save}>
          {strings.save}
        </Button>
        <Button className="import-button" onPress={exportFile}>
          {strings.exportFile}
        </Button>
        <FileTrigger acceptedFileTypes={['.safetensors']} onSelect={(list) => openFile(list?.[0])}>
          <Button className="import-button">{strings.importFile}</Button>
        </FileTrigger>
      </div>
      <p className="panel-sub">{strings.format}</p>
      <p role="status">{told}</p>
      {runs.length === 0 ? (
        <p className="panel-sub">{strings.empty}</p>
      ) : (
        <ul className="import-run-list">
          {runs.map((run) => (
            <li key={run.id}>
              <Button
                className="import-button"
                aria-label={strings.open(run.name)}
                onPress={() => open(run)}
              >
                {run.name}
              </Button>
              <span>
                {strings.line(
                  run.date.slice(0, 16).replace('T', ' '),
                  integer(run.steps, language),
                  run.weights
                    ? `${integer(Math.round(run.weights.length / KILO), language)} kB`
                    : strings.untrained,
                )}
              </span>
              <IconButton label={strings.remove(run.name)} onPress={() => remove(run)}>
                <Trash2 size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {asking ? (
        <p role="alert">
          {strings.deleteAllSure}{' '}
          <Button className="import-button" onPress={removeAll}>
            {strings.yes}
          </Button>{' '}
          <Button className="import-button" onPress={() => setAsking(false)}>
            {strings.no}
          </Button>
        </p>
      ) : (
        <Button className="import-button" onPress={() => setAsking(true)}>
          {strings.deleteAll}
        </Button>
      )}
    </section>
  );
}
