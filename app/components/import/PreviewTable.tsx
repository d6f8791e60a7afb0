import type { Field } from '../../../src/data/import/names';

/** The first lines of a table: above each column what it is taken for, and which is at fault. */
export function PreviewTable(props: {
  label: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** By column, in words. */
  roles: ReadonlyMap<number, { field: Field; name: string }>;
  /** Column of the field that lines did not fit. */
  wrong: number | null;
}) {
  const { label, columns, rows, roles, wrong } = props;
  const classOf = (column: number): string | undefined =>
    column === wrong ? 'is-wrong' : roles.has(column) ? 'is-used' : undefined;
  return (
    <div className="figure-table import-preview" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" className={classOf(index)}>
                {column}
                {roles.has(index) && <small>{roles.get(index)!.name}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((_, column) => (
                <td key={column} className={classOf(column)}>
                  {row[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
