import { max } from 'd3-array';
import { fixed } from '../figure/numbers';

export interface TermRow {
  key: string;
  name: string;
  /** The factors as text (`0.42 × 1.31`), or empty. */
  factors: string;
  value: number;
}

/** Terms of a sum as bars around zero, with the rest in one row and below them the sum. */
export function Terms({
  rows,
  rest,
  total,
  caption,
}: {
  rows: TermRow[];
  rest?: TermRow;
  total?: TermRow;
  caption: string;
}) {
  const all = rest ? [...rows, rest] : rows;
  const reach = max(all, (row) => Math.abs(row.value)) || 1;
  return (
    <table className="explain-terms">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {all.map((row) => {
          const width = (50 * Math.abs(row.value)) / reach;
          return (
            <tr key={row.key} className={row === rest ? 'is-rest' : undefined}>
              <th scope="row">{row.name}</th>
              <td className="factors">{row.factors}</td>
              <td className="bar" aria-hidden="true">
                <i
                  className={row.value < 0 ? 'is-negative' : 'is-positive'}
                  style={{ width: `${width}%`, left: `${row.value < 0 ? 50 - width : 50}%` }}
                />
              </td>
              <td className="value">{signed(row.value)}</td>
            </tr>
          );
        })}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {total.name}
            </th>
            <td colSpan={2} className="value">
              = {plain(total.value)}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** `+0.123`, with a true minus sign. */
export const signed = (value: number, digits = 3): string =>
  `${value < 0 ? '−' : '+'}${fixed(Math.abs(value), digits)}`;

/** Without a plus, for factors. */
export const plain = (value: number, digits = 3): string =>
  `${value < 0 ? '−' : ''}${fixed(Math.abs(value), digits)}`;
