/** What the form about a table holds, and the plan that it comes to. */
import type { TablePlan } from '../../../src/data/import';
import type { DateOrder } from '../../../src/data/import/dates';
import type { Field } from '../../../src/data/import/names';
import { scaleOf, type ScaleId } from '../../../src/data/import/scale';
import type { ShownTable } from '../../protocol/import';

export interface Choices {
  /** Columns by field. */
  columns: Partial<Record<Field, number>>;
  /** null: as the column's values say. */
  scale: ScaleId | null;
  order: DateOrder | null;
}

/** The scale of the column of ratings, chosen or worked out. */
export function scaleIn({ preview }: ShownTable, { columns, scale }: Choices): ScaleId {
  const { rating } = columns;
  return scale ?? (rating === undefined ? 'stars' : preview.ratings[rating].scale);
}

/** Why the table cannot be imported yet; null when it can. */
export function missingIn({ columns }: Choices): 'item' | 'same' | null {
  if (columns.item === undefined) return 'item';
  return columns.user === columns.item ? 'same' : null;
}

/** @throws Error where `missingIn` says why */
export function planOf(table: ShownTable, choices: Choices): TablePlan {
  const { preview, encoding } = table;
  const { columns, order, scale } = choices;
  const { user, item, rating, scenario, title, time, year } = columns;
  if (item === undefined) throw new Error('no column of items');
  const times = time === undefined ? undefined : preview.profiles[time].times;
  return {
    shape: {
      separator: preview.separator,
      header: preview.header,
      skip: preview.skip,
      width: preview.width,
      text: preview.text,
      keys: preview.keys,
      encoding: encoding.encoding,
    },
    mapping: {
      user: user ?? null,
      item,
      rating: rating ?? null,
      scenario: scenario ?? null,
      title: title ?? null,
      time: time ?? null,
      year: year ?? null,
    },
    scale: scaleOf(
      scaleIn(table, choices),
      rating === undefined ? undefined : preview.ratings[rating],
    ),
    scaleChosen: scale !== null,
    ...(rating === undefined ? {} : { decimal: preview.profiles[rating].decimal }),
    ...(times === undefined
      ? {}
      : { times: times?.kind === 'parts' && order ? { ...times, order, sure: true } : times }),
  };
}
