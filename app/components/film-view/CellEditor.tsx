import {
  Button,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { useStrings } from '../../strings';
import type { HeldCell } from '../../workers/protocol';
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

/** Holds one number of the modulation in place of the generated one: a causal handle. */
export function CellEditor({ row, unit, held, onHold }: CellEditorProps) {
  const strings = useStrings().film;
  if (!row) return <p className="film-editor">{strings.editHint}</p>;
  const cell = { target: row.target, layer: row.layer, unit };
  const present = held.find(
    (other) =>
      other.target === cell.target && other.layer === cell.layer && other.unit === cell.unit,
  );
  const [min, max] = RANGE[row.target];
  const value = present?.value ?? row.values[unit];
  return (
    <div className="film-editor">
      <Slider
        className="film-slider"
        minValue={Math.min(min, Math.floor(value))}
        maxValue={Math.max(max, Math.ceil(value))}
        step={0.01}
        value={value}
        onChange={(next) => onHold(cell, next)}
      >
        <Label>{strings.hold(strings.targets[row.target], row.layer + 1, unit + 1)}</Label>
        <SliderOutput />
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <Button className="film-release" isDisabled={!present} onPress={() => onHold(cell, null)}>
        {strings.release}
      </Button>
    </div>
  );
}
