import { memo } from 'react';
import { cornerOf, diverging } from '../figure/diverging';
import type { CellRow } from './rows';

const CELL = 13;
const GAP = 1.5;

interface CellGridProps {
  row: CellRow;
  /** Position of this row among all rows: handed back to the callbacks. */
  index: number;
  order: readonly number[];
  /** Cells on a line. */
  columns: number;
  /** Deviation of full colour: one for the row, or one a unit. */
  reach: number | Float32Array;
  label: string;
  role: string;
  nameOf: (row: CellRow, unit: number) => string;
  active: number | null;
  chosen: number | null;
  /** Units that the visitor holds, as text so that equal sets compare equal. */
  held: string;
  onActive: (row: number, unit: number | null) => void;
  onChoose: (row: number, unit: number) => void;
}

/** One row of numbers as cells. Arrow keys walk, Enter chooses. */
export const CellGrid = memo(function CellGrid(props: CellGridProps) {
  const { row, index, order, columns, reach, label, role, nameOf, active, chosen } = props;
  const { onActive, onChoose } = props;
  const held = new Set(props.held.split(' ').filter(Boolean).map(Number));
  const lines = Math.ceil(order.length / columns);
  const place = active === null ? -1 : order.indexOf(active);
  const walk = (by: number): void =>
    onActive(index, order[Math.min(order.length - 1, Math.max(0, place + by))]);
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -order.length,
    End: order.length,
  };
  return (
    <svg
      className="cell-grid"
      viewBox={`0 0 ${Math.min(columns, order.length) * CELL} ${lines * CELL}`}
      style={order.length < columns ? { width: `${(100 * order.length) / columns}%` } : undefined}
      preserveAspectRatio="xMinYMin meet"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-roledescription={role}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={order.length}
      aria-valuenow={Math.max(1, place + 1)}
      aria-valuetext={nameOf(row, active ?? order[0])}
      onFocus={() => active === null && onActive(index, chosen ?? order[0])}
      onBlur={() => onActive(index, null)}
      onPointerLeave={() => onActive(index, null)}
      onKeyDown={(event) => {
        if (event.key in steps) walk(steps[event.key]);
        else if (event.key === 'Enter' && active !== null) onChoose(index, active);
        else return;
        event.preventDefault();
      }}
    >
      {order.map((unit, at) => (
        <Cell
          key={unit}
          x={(at % columns) * CELL}
          y={Math.floor(at / columns) * CELL}
          deviation={row.values[unit] - row.neutral}
          reach={typeof reach === 'number' ? reach : reach[unit]}
          isActive={unit === active}
          isChosen={unit === chosen}
          isHeld={held.has(unit)}
          onEnter={() => onActive(index, unit)}
          onClick={() => onChoose(index, unit)}
        />
      ))}
    </svg>
  );
});

interface CellProps {
  x: number;
  y: number;
  deviation: number;
  reach: number;
  isActive: boolean;
  isChosen: boolean;
  isHeld: boolean;
  onEnter: () => void;
  onClick: () => void;
}

/** Below neutral a cell is orange and round, above purple and square. A held one has a dot. */
function Cell(props: CellProps) {
  const { x, y, deviation, reach, isActive, isChosen, isHeld, onEnter, onClick } = props;
  const size = CELL - GAP;
  const state = isActive ? 'is-active' : isHeld ? 'is-held' : isChosen ? 'is-chosen' : undefined;
  return (
    <>
      <rect
        x={x + GAP / 2}
        y={y + GAP / 2}
        width={size}
        height={size}
        rx={cornerOf(deviation, reach, size)}
        fill={diverging(deviation, reach)}
        className={state}
        onPointerEnter={onEnter}
        onClick={onClick}
      />
      {isHeld && <circle className="held-dot" cx={x + CELL / 2} cy={y + CELL / 2} r={2} />}
    </>
  );
}
