import { Button, DropZone, FileTrigger, Text } from 'react-aria-components';
import { Panel } from '../common/Panel';
import { useSinglePress } from '../common/single-press';
import { titleFinder } from '../../../src/data/taste/match';
import { listAsCsv } from '../../../src/data/taste/pasted';
import { store } from '../../store';
import type { Failed } from '../../protocol/import';
import { useLazyStrings } from '../../strings/lazy';
import { filesOfDrop, filesOfFolder } from './folder';
import './import.css';
import { ImportOutcome } from './ImportOutcome';
import { KeptData } from './KeptData';
import { MyTaste } from './MyTaste';
import { PastedList } from './PastedList';
import { Recognised } from './Recognised';
import { SavedRuns } from './SavedRuns';
import { TakeAway } from './TakeAway';
import { useImport, type ImportState } from './useImport';

/** While it is read the form waits out of sight, with what was chosen in it. */
const FORM_SHOWN: readonly ImportState['state'][] = ['recognised', 'recognising', 'failed'];

const isOnePerson = (failure: Failed): boolean =>
  failure.code === 'import' && failure.fault.code === 'one-person';

/** Where a title ends and a rating begins is for the catalogue to say. */
function pastedFile(text: string, name: string): File {
  const movies = store.getState().catalogue?.movies;
  return new File([listAsCsv(text, movies && titleFinder(movies))], name);
}

/** The visitor's own data: dropped or picked, read in a worker, kept in this browser only. */
export default function Import() {
  const strings = useLazyStrings().data;
  const taste = useLazyStrings().taste;
  const { state, recognised, look, lookAgain, lookForFilms, build, readFilms, tryDomains, cancel } =
    useImport();
  const press = useSinglePress();
  /** Choosing may be called off: then nothing was chosen, and the import stays as it is. */
  const take = (list: FileList | null, files: (list: FileList) => File[]): void => {
    if (list && list.length > 0) look(Promise.resolve(list).then(files));
  };
  return (
    <Panel name="import" title={strings.title} sub={strings.sub}>
      <DropZone
        className="import-drop"
        getDropOperation={(types) => (types.has('application/x-cmml-movie') ? 'cancel' : 'copy')}
        onDrop={({ items }) => look(filesOfDrop(items))}
      >
        <Text slot="label">{strings.drop}</Text>
        <FileTrigger allowsMultiple onSelect={(list) => take(list, (files) => [...files])}>
          <Button className="button">{strings.choose}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={(list) => take(list, filesOfFolder)}>
          <Button className="button">{strings.chooseFolder}</Button>
        </FileTrigger>
        <Button className="button" onPress={press.start(tryDomains)}>
          {strings.togetherOnly}
        </Button>
      </DropZone>
      <PastedList
        onText={press.start((text: string) => lookForFilms(pastedFile(text, taste.pasted)))}
      />
      {recognised && (
        <div hidden={!FORM_SHOWN.includes(state.state)}>
          <Recognised
            recognised={recognised}
            failure={state.state === 'failed' ? state.failure : null}
            onWishes={lookAgain}
            onBuild={press.start(build)}
            onFilms={press.start(readFilms)}
          />
        </div>
      )}
      {state.state === 'failed' && isOnePerson(state.failure) && (
        <p className="import-start">
          <Button className="button primary" onPress={press.start(readFilms)}>
            {taste.use}
          </Button>
        </p>
      )}
      <ImportOutcome state={state} onCancel={press(cancel)} />
      {state.state === 'films' && <MyTaste films={state.films} />}
      <KeptData stamp={state.state} />
      <TakeAway />
      <SavedRuns />
    </Panel>
  );
}
