import {
  memo,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { ToggleButton } from 'react-aria-components';
import { useLazyStrings } from '../../strings/lazy';
import { composeSvg, type Vectors } from './compose';
import './figure.css';
import { forFile } from './numbers';
import { saveBlob, saveCsv, saveText, svgToPng } from './save';
import { FORMATS, POINTS, SaveMenu, type Format } from './SaveMenu';
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
  /** All of it, where a table to read would be too long; saved as CSV. */
  data?: () => FigureTable;
  /** The points that are in view, as a file. */
  points?: (format: 'csv' | 'json') => Promise<string>;
  /** Shapes that stand for the figure's canvas in a saved picture. */
  vectors?: Vectors;
  /** Legend, switches; at the left of the table switch. */
  tools?: ReactNode;
  children: ReactNode;
}

const PNG_SCALE = 3;

/** A picture with its reading help and its twin: the same content as a table, and as files. */
export function Figure(props: FigureProps) {
  const { label, className = '', fileName, table, data, points, vectors, tools, children } = props;
  const [asTable, setAsTable] = useState(false);
  const figure = useRef<HTMLElement>(null);
  const source = useRef<Source>({ fileName, table });
  const id = useId();
  useLayoutEffect(() => {
    source.current = { fileName, table, data, points, vectors };
  });
  return (
    <figure ref={figure} className={`figure ${className}`} aria-labelledby={id}>
      <figcaption id={id} className="visually-hidden">
        {label}
      </figcaption>
      {/* Out of sight it stays, with its size, its zoom and what listens to it. */}
      <div className="figure-picture" hidden={asTable}>
        {children}
      </div>
      {asTable && <TableTwin label={label} {...table()} />}
      <div className="figure-tools">
        {tools}
        <Actions
          figure={figure}
          source={source}
          hasPoints={points !== undefined}
          asTable={asTable}
          onTable={setAsTable}
        />
      </div>
    </figure>
  );
}

/** What a figure saves at the moment it is asked to. */
type Source = Pick<FigureProps, 'fileName' | 'table' | 'data' | 'points' | 'vectors'>;

interface ActionsProps {
  figure: RefObject<HTMLElement | null>;
  source: RefObject<Source>;
  hasPoints: boolean;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
}

/** The switch to the table and the menu of files: they stay as they are while the picture moves. */
const Actions = memo(function Actions(props: ActionsProps) {
  const { figure, source, hasPoints, asTable, onTable } = props;
  const strings = useLazyStrings().figure;
  const [failure, setFailure] = useState('');
  const save = async (format: Format): Promise<void> => {
    setFailure('');
    const { fileName, table, data = table, points, vectors } = source.current;
    if (format === 'points-csv') return saveCsv(await points!('csv'), `${fileName}-points.csv`);
    if (format === 'points-json') {
      return saveText(await points!('json'), 'application/json', `${fileName}-points.json`);
    }
    if (format === 'csv') {
      saveCsv(tableCsv(forFile(data)), `${fileName}.csv`);
      return;
    }
    const svg = composeSvg(figure.current!, vectors);
    if (format === 'svg') saveText(svg, 'image/svg+xml', `${fileName}.svg`);
    else saveBlob(await svgToPng(svg, PNG_SCALE), `${fileName}.png`);
  };
  return (
    <>
      <span className="figure-actions">
        <ToggleButton className="figure-toggle" isSelected={asTable} onChange={onTable}>
          {strings.asTable}
        </ToggleButton>
        <SaveMenu
          formats={asTable ? ['csv'] : hasPoints ? [...FORMATS, ...POINTS] : FORMATS}
          onSave={(format) => {
            save(format).catch((error: Error) => setFailure(strings.saveFailed(error.message)));
          }}
        />
      </span>
      <p className="figure-failure" role="status">
        {failure}
      </p>
    </>
  );
});

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
