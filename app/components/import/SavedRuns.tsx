import { useState } from 'react';
import { Button, FileTrigger, Input, Label, TextField } from 'react-aria-components';
import { Trash2 } from 'lucide-react';
import type { SavedRun } from '../../storage/database';
import { engine } from '../../engine';
import { useLanguage, useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { IconButton } from '../common/IconButton';
import { integer } from '../common/numbers';
import { useSinglePress } from '../common/single-press';
import { AsCode } from './AsCode';
import { useSavedRuns } from './useSavedRuns';

const KILO = 1024;
const LONGEST_NAME = 80;

/** Runs of this machine: save, open, delete; and as files for other machines. */
export function SavedRuns() {
  const strings = useLazyStrings().data.runs;
  const { afresh } = useStrings().noticeLabels;
  const language = useLanguage();
  const saved = useSavedRuns();
  const [name, setName] = useState('');
  const [asking, setAsking] = useState(false);
  const press = useSinglePress();
  const called = name.trim() || strings.unnamed;
  const nameOf = (run: SavedRun): string => run.name || strings.unnamed;

  const line = ({ date, data, steps, weights }: SavedRun): string =>
    strings.line(
      new Date(date).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }),
      saved.titleOf(data),
      integer(steps, language),
      weights ? `${integer(Math.round(weights.length / KILO), language)} kB` : strings.untrained,
    );

  return (
    <section className="import-runs">
      <h3>{strings.title}</h3>
      <p className="panel-sub">{strings.sub}</p>
      <div className="import-run-tools">
        <TextField className="import-name" value={name} onChange={setName} maxLength={LONGEST_NAME}>
          <Label>{strings.name}</Label>
          <Input />
        </TextField>
        <Button className="button" onPress={() => saved.save(called, () => setName(''))}>
          {strings.save}
        </Button>
        <Button className="button" onPress={() => saved.exportFile(called)}>
          {strings.exportFile}
        </Button>
        <AsCode onSave={saved.saveProgram} />
        <FileTrigger
          acceptedFileTypes={['.safetensors']}
          onSelect={(list) => list?.[0] && saved.openFile(list[0])}
        >
          <Button className="button">{strings.importFile}</Button>
        </FileTrigger>
      </div>
      <p className="panel-sub">{strings.format}</p>
      <p role="status">{saved.told}</p>
      {saved.runs.length === 0 ? (
        <p className="panel-sub">{strings.empty}</p>
      ) : (
        <ul className="import-run-list" aria-label={strings.list}>
          {saved.runs.map((run) => (
            <li key={run.id}>
              <Button
                className="button"
                aria-label={strings.open(nameOf(run))}
                onPress={() => saved.open(run)}
              >
                {nameOf(run)}
              </Button>
              <span>{line(run)}</span>
              <IconButton
                label={strings.remove(nameOf(run))}
                onPress={press(() => saved.remove(run))}
              >
                <Trash2 size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {asking ? (
        <p role="alert">
          {strings.deleteAllSure}{' '}
          <Button
            className="button"
            onPress={press(() => {
              setAsking(false);
              saved.removeAll();
            })}
          >
            {strings.yes}
          </Button>{' '}
          <Button className="button" onPress={press(() => setAsking(false))}>
            {strings.no}
          </Button>
        </p>
      ) : (
        <div className="import-run-tools">
          <Button className="button" onPress={press(() => void engine.startAfresh())}>
            {afresh}
          </Button>
          <Button className="button" onPress={press(() => setAsking(true))}>
            {strings.deleteAll}
          </Button>
        </div>
      )}
    </section>
  );
}
