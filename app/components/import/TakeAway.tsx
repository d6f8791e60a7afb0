import { useState } from 'react';
import { Button } from 'react-aria-components';
import { currentData } from '../../engine/current-data';
import { store, useApp } from '../../store';
import { useLazyStrings } from '../../strings/lazy';
import { saveCsv, saveText } from '../figure/save';
import { Choice } from './Choice';
import { asCsv, asJson, tableOf, THINGS, type Thing } from './take-away';

/** What is on the page, saved for other programs. */
export function TakeAway() {
  const strings = useLazyStrings().takeAway;
  const [thing, setThing] = useState<Thing>('ranking');
  const isThere = useApp(
    (state) =>
      state.answer !== null && state.catalogue !== null && (thing !== 'map' || state.map !== null),
  );
  const save = (format: 'csv' | 'json'): void => {
    const state = store.getState();
    const table = tableOf(thing, state);
    if (!table) return;
    const name = `cmml-${thing}.${format}`;
    if (format === 'csv') saveCsv(asCsv(table), name);
    else saveText(asJson(thing, table, state, currentData()), 'application/json', name);
  };
  return (
    <section className="import-takeaway">
      <h3>{strings.title}</h3>
      <div className="import-run-tools">
        <Choice label={strings.what} value={thing} onChange={(value) => setThing(value as Thing)}>
          {THINGS.map((id) => (
            <option key={id} value={id}>
              {strings.things[id]}
            </option>
          ))}
        </Choice>
        <Button className="button" isDisabled={!isThere} onPress={() => save('csv')}>
          {strings.csv}
        </Button>
        <Button className="button" isDisabled={!isThere} onPress={() => save('json')}>
          {strings.json}
        </Button>
        {!isThere && <span>{strings.notYet}</span>}
      </div>
    </section>
  );
}
