import { useState } from 'react';
import { Segmented } from '../common/Segmented';
import { Figure, type FigureTable } from '../figure/Figure';
import { useStrings } from '../../strings';
import type { HeldCell, ModulationDetail } from '../../workers/protocol';
import { CellEditor } from './CellEditor';
import { CellGrid } from './CellGrid';
import './film-view.css';
import {
  cellRows,
  columnOrders,
  differenceRows,
  ReachMemory,
  reaches,
  SCALINGS,
  type CellRow,
  type Scaling,
} from './rows';
import { rangeWith, UnitScatter } from './UnitScatter';

export interface FilmViewProps {
  modulation: ModulationDetail;
  /** What the cells belong to: a movie's title. */
  name: string;
  /** A second modulation: the cells then show `modulation` minus this one. */
  against?: { name: string; modulation: ModulationDetail } | null;
  held: readonly HeldCell[];
  /** Holds a cell at a value, or lets go of it with null. */
  onHold: (cell: Omit<HeldCell, 'value'>, value: number | null) => void;
  /** Changes when the columns should be ordered anew: another model. */
  orderKey: string;
}

interface Place {
  row: number;
  unit: number;
}

/** Gamma and beta (or gates, or generated weights) of one pair, a cell for each unit. */
export function FilmView(props: FilmViewProps) {
  const { modulation, name, against, held, onHold, orderKey } = props;
  const strings = useStrings().film;
  const [scaling, setScaling] = useState<Scaling>('global');
  const [active, setActive] = useState<Place | null>(null);
  const [chosen, setChosen] = useState<Place | null>(null);
  const own = cellRows(modulation);
  const rows = against ? differenceRows(cellRows(against.modulation), own) : own;
  const orders = useColumnOrders(own, orderKey);
  const reachOf = useReach(rows, scaling, `${orderKey} ${against?.name ?? ''}`);
  const scalings = SCALINGS.map((id) => ({ id, label: strings.scalings[id] }));

  const table = (): FigureTable => ({
    columns: [strings.layerColumn, strings.unitColumn, ...strings.valueColumns],
    rows: rows.flatMap((row) =>
      Array.from(row.values, (value, unit) => [
        String(row.layer + 1),
        String(unit + 1),
        strings.targets[row.target],
        value.toFixed(3),
      ]),
    ),
  });

  const shown = active ?? chosen;
  return (
    <Figure
      className="film-view"
      label={against ? strings.labelAgainst(name, against.name) : strings.label(name)}
      table={table}
      tools={
        <Segmented
          look="words"
          label={strings.scaling}
          segments={scalings}
          value={scaling}
          onChange={setScaling}
        />
      }
    >
      {layersOf(rows).map((layer) => (
        <section key={layer.number} className="film-layer">
          <h3>{strings.layer(layer.number + 1)}</h3>
          <div className="film-cells">
            {layer.rows.map(({ row, index }) => (
              <div key={row.target} className="film-row">
                <span className="film-symbol" aria-hidden="true">
                  {strings.symbols[row.target]}
                </span>
                <CellGrid
                  row={row}
                  order={orders[row.layer].length === row.values.length ? orders[row.layer] : [0]}
                  reachOf={(unit) => reachOf(index, unit)}
                  label={strings.rowLabel(strings.targets[row.target], row.layer + 1)}
                  nameOf={(unit) => describe(strings, row, unit)}
                  active={active?.row === index ? active.unit : null}
                  held={heldUnits(held, row)}
                  onActive={(unit) => setActive(unit === null ? null : { row: index, unit })}
                  onChoose={(unit) => setChosen({ row: index, unit })}
                />
              </div>
            ))}
          </div>
          {modulation.kind === 'film' && (
            <UnitScatter
              gamma={modulation.gamma[layer.number]}
              beta={modulation.beta[layer.number]}
              gammaRange={rangeWith(modulation.gamma, 1)}
              betaRange={rangeWith(modulation.beta, 0)}
              active={unitIn(rows, active, layer.number)}
              label={strings.scatter(layer.number + 1)}
            />
          )}
        </section>
      ))}
      <p className="film-readout">
        {shown && rows[shown.row] ? describe(strings, rows[shown.row], shown.unit) : strings.hint}
      </p>
      <CellEditor
        row={chosen && !against ? (own[chosen.row] ?? null) : null}
        unit={chosen?.unit ?? 0}
        held={held}
        onHold={onHold}
      />
    </Figure>
  );
}

type FilmStrings = ReturnType<typeof useStrings>['film'];

const describe = (strings: FilmStrings, row: CellRow, unit: number): string =>
  strings.cell(
    strings.targets[row.target],
    row.layer + 1,
    unit + 1,
    (row.values[unit] ?? 0).toFixed(3).replace('-', '−'),
  );

const heldUnits = (held: readonly HeldCell[], row: CellRow): ReadonlySet<number> =>
  new Set(
    held
      .filter((cell) => cell.target === row.target && cell.layer === row.layer)
      .map((cell) => cell.unit),
  );

const unitIn = (rows: readonly CellRow[], place: Place | null, layer: number): number | null =>
  place && rows[place.row]?.layer === layer ? place.unit : null;

function layersOf(rows: readonly CellRow[]) {
  const layers = [...new Set(rows.map((row) => row.layer))];
  return layers.map((number) => ({
    number,
    rows: rows.map((row, index) => ({ row, index })).filter(({ row }) => row.layer === number),
  }));
}

/** Column orders, kept from the first values of a model on: columns never jump. */
function useColumnOrders(rows: readonly CellRow[], key: string): number[][] {
  const [kept, keep] = useState(() => ({ key, orders: columnOrders(rows) }));
  const fits = kept.key === key && rows.every((row) => kept.orders[row.layer]);
  if (fits) return kept.orders;
  const fresh = { key, orders: columnOrders(rows) };
  keep(fresh);
  return fresh.orders;
}

/** Deviation of full colour for a unit of a row. */
function useReach(
  rows: readonly CellRow[],
  scaling: Scaling,
  key: string,
): (row: number, unit: number) => number {
  const [memory] = useState(() => new ReachMemory());
  const byUnit = memory.grow(key, rows);
  if (scaling === 'unit') return (row, unit) => byUnit[row][unit];
  const byRow = reaches(rows, scaling);
  return (row) => byRow[row];
}
