import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { modulatesUnits } from '../../../src/kinds';
import { useDark } from '../common/media';
import { Segmented } from '../common/Segmented';
import type { Vectors } from '../figure/compose';
import { Figure, type FigureTable } from '../figure/Figure';
import { fixed, signed } from '../figure/numbers';
import { useWidth } from '../figure/useWidth';
import { useLazyStrings } from '../../strings/lazy';
import type { CellOverride, ModulationDetail } from '../../protocol/vocabulary';
import { CellEditor } from './CellEditor';
import { CellGrid, shapeOf } from './CellGrid';
import { cellsMarkup, readInk } from './cells';
import './film-view.css';
import { Influential } from './Influential';
import { LayerHead } from './LayerHead';
import {
  cellRows,
  differenceRows,
  largest,
  reaches,
  SCALINGS,
  type CellRow,
  type Scaling,
} from './rows';
import { UnitFilms } from './UnitFilms';
import { rangeWith, UnitScatter } from './UnitScatter';
import { useColumnOrders, useUnitReach } from './useColumns';

export interface FilmViewProps {
  modulation: ModulationDetail;
  /** What the cells belong to: a movie's title. */
  name: string;
  /** A second modulation: the cells then show `modulation` minus this one. */
  against?: { name: string; modulation: ModulationDetail } | null;
  overrides: readonly CellOverride[];
  /** Overrides a cell by a value, or releases it with null. */
  onOverride: (cell: Omit<CellOverride, 'value'>, value: number | null) => void;
  /** Layers that the visitor leaves unmodulated. */
  unmodulated: readonly number[];
  onLeave: (layer: number, isLeft: boolean) => void;
  /** Changes when the columns should be ordered anew: another model. */
  orderKey: string;
  /** Modulations of several tasks to order the columns by; else the first one seen. */
  batch?: readonly ModulationDetail[];
}

interface Place {
  row: number;
  unit: number;
}

/** Cells stand 32 to a line, or 16 where they would be too small to point at. */
const SMALLEST_CELL = 11.5;
const columnsFor = (width: number): number =>
  width === 0 || width >= 32 * SMALLEST_CELL ? 32 : 16;

/** Gamma and beta (or gates, or generated weights) of one pair, a cell for each unit. */
export const FilmView = memo(function FilmView(props: FilmViewProps) {
  const strings = useLazyStrings().film;
  return cellRows(props.modulation).length > 0 ? (
    <Cells {...props} />
  ) : (
    <p className="film-none">{strings.none}</p>
  );
});

function Cells(props: FilmViewProps) {
  const {
    modulation,
    name,
    against,
    overrides,
    onOverride,
    unmodulated,
    onLeave,
    orderKey,
    batch,
  } = props;
  const strings = useLazyStrings().film;
  const cells = useRef<HTMLDivElement>(null);
  const columns = columnsFor(useWidth(cells));
  const theme = useDark() ? 'dark' : 'light';
  const [scaling, setScaling] = useState<Scaling>('global');
  const [activeCell, setActive] = useState<Place | null>(null);
  const [chosenCell, setChosen] = useState<Place | null>(null);
  const own = useMemo(() => cellRows(modulation), [modulation]);
  const other = useMemo(() => (against ? cellRows(against.modulation) : null), [against]);
  const rows = useMemo(() => (other ? differenceRows(other, own) : own), [other, own]);
  const active = within(rows, activeCell);
  const chosen = within(rows, chosenCell);
  const orders = useColumnOrders(own, batch, orderKey);
  const unitReach = useUnitReach(rows, `${orderKey} ${against?.name ?? ''}`);
  const rowReach = scaling === 'unit' ? null : reaches(rows, scaling);

  const nameOf = useCallback(
    (row: CellRow, unit: number): string => {
      const target = strings.targets[row.target];
      const value = row.values[unit] ?? 0;
      if (!other) return strings.cell(target, row.layer + 1, unit + 1, fixed(value, 3));
      const now = own.find((o) => o.layer === row.layer && o.target === row.target)!.values[unit];
      return strings.cellDifference(target, row.layer + 1, unit + 1, signed(value, 3), fixed(now - value, 3), fixed(now, 3)); // prettier-ignore
    },
    [strings, own, other],
  );
  const point = useCallback(
    (row: number, unit: number | null) => setActive(unit === null ? null : { row, unit }),
    [],
  );
  const choose = useCallback((row: number, unit: number) => setChosen({ row, unit }), []);
  const table = (): FigureTable => ({
    columns: [
      strings.layerColumn,
      strings.unitColumn,
      ...strings.valueColumns,
      ...(against ? [against.name, strings.differenceColumn] : []),
    ],
    rows: own.flatMap((row, r) =>
      Array.from(row.values, (value, unit) => [
        String(row.layer + 1),
        String(unit + 1),
        strings.targets[row.target],
        fixed(value, 4),
        ...(other ? [fixed(other[r].values[unit], 4), signed(rows[r].values[unit], 4)] : []),
      ]),
    ),
  });

  const reachOf = (index: number) => (rowReach ? rowReach[index] : unitReach[index]);
  const vectors: Vectors = (canvas, plain) => {
    const index = Number(canvas.dataset.row);
    const shape = shapeOf(rows[index], orders[index], columns, reachOf(index));
    return cellsMarkup(shape, readInk(canvas), canvas.clientWidth, plain);
  };

  // The switch stays as it is while the cells change.
  const tools = useMemo(
    () => (
      <>
        <span aria-hidden="true">{strings.scaling}</span>
        <Segmented
          look="words"
          label={strings.scaling}
          segments={SCALINGS.map((id) => ({ id, label: strings.scalings[id] }))}
          value={scaling}
          onChange={setScaling}
        />
      </>
    ),
    [strings, scaling],
  );
  const shown = active ?? chosen;
  const film = modulation.kind === 'film' ? modulation : null;
  const unitKind = modulatesUnits(modulation.kind) ? modulation.kind : null;
  const before = against?.modulation.kind === 'film' ? against.modulation : null;
  return (
    <Figure
      className={film ? 'film-view has-scatter' : 'film-view'}
      label={against ? strings.labelAgainst(name, against.name) : strings.label(name)}
      fileName="modulation"
      table={table}
      vectors={vectors}
      tools={tools}
    >
      <div>
        {layersOf(rows).map(({ number, members }) => (
          <section key={number} className="film-layer">
            <LayerHead
              title={modulation.kind === 'linear' ? strings.lastLayer : strings.layer(number + 1)}
              scales={(scaling === 'global' && number > 0 ? [] : members).map(({ row, index }) => ({
                symbol: `${against ? 'Δ' : ''}${strings.symbols[row.target]}`,
                neutral: row.neutral,
                reach: rowReach ? rowReach[index] : largest(row),
              }))}
              byUnit={scaling === 'unit' ? strings.byUnit : null}
              leaving={
                unitKind
                  ? {
                      label: strings.leave(number + 1),
                      isLeft: unmodulated.includes(number),
                      onLeave: (isLeft) => onLeave(number, isLeft),
                    }
                  : null
              }
            />
            <div className="film-cells" ref={number === 0 ? cells : undefined}>
              {members.map(({ row, index }) => (
                <div key={row.target} className="film-row">
                  <span className="film-symbol" data-caption>
                    {strings.symbols[row.target]}
                  </span>
                  <CellGrid
                    row={row}
                    index={index}
                    order={orders[index]}
                    columns={columns}
                    reach={reachOf(index)}
                    label={strings.rowLabel(strings.targets[row.target], row.layer + 1)}
                    role={strings.cells}
                    nameOf={nameOf}
                    active={active?.row === index ? active.unit : null}
                    chosen={!against && chosen?.row === index ? chosen.unit : null}
                    overridden={overriddenUnits(overrides, unmodulated, row)}
                    theme={theme}
                    onActive={point}
                    onChoose={choose}
                  />
                </div>
              ))}
            </div>
            {film && (
              <UnitScatter
                units={{ gamma: film.gamma[number], beta: film.beta[number] }}
                against={before && { gamma: before.gamma[number], beta: before.beta[number] }}
                gammaRange={rangeWith([...film.gamma, ...(before?.gamma ?? [])], 1)}
                betaRange={rangeWith([...film.beta, ...(before?.beta ?? [])], 0)}
                active={active && rows[active.row]?.layer === number ? active.unit : null}
                label={strings.scatter(number + 1)}
              />
            )}
          </section>
        ))}
      </div>
      <p className="figure-readout">
        {shown && rows[shown.row]
          ? nameOf(rows[shown.row], shown.unit)
          : against
            ? strings.hintAgainst(against.name)
            : strings.hints[hintOf(modulation)]}
      </p>
      {!against && (
        <CellEditor
          row={chosen ? (own[chosen.row] ?? null) : null}
          unit={chosen?.unit ?? 0}
          overrides={overrides}
          onOverride={onOverride}
        />
      )}
      {unitKind && !against && chosen && <UnitFilms row={own[chosen.row]} unit={chosen.unit} />}
      {unitKind && !against && (
        <Influential
          kind={unitKind}
          onChoose={(layer, unit) =>
            choose(
              own.findIndex((row) => row.layer === layer),
              unit,
            )
          }
        />
      )}
    </Figure>
  );
}

/** A place that the rows have; another model may be narrower than the one it was chosen in. */
const within = (rows: readonly CellRow[], place: Place | null): Place | null =>
  place && place.unit < (rows[place.row]?.values.length ?? 0) ? place : null;

const hintOf = ({ kind }: ModulationDetail) =>
  kind === 'sigmoid' || kind === 'linear' ? kind : 'film';

const overriddenUnits = (
  overrides: readonly CellOverride[],
  unmodulated: readonly number[],
  { target, layer, values }: CellRow,
): string =>
  unmodulated.includes(layer) && target !== 'weight' && target !== 'bias'
    ? [...values.keys()].join(' ')
    : overrides
        .filter((cell) => cell.target === target && cell.layer === layer)
        .map((cell) => cell.unit)
        .join(' ');

function layersOf(rows: readonly CellRow[]) {
  return [...new Set(rows.map((row) => row.layer))].map((number) => ({
    number,
    members: rows.map((row, index) => ({ row, index })).filter(({ row }) => row.layer === number),
  }));
}
