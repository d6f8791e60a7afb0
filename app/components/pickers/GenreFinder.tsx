import { useCallback, useMemo } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  SearchField,
} from 'react-aria-components';
import type { Family, Scenario } from '../../../src/data/types';
import { useApp } from '../../store';
import { useLanguage, useStrings } from '../../strings';
import { isFound, wordsOf } from './genre-words';
import './pickers.css';

const FAMILIES: readonly Family[] = ['horror', 'suspense', 'romance', 'war', 'other'];

function byFamily(scenarios: readonly Scenario[], language: string): Map<Family, Scenario[]> {
  const order = (a: Scenario, b: Scenario) => a.name.localeCompare(b.name, language);
  return new Map(
    FAMILIES.map((family) => [
      family,
      scenarios.filter((scenario) => scenario.family === family).sort(order),
    ]),
  );
}

/** The list of a genre select, with a field to find one: grouped by family, as on the context map. */
export function GenreFinder() {
  const t = useStrings().pickers;
  const language = useLanguage();
  const catalogue = useApp((s) => s.catalogue);
  const groups = useMemo(
    () => byFamily(catalogue?.scenarios ?? [], language),
    [catalogue, language],
  );
  const words = useMemo(() => {
    const scenarios = catalogue?.scenarios ?? [];
    return new Map(scenarios.map((each) => [each.name, wordsOf(each, t.also)]));
  }, [catalogue, t]);
  const matches = useCallback(
    (name: string, query: string) => isFound(words.get(name) ?? name, query),
    [words],
  );
  return (
    <Popover className="choice-popover genre-finder" placement="bottom start" maxHeight={440}>
      <Autocomplete filter={matches}>
        <SearchField className="genre-find" aria-label={t.find} autoFocus>
          <Input placeholder={t.find} />
        </SearchField>
        <ListBox
          className="choice-list"
          renderEmptyState={() => <p className="search-none">{t.none}</p>}
        >
          {FAMILIES.map((family) => (
            <ListBoxSection key={family} id={`family-${family}`} className="genre-family">
              <Header>
                <i className={`family-${family}`} />
                {t.families[family]}
              </Header>
              {groups.get(family)!.map((scenario) => (
                <ListBoxItem
                  key={scenario.id}
                  id={scenario.id}
                  textValue={scenario.name}
                  className="genre-option"
                >
                  <span>{scenario.name}</span>
                  {scenario.fold === 'metaTest' && <em title={t.heldOutHelp}>{t.heldOut}</em>}
                  <small className="num">{scenario.items.length}</small>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
    </Popover>
  );
}
