import { useLazyStrings } from '../../strings/lazy';
import type { CellOverride } from '../../protocol/vocabulary';
import { OverrideSlider } from '../figure/OverrideSlider';
import type { CellRow } from './rows';

/** How far from neutral a number can be set. */
const RANGE: Record<CellOverride['target'], [number, number]> = {
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
  overrides: readonly CellOverride[];
  onOverride: (cell: Omit<CellOverride, 'value'>, value: number | null) => void;
}

/** Overrides one generated number of the modulation. */
export function CellEditor({ row, unit, overrides, onOverride }: CellEditorProps) {
  const strings = useLazyStrings().film;
  if (!row) return <p className="figure-editor is-hint">{strings.editHint}</p>;
  const cell = { target: row.target, layer: row.layer, unit };
  const override = overrides.find(
    (other) =>
      other.target === cell.target && other.layer === cell.layer && other.unit === cell.unit,
  );
  return (
    <OverrideSlider
      label={strings.override(strings.targets[row.target], row.layer + 1, unit + 1)}
      range={RANGE[row.target]}
      value={override?.value ?? row.values[unit]}
      isOverridden={override !== undefined}
      release={strings.release}
      onOverride={(value) => onOverride(cell, value)}
    />
  );
}
