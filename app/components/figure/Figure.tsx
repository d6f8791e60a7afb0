import { useId, useRef, useState, type ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useStrings } from '../../strings';
import { composeSvg, type Vectors } from './compose';
import './figure.css';
import { saveBlob, saveText, svgToPng } from './save';
import { FORMATS, SaveMenu, type Format } from './SaveMenu';
import { tableCsv, type FigureTable } from './table';

export type { FigureTable } from './table';

export interface FigureProps {
  /** What the picture shows, for those who cannot see it. */
  label: string;
  className?: string;
  /** Name of saved files, without ending. */
  fileName: string;
  /** The same content as text; made only when it is asked for. */
  table: () => FigureTable;
  /** Shapes that stand for the figure's canvas in a saved picture. */
  vectors?: Vectors;
  /** Legend, switches; at the left of the table switch. */
  tools?: ReactNode;
  children: ReactNode;
}

const PNG_SCALE = 3;

/** A picture with its reading help and its twin: the same content as a table, and as files. */
export function Figure(props: FigureProps) {
  const { label, className = '', fileName, table, vectors, tools, children } = props;
  const strings = useStrings().figure;
  const [asTable, setAsTable] = useState(false);
  const [failure, setFailure] = useState('');
  const figure = useRef<HTMLElement>(null);
  const id = useId();
  const save = async (format: Format): Promise<void> => {
    setFailure('');
    if (format === 'csv') {
      saveText(tableCsv(table()), 'text/csv', `${fileName}.csv`);
      return;
    }
    const svg = composeSvg(figure.current!, vectors);
    if (format === 'svg') saveText(svg, 'image/svg+xml', `${fileName}.svg`);
    else saveBlob(await svgToPng(svg, PNG_SCALE), `${fileName}.png`);
  };
  return (
    <figure ref={figure} className={`figure ${className}`} aria-labelledby={id}>
      <figcaption id={id} className="visually-hidden">
        {label}
      </figcaption>
      {asTable ? (
        <TableTwin label={label} {...table()} />
      ) : (
        <div className="figure-picture">{children}</div>
      )}
      <div className="figure-tools">
        {tools}
        <span className="figure-actions">
          <ToggleButton className="figure-toggle" isSelected={asTable} onChange={setAsTable}>
            {strings.asTable}
          </ToggleButton>
          <SaveMenu
            formats={asTable ? ['csv'] : FORMATS}
            onSave={(format) => {
              save(format).catch((error: Error) => setFailure(strings.saveFailed(error.message)));
            }}
          />
        </span>
      </div>
      <p className="figure-failure" role="status">
        {failure}
      </p>
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
