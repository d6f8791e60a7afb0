import { useEffect } from 'react';
import { useApp } from '../../store';
import { useStrings } from '../../strings';

/** Has the genres called in the page's language, wherever their names are shown. */
export function useScenarioNames(): void {
  const nameOf = useStrings().pickers.scenario;
  const catalogue = useApp((s) => s.catalogue);
  const nameScenarios = useApp((s) => s.nameScenarios);
  useEffect(() => nameScenarios(nameOf), [catalogue, nameOf, nameScenarios]);
}
