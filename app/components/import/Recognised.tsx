import { useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { TablePlan, Wishes } from '../../../src/data/import';
import type { Field } from '../../../src/data/import/names';
import type { Companion, Failed } from '../../protocol/import';
import { useLazyStrings } from '../../strings/lazy';
import { TableMapping } from './TableMapping';
import type { Recognised as Found } from './useImport';

const COMPANIONS: readonly Companion[] = ['movielens-small', 'generated'];

export interface RecognisedProps {
  recognised: Found;
  /** Of the import that was tried last. */
  failure: Failed | null;
  onWishes: (wishes: Wishes) => void;
  onBuild: (plan: TablePlan | null, companions: Companion[]) => void;
  onFilms: () => void;
}

/** What the files are, and what is to be done with them. Stays where an import of them failed. */
export function Recognised(props: RecognisedProps) {
  const { recognised, failure, onWishes, onBuild, onFilms } = props;
  const strings = useLazyStrings().data;
  const { importForm: form, taste } = useLazyStrings();
  const [companions, setCompanions] = useState<Companion[]>([]);
  // A form of columns that is shown stays, however the table is cut in it: only there is the cut undone.
  const [asTable, setAsTable] = useState(recognised.kind !== 'one-person');
  if (recognised.kind === 'one-person' && !asTable) {
    return (
      <div className="import-recognised">
        <p>{form.onePersonIs(recognised.name)}</p>
        <p className="import-start">
          <Button className="button primary" onPress={onFilms}>
            {taste.use}
          </Button>
          <Button className="button" onPress={() => setAsTable(true)}>
            {form.showColumns}
          </Button>
        </p>
      </div>
    );
  }
  return (
    <div className="import-recognised">
      <p>
        {recognised.kind === 'movielens'
          ? strings.movielens(recognised.name)
          : strings.table(recognised.name)}
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
      {recognised.kind === 'movielens' ? (
        <Button className="button primary" onPress={() => onBuild(null, companions)}>
          {strings.start}
        </Button>
      ) : (
        <TableMapping
          // Another table, or the same cut otherwise, has columns of its own.
          key={JSON.stringify([recognised.name, recognised.preview.columns, recognised.encoding])}
          table={recognised}
          wrong={fieldAtFault(failure)}
          onWishes={onWishes}
          onPlan={(plan) => onBuild(plan, companions)}
        />
      )}
    </div>
  );
}

/** The field that most lines did not fit. */
function fieldAtFault(failure: Failed | null): Field | null {
  if (failure?.code !== 'import' || failure.fault.code !== 'misfit-lines') return null;
  const { field } = failure.fault;
  return field === 'rating' || field === 'user' || field === 'item' || field === 'time'
    ? field
    : null;
}
