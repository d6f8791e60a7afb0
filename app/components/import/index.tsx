import { useState } from 'react';
import {
  Button,
  DropZone,
  FileTrigger,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import type { Companion } from '../../workers/import/protocol';
import { Panel } from '../common/Panel';
import { useStrings } from '../../strings';
import { filesOfDrop, filesOfFolder } from './folder';
import './import.css';
import { ImportOutcome } from './ImportOutcome';
import { KeptData } from './KeptData';
import { SavedRuns } from './SavedRuns';
import { TableMapping } from './TableMapping';
import { useImport } from './useImport';

const COMPANIONS: readonly Companion[] = ['movielens-small', 'generated'];

/** The visitor's own data: dropped or picked, read in a worker, kept in this browser only. */
export default function Import() {
  const strings = useStrings().data;
  const { state, look, build, tryDomains, cancel } = useImport();
  const [companions, setCompanions] = useState<Companion[]>([]);
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
        <Button className="button" onPress={tryDomains}>
          {strings.togetherOnly}
        </Button>
      </DropZone>
      {state.state === 'recognised' && (
        <div className="import-recognised">
          <p>
            {state.recognised.kind === 'movielens'
              ? strings.movielens(state.recognised.name)
              : strings.table(state.recognised.name)}
          </p>
          <ToggleButtonGroup
            className="import-companions"
            aria-label={strings.together}
            selectionMode="multiple"
            selectedKeys={companions}
            onSelectionChange={(keys) => setCompanions([...keys] as Companion[])}
          >
            <span>{strings.together}</span>
            {COMPANIONS.map((id) => (
              <ToggleButton key={id} id={id} className="button">
                {strings.companions[id]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {state.recognised.kind === 'movielens' ? (
            <Button className="button primary" onPress={() => build(null, companions)}>
              {strings.start}
            </Button>
          ) : (
            <TableMapping
              preview={state.recognised.preview}
              onPlan={(plan) => build(plan, companions)}
            />
          )}
        </div>
      )}
      <ImportOutcome state={state} onCancel={cancel} />
      <KeptData stamp={state.state} />
      <SavedRuns />
    </Panel>
  );
}
