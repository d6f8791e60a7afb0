import { useState } from 'react';
import type { ModulationDetail } from '../../protocol/vocabulary';
import { cellRows, columnOrders, grownReach, ordersFit, type CellRow } from './rows';

/**
 * Column order by row, kept from the first values of a model (or a batch of its tasks) on: columns
 * never jump while it is trained or another movie is looked at.
 */
export function useColumnOrders(
  rows: readonly CellRow[],
  batch: readonly ModulationDetail[] | undefined,
  key: string,
): readonly number[][] {
  const make = () => ({ key, orders: columnOrders([rows, ...(batch ?? []).map(cellRows)]) });
  const [kept, setKept] = useState(make);
  if (kept.key === key && ordersFit(kept.orders, rows)) return kept.orders;
  const made = make();
  setKept(made);
  return made.orders;
}

/** The largest deviation that each unit has shown since `key` changed, by row. */
export function useUnitReach(rows: readonly CellRow[], key: string): readonly Float32Array[] {
  const [seen, setSeen] = useState<{ key: string; reach: readonly Float32Array[] }>({
    key,
    reach: [],
  });
  const reach = grownReach(seen.key === key ? seen.reach : [], rows);
  if (seen.key !== key || reach !== seen.reach) setSeen({ key, reach });
  return reach;
}
