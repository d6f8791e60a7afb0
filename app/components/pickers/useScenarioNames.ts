import { useEffect } from 'react';
import { store, useApp } from '../../store';
import { withNames } from '../../store/catalogue';
import { useStrings } from '../../strings';

/** Has the genres called in the page's language, wherever their names are shown. */
export function useScenarioNames(): void {
  const nameOf = useStrings().pickers.scenario;
  const catalogue = useApp((s) => s.catalogue);
  useEffect(() => {
    if (catalogue) store.setState({ catalogue: withNames(catalogue, nameOf) });
  }, [catalogue, nameOf]);
}
