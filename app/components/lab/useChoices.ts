import { useState } from 'react';
import type { Treatment } from '../../../src/kinds';
import type { LabProtocol } from '../../protocol/lab-tables/lab-protocol';
import type { SortKey } from './sort';
import { LAB_TABLES, type LabTable } from '../../protocol/lab-tables/tables';

/** Enough to see the order of systems within a minute or two. */
const STEPS_HERE = 300;

export type TableChoices = ReturnType<typeof useTableChoices>;
export type RunChoices = ReturnType<typeof useRunChoices>;

/** Which table is looked at, and how: kept while another view of the lab is open. */
export function useTableChoices() {
  const [table, setTable] = useState<LabTable>(LAB_TABLES[0]);
  const [treatment, setTreatment] = useState<Treatment>('plain');
  const [protocol, setProtocol] = useState<LabProtocol | null>(null);
  const [print, setPrint] = useState(table.prints[0]?.id);
  const [sort, setSort] = useState<SortKey>('paper');
  const choose = (id: LabTable['id']) => {
    const chosen = LAB_TABLES.find((other) => other.id === id)!;
    setTable(chosen);
    setPrint(chosen.prints[0]?.id);
    setSort('paper');
  };
  return { table, choose, treatment, setTreatment, protocol, setProtocol, print, setPrint, sort, setSort }; // prettier-ignore
}

/** How long and how often systems are trained here, whichever view starts them. */
export function useRunChoices() {
  const [steps, setSteps] = useState(STEPS_HERE);
  const [seeds, setSeeds] = useState(1);
  return { steps, setSteps, seeds, setSeeds };
}
