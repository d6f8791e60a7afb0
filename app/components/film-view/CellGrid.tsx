import { memo, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useWidth } from '../figure/useWidth';
import { drawCells, extentOf, readInk, unitAt, type CellsShape } from './cells';
import type { CellRow } from './rows';

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
  /** Units that the visitor overrides, as text so that equal sets compare equal. */
  overridden: string;
  /** Colours are read anew when it changes. */
  theme: string;
  onActive: (row: number, unit: number | null) => void;
  onChoose: (row: number, unit: number) => void;
}

/**
 * One row of numbers as cells. Arrow keys walk, Enter chooses. On a canvas: hundreds of elements
 * that change with every answer would cost the page a frame.
 */
export const CellGrid = memo(function CellGrid(props: CellGridProps) {
  const { row, index, order, columns, reach, label, role, nameOf, active, chosen } = props;
  const { onActive, onChoose } = props;
  const shape = useMemo(() => shapeOf(row, order, columns, reach), [row, order, columns, reach]);
  const { width, height } = extentOf(shape);
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
  const under = (event: MouseEvent): number | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / box.width;
    return unitAt(shape, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  };
  return (
    <div
      className="cell-grid"
      style={{
        aspectRatio: `${width} / ${height}`,
        width: order.length < columns ? `${(100 * order.length) / columns}%` : undefined,
      }}
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
      onPointerMove={(event) => {
        const unit = under(event);
        if (unit !== null && unit !== active) onActive(index, unit);
      }}
      onPointerLeave={() => onActive(index, null)}
      onClick={(event) => {
        const unit = under(event);
        if (unit !== null) onChoose(index, unit);
      }}
      onKeyDown={(event) => {
        if (event.key in steps) walk(steps[event.key]);
        else if (event.key === 'Enter' && active !== null) onChoose(index, active);
        else return;
        event.preventDefault();
      }}
    >
      <Drawing {...props} shape={shape} />
    </div>
  );
});

/** A row as what is drawn of it. */
export function shapeOf(
  { values, neutral }: CellRow,
  order: readonly number[],
  columns: number,
  reach: number | Float32Array,
): CellsShape {
  return { deviations: values.map((value) => value - neutral), order, columns, reach };
}

function Drawing(props: CellGridProps & { shape: CellsShape }) {
  const { shape, index, active, chosen, overridden, theme } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  const pixels = Math.round(width * devicePixelRatio);
  const extent = extentOf(shape);
  const height = Math.round((pixels * extent.height) / extent.width);
  // Reading styles makes the browser work them out: once a theme.
  const ink = useRef<{ theme: string; read: ReturnType<typeof readInk> } | null>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || pixels === 0) return;
    if (ink.current?.theme !== theme) ink.current = { theme, read: readInk(canvas.current!) };
    const scale = pixels / extentOf(shape).width;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    const units = overridden.split(' ').filter(Boolean).map(Number);
    drawCells(context, shape, { active, chosen, overridden: new Set(units) }, ink.current.read);
  }, [shape, active, chosen, overridden, theme, pixels, height]);
  return <canvas ref={canvas} width={pixels} height={height} data-row={index} aria-hidden="true" />;
}
