import { useRef } from 'react';
import { diverging } from '../figure/diverging';
import type { CellRow } from './rows';

const CELL = 13;
const COLUMNS = 32;

interface CellGridProps {
  row: CellRow;
  order: readonly number[];
  /** Deviation of full colour, per unit. */
  reachOf: (unit: number) => number;
  label: string;
  nameOf: (unit: number) => string;
  active: number | null;
  held: ReadonlySet<number>;
  onActive: (unit: number | null) => void;
  onChoose: (unit: number) => void;
}

/** One row of numbers as cells, 32 to a line. Arrow keys walk, Enter chooses. */
export function CellGrid(props: CellGridProps) {
  const { row, order, reachOf, label, nameOf, active, held, onActive, onChoose } = props;
  const grid = useRef<SVGSVGElement>(null);
  const lines = Math.ceil(order.length / COLUMNS);
  const place = active === null ? -1 : order.indexOf(active);
  const walk = (by: number): void =>
    onActive(order[Math.min(order.length - 1, Math.max(0, place + by))]);
  return (
    <svg
      ref={grid}
      className="cell-grid"
      viewBox={`0 0 ${COLUMNS * CELL} ${lines * CELL}`}
      style={{ maxWidth: order.length < COLUMNS ? order.length * CELL : undefined }}
      preserveAspectRatio="xMinYMin meet"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={order.length}
      aria-valuenow={Math.max(1, place + 1)}
      aria-valuetext={nameOf(active ?? order[0])}
      onFocus={() => active === null && onActive(order[0])}
      onBlur={() => onActive(null)}
      onPointerLeave={() => onActive(null)}
      onKeyDown={(event) => {
        const steps: Record<string, number> = {
          ArrowRight: 1,
          ArrowLeft: -1,
          ArrowDown: COLUMNS,
          ArrowUp: -COLUMNS,
        };
        if (event.key in steps) walk(steps[event.key]);
        else if (event.key === 'Enter' && active !== null) onChoose(active);
        else return;
        event.preventDefault();
      }}
    >
      {order.map((unit, at) => (
        <rect
          key={unit}
          x={(at % COLUMNS) * CELL}
          y={Math.floor(at / COLUMNS) * CELL}
          width={CELL - 1.5}
          height={CELL - 1.5}
          rx={2}
          fill={diverging(row.values[unit] - row.neutral, reachOf(unit))}
          className={
            [unit === active && 'is-active', held.has(unit) && 'is-held']
              .filter(Boolean)
              .join(' ') || undefined
          }
          onPointerEnter={() => onActive(unit)}
          onClick={() => onChoose(unit)}
        />
      ))}
    </svg>
  );
}
