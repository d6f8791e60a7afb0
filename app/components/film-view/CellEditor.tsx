import { useLazyStrings } from '../../strings/lazy';
import type { HeldCell } from '../../protocol/vocabulary';
import { HoldSlider } from '../figure/HoldSlider';
import type { CellRow } from './rows';

/** How far a number can be held from neutral. */
const RANGE: Record<HeldCell['target'], [number, number]> = {
  gamma: [-3, 5],
  beta: [-4, 4],
  gate: [0, 1],
  weight: [-4, 4],
  bias: [-4, 4],
};

interface CellEditorProps {
  /** The row of the chosen cell, or null. */
  row: CellRow | null;
  unit: number;
  held: readonly HeldCell[];
  onHold: (cell: Omit<HeldCell, 'value'>, value: number | null) => void;
}

/** Holds one number of the modulation in place of the generated one. */
export function CellEditor({ row, unit, held, onHold }: CellEditorProps) {
  const strings = useLazyStrings().film;
  if (!row) return <p className="figure-editor is-hint">{strings.editHint}</p>;
  const cell = { target: row.target, layer: row.layer, unit };
  const heldCell = held.find(
    (other) =>
      other.target === cell.target && other.layer === cell.layer && other.unit === cell.unit,
  );
  return (
    <HoldSlider
      label={strings.hold(strings.targets[row.target], row.layer + 1, unit + 1)}
      range={RANGE[row.target]}
      value={heldCell?.value ?? row.values[unit]}
      isHeld={heldCell !== undefined}
      release={strings.release}
      onHold={(value) => onHold(cell, value)}
    />
  );
}
