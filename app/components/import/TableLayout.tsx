import type { Wishes } from '../../../src/data/import';
import { ENCODINGS, type Encoding } from '../../../src/data/import/encoding';
import { SEPARATORS, type Separator } from '../../../src/data/import/split';
import type { ShownTable } from '../../protocol/import';
import { useLazyStrings } from '../../strings/lazy';
import { Choice } from './Choice';

/** How the text of a table is cut: which of several tables, what separates its cells, what is its first line. */
export function TableLayout({
  table,
  onWishes,
}: {
  table: ShownTable;
  onWishes: (wishes: Wishes) => void;
}) {
  const form = useLazyStrings().importForm;
  const { preview, encoding, tables, name } = table;
  const isText = preview.keys === undefined;
  const wish = (change: Wishes): void =>
    onWishes({
      table: name,
      encoding: encoding.encoding,
      ...(isText ? { separator: preview.separator, header: preview.header } : {}),
      ...change,
    });
  return (
    <div className="import-fields">
      {tables.length > 1 && (
        <Choice
          label={form.table}
          value={name}
          onChange={(file) => onWishes({ table: file })}
          hint={table.unsure ? form.tableUnsure : null}
        >
          {tables.map((file) => (
            <option key={file} value={file}>
              {file}
            </option>
          ))}
        </Choice>
      )}
      {isText && (
        <Choice
          label={form.separator}
          value={preview.separator}
          onChange={(separator) =>
            // Another cut has another first line: whether that names columns is looked at anew.
            onWishes({
              table: name,
              encoding: encoding.encoding,
              separator: separator as Separator,
            })
          }
        >
          {SEPARATORS.map((separator) => (
            <option key={separator} value={separator}>
              {form.separators[separator]}
            </option>
          ))}
        </Choice>
      )}
      <Choice
        label={form.encoding}
        value={encoding.encoding}
        onChange={(id) => wish({ encoding: id as Encoding })}
        hint={encoding.sure ? null : form.encodingUnsure}
      >
        {ENCODINGS.map((id) => (
          <option key={id} value={id}>
            {form.encodings[id]}
          </option>
        ))}
      </Choice>
      {isText && (
        <label className="import-check">
          <input
            type="checkbox"
            checked={preview.header}
            onChange={({ target }) => wish({ header: target.checked })}
          />
          {form.header}
        </label>
      )}
    </div>
  );
}
