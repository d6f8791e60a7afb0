import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { TablePlan, Wishes } from '../../../src/data/import';
import { DATE_ORDERS, type DateOrder } from '../../../src/data/import/dates';
import { FIELDS, type Field } from '../../../src/data/import/names';
import { SCALES, type ScaleId } from '../../../src/data/import/scale';
import type { ShownTable } from '../../protocol/import';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import { Choice } from './Choice';
import { missingIn, planOf, scaleIn, type Choices } from './mapping';
import { PreviewTable } from './PreviewTable';
import { TableLayout } from './TableLayout';

export interface TableMappingProps {
  table: ShownTable;
  /** The field that most lines did not fit, after an import that failed. */
  wrong: Field | null;
  onWishes: (wishes: Wishes) => void;
  onPlan: (plan: TablePlan) => void;
}

/** Says what the columns of a table mean; starts from a guess by their names and cells. */
export function TableMapping({ table, wrong, onWishes, onPlan }: TableMappingProps) {
  const strings = useLazyStrings().data;
  const form = useLazyStrings().importForm;
  const language = useLanguage();
  const { preview } = table;
  const [choices, setChoices] = useState<Choices>({
    columns: preview.guess,
    scale: null,
    order: null,
  });
  const id = useId();
  const names =
    preview.header || preview.keys
      ? preview.columns.map((name, index) => name || strings.column(index + 1))
      : preview.columns.map((_, index) => strings.column(index + 1));
  const fieldNames: Record<Field, string> = { ...strings.fields, year: form.year };
  const roles = new Map(
    FIELDS.flatMap((field) => {
      const column = choices.columns[field];
      return column === undefined ? [] : [[column, { field, name: plain(fieldNames[field]) }]];
    }),
  );
  const missing = missingIn(choices);
  const choose = (field: Field, value: string): void =>
    setChoices(({ columns, ...rest }) => {
      const { [field]: _, ...others } = columns;
      return {
        ...rest,
        // Another column has another scale and other dates.
        scale: field === 'rating' ? null : rest.scale,
        columns: value === '' ? others : { ...others, [field]: Number(value) },
      };
    });
  const { rating, time } = choices.columns;
  const times = time === undefined ? null : preview.profiles[time].times;
  const none: Partial<Record<Field, string>> = { rating: strings.clicks, user: form.onePerson };
  return (
    <div className="import-mapping">
      <TableLayout table={table} onWishes={onWishes} />
      <h3>{strings.preview}</h3>
      <PreviewTable
        label={strings.preview}
        columns={names}
        rows={preview.rows}
        roles={roles}
        wrong={wrong === null ? null : (choices.columns[wrong] ?? null)}
      />
      <div className="import-fields">
        {FIELDS.map((field) => (
          <Choice
            key={field}
            label={fieldNames[field]}
            value={String(choices.columns[field] ?? '')}
            onChange={(value) => choose(field, value)}
            fault={wrong === field ? form.wrongColumn : null}
          >
            <option value="">{none[field] ?? strings.none}</option>
            {names.map((name, index) => (
              <option key={index} value={index}>
                {name}
              </option>
            ))}
          </Choice>
        ))}
        {rating !== undefined && (
          <Choice
            label={strings.scale}
            value={scaleIn(table, choices)}
            onChange={(scale) => setChoices((now) => ({ ...now, scale: scale as ScaleId }))}
          >
            {SCALES.map((scale) => (
              <option key={scale} value={scale}>
                {strings.scales[scale]}
              </option>
            ))}
          </Choice>
        )}
        {times?.kind === 'parts' && times.order !== 'ymd' && (
          <Choice
            label={form.dates}
            value={choices.order ?? times.order}
            onChange={(order) => setChoices((now) => ({ ...now, order: order as DateOrder }))}
          >
            {DATE_ORDERS.map((order) => (
              <option key={order} value={order}>
                {form.orders[order]}
              </option>
            ))}
          </Choice>
        )}
      </div>
      <ul className="import-hints">
        {rating !== undefined && (
          <li>
            {form.seen(
              number(preview.ratings[rating].low, language),
              number(preview.ratings[rating].high, language),
              integer(preview.ratings[rating].count, language),
            )}{' '}
            {preview.ratings[rating].zeroUnsure &&
              form.zeros(integer(preview.ratings[rating].zeros, language))}
            {['counts', 'hours'].includes(scaleIn(table, choices)) && form.amounts}
          </li>
        )}
        {times?.kind === 'parts' && !times.sure && choices.order === null && (
          <li>{form.datesUnsure}</li>
        )}
        {time !== undefined && times === null && <li>{form.timesUnreadable(names[time])}</li>}
        {table.joins.map(({ file, titles, categories }) => (
          <li key={file}>{form.joins(file, titles, categories)}</li>
        ))}
      </ul>
      <p className="import-start">
        <Button
          className="button primary"
          isDisabled={missing !== null}
          aria-describedby={missing ? `${id}-why` : undefined}
          onPress={() => onPlan(planOf(table, choices))}
        >
          {strings.start}
        </Button>
        {missing && <span id={`${id}-why`}>{form.missing[missing]}</span>}
      </p>
    </div>
  );
}

/** The word for a column's role, without `(optional)`. */
const plain = (name: string): string => name.replace(/\s*[(（].*$/, '');

const number = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
