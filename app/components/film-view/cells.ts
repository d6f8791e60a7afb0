/** Cells of numbers as shapes: drawn on a canvas while they live, as SVG markup when they are saved. */
import { readInks } from '../../theme/inks';
import { cornerOf, share } from '../figure/diverging';

/** Side of a cell and the gap between two, in the units of a row's picture. */
export const CELL = 13;
const GAP = 1.5;
const SIZE = CELL - GAP;

/** One row of numbers and how it is laid out. */
export interface CellsShape {
  /** Deviation from neutral, by unit. */
  deviations: Float32Array;
  /** Deviation of full colour: one for the row, or one a unit. */
  reach: number | Float32Array;
  /** Units in drawing order. */
  order: readonly number[];
  /** Cells on a line. */
  columns: number;
}

/** What of a row stands out, by unit. */
export interface CellsMarks {
  active: number | null;
  chosen: number | null;
  overridden: ReadonlySet<number>;
}

/** Concrete colours of the page's theme. */
export interface CellsInk {
  below: string;
  above: string;
  neutral: string;
  ink: string;
  card: string;
  context: string;
}

/** The theme's colours as `element` sees them. */
export function readInk(element: HTMLElement): CellsInk {
  const inks = readInks(element, ['--neg', '--pos', '--hair', '--ink', '--card', '--context']);
  return {
    below: inks['--neg'],
    above: inks['--pos'],
    neutral: inks['--hair'],
    ink: inks['--ink'],
    card: inks['--card'],
    context: inks['--context'],
  };
}

/** Width and height of a row's picture, in its own units. */
export function extentOf({ order, columns }: Pick<CellsShape, 'order' | 'columns'>) {
  const across = Math.min(columns, order.length);
  return { width: across * CELL, height: Math.ceil(order.length / columns) * CELL };
}

/** The unit at a point of the picture, or null. */
export function unitAt(
  { order, columns }: Pick<CellsShape, 'order' | 'columns'>,
  x: number,
  y: number,
): number | null {
  const [column, line] = [Math.floor(x / CELL), Math.floor(y / CELL)];
  if (column < 0 || column >= columns || line < 0) return null;
  return order[line * columns + column] ?? null;
}

interface Cell {
  unit: number;
  x: number;
  y: number;
  corner: number;
  fill: string;
}

/** Below neutral a cell is orange and round, above purple and square. */
function cellsOf(shape: CellsShape, ink: CellsInk): Cell[] {
  const { deviations, reach, order, columns } = shape;
  return order.map((unit, at) => {
    const deviation = deviations[unit];
    const most = typeof reach === 'number' ? reach : reach[unit];
    const percent = (100 * share(deviation, most)).toFixed(1);
    const pole = deviation < 0 ? ink.below : ink.above;
    return {
      unit,
      x: (at % columns) * CELL + GAP / 2,
      y: Math.floor(at / columns) * CELL + GAP / 2,
      corner: cornerOf(deviation, most, SIZE),
      fill: `color-mix(in oklab, ${pole} ${percent}%, ${ink.neutral})`,
    };
  });
}

/** Draws a row on a canvas whose units were scaled to the picture's. */
export function drawCells(
  context: CanvasRenderingContext2D,
  shape: CellsShape,
  { active, chosen, overridden }: CellsMarks,
  ink: CellsInk,
): void {
  const { width, height } = extentOf(shape);
  context.clearRect(0, 0, width, height);
  for (const { unit, x, y, corner, fill } of cellsOf(shape, ink)) {
    context.beginPath();
    context.roundRect(x, y, SIZE, SIZE, corner);
    context.fillStyle = fill;
    context.fill();
    const isOverridden = overridden.has(unit);
    const isPointedAt = unit === active || (unit === chosen && !isOverridden);
    if (isPointedAt || isOverridden) {
      context.lineWidth = isPointedAt ? 1.8 : 1.4;
      context.strokeStyle = isPointedAt ? ink.context : ink.ink;
      context.stroke();
    }
    if (isOverridden) drawOverriddenDot(context, x + SIZE / 2, y + SIZE / 2, ink);
  }
}

function drawOverriddenDot(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  { ink, card }: CellsInk,
): void {
  context.beginPath();
  context.arc(x, y, 2, 0, 2 * Math.PI);
  context.fillStyle = ink;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = card;
  context.stroke();
}

/** The same row as SVG markup, `width` CSS pixels wide; `plain` writes a colour that all programs read. */
export function cellsMarkup(
  shape: CellsShape,
  ink: CellsInk,
  width: number,
  plain: (colour: string) => string,
): string {
  const scale = width / extentOf(shape).width;
  const cells = cellsOf(shape, ink).map(
    ({ x, y, corner, fill }) =>
      `<rect x="${x}" y="${y}" width="${SIZE}" height="${SIZE}" rx="${corner}" fill="${plain(fill)}"/>`,
  );
  return `<g transform="scale(${scale})">${cells.join('')}</g>`;
}
