import { useId, useState, type ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useStrings } from '../../strings';
import './figure.css';

export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

interface FigureProps {
  /** What the picture shows, for those who cannot see it. */
  label: string;
  className?: string;
  /** The same content as text; made only when it is asked for. */
  table: () => FigureTable;
  /** Legend, switches; at the left of the table switch. */
  tools?: ReactNode;
  children: ReactNode;
}

/** A picture with its reading help and its twin: the same content as a table. */
export function Figure({ label, className = '', table, tools, children }: FigureProps) {
  const strings = useStrings().figure;
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className={`figure ${className}`} aria-labelledby={id}>
      <figcaption id={id} className="visually-hidden">
        {label}
      </figcaption>
      {asTable ? <TableTwin label={label} {...table()} /> : children}
      <div className="figure-tools">
        {tools}
        <ToggleButton className="figure-toggle" isSelected={asTable} onChange={setAsTable}>
          {strings.asTable}
        </ToggleButton>
      </div>
    </figure>
  );
}

/** A table that scrolls in its own box; focusable, so that the keyboard can scroll it. */
export function TableTwin({ label, columns, rows }: FigureTable & { label: string }) {
  return (
    <div className="figure-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={columns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
