import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { TablePlan } from '../../../src/data/import';
import {
  SCALES,
  type Mapping,
  type Scale,
  type TablePreview,
} from '../../../src/data/import/table';
import { TableTwin } from '../figure/Figure';
import { useStrings } from '../../strings';

const FIELDS = ['user', 'item', 'rating', 'scenario', 'title', 'time'] as const;

/** Says what the columns of a table mean; starts from a guess by their names. */
export function TableMapping({
  preview,
  onPlan,
}: {
  preview: TablePreview;
  onPlan: (plan: TablePlan) => void;
}) {
  const strings = useStrings().data;
  const [mapping, setMapping] = useState<Partial<Mapping>>(preview.guess);
  const { user, item, rating = null, scenario = null, title = null, time = null } = mapping;
  const [chosen, setScale] = useState<Scale | null>(null);
  const scale = chosen ?? (rating === null ? 'stars' : preview.scales[rating]);
  const columns = preview.header
    ? preview.columns
    : preview.columns.map((_, index) => strings.column(index + 1));
  const complete = user !== undefined && item !== undefined && user !== item;
  return (
    <div className="import-mapping">
      <h3>{strings.preview}</h3>
      <TableTwin label={strings.preview} columns={columns} rows={preview.rows} />
      <div className="import-fields">
        {FIELDS.map((field) => (
          <label key={field}>
            {strings.fields[field]}
            <select
              value={mapping[field] ?? ''}
              onChange={({ target }) =>
                setMapping((before) => ({
                  ...before,
                  [field]: target.value === '' ? undefined : Number(target.value),
                }))
              }
            >
              <option value="">{field === 'rating' ? strings.clicks : strings.none}</option>
              {columns.map((column, index) => (
                <option key={index} value={index}>
                  {column}
                </option>
              ))}
            </select>
          </label>
        ))}
        {rating !== null && (
          <label>
            {strings.scale}
            <select value={scale} onChange={({ target }) => setScale(target.value as Scale)}>
              {(Object.keys(SCALES) as Scale[]).map((id) => (
                <option key={id} value={id}>
                  {strings.scales[id]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Button
        className="button primary"
        isDisabled={!complete}
        onPress={() =>
          onPlan({
            shape: { separator: preview.separator, header: preview.header },
            mapping: { user: user!, item: item!, rating, scenario, title, time },
            scale: SCALES[scale],
          })
        }
      >
        {strings.start}
      </Button>
    </div>
  );
}
