/** What is on the page, as tables for other programs. */
import { safeCsv } from '../../../src/data/csv-out';
import { UNKNOWN } from '../../store/ranking';
import type { AppState } from '../../store/state';

export const THINGS = ['ranking', 'support', 'context', 'map'] as const;
export type Thing = (typeof THINGS)[number];

export interface PlainTable {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

const DIGITS = 6;
const short = (value: number): number => Number(value.toPrecision(DIGITS));

/** null where there is nothing of it yet. */
export function tableOf(thing: Thing, state: AppState): PlainTable | null {
  const { catalogue, answer, map } = state;
  if (!catalogue || !answer) return null;
  const { movies, scenarios } = catalogue;
  const film = (item: number): (string | number)[] => [
    movies.id[item],
    movies.title[item],
    movies.year[item] || '',
  ];
  const { adaptation, support } = answer;
  switch (thing) {
    case 'ranking': {
      const hidden = new Set(support.items.map(({ item }) => item));
      const order = [...adaptation.order].filter((item) => item < movies.count && item !== UNKNOWN && !hidden.has(item)); // prettier-ignore
      return {
        columns: ['rank', 'id', 'title', 'year', 'score'],
        rows: order.map((item, k) => [k + 1, ...film(item), short(adaptation.scores[item])]),
      };
    }
    case 'support':
      return {
        columns: ['id', 'title', 'year', answer.setting === 'scenario' ? 'liked' : 'stars'],
        rows: support.items.map(({ item, label }) => [...film(item), label]),
      };
    case 'context':
      return {
        columns: ['dimension', 'value'],
        rows: Array.from(adaptation.context, (value, k) => [k + 1, short(value)]),
      };
    case 'map': {
      if (!map) return null;
      const own = adaptation.point ? [['you', ...adaptation.point.map(short)]] : [];
      const tasks = Array.from(map.scenario, (scenario, k) => [
        map.heldOut ? `user:${scenario}` : (scenarios[scenario]?.name ?? ''),
        short(map.points[2 * k]),
        short(map.points[2 * k + 1]),
      ]);
      return { columns: ['task', 'x', 'y'], rows: [...own, ...tasks] };
    }
  }
}

export const asCsv = ({ columns, rows }: PlainTable): string =>
  safeCsv([columns, ...rows.map((row) => row.map(String))]);

/** One object a row, and what it is of. */
export function asJson(
  thing: Thing,
  table: PlainTable,
  { setting, model }: AppState,
  data: string,
): string {
  const rows = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, k) => [column, row[k]])),
  );
  return JSON.stringify(
    { what: thing, data, setting, variant: model?.variant ?? null, rows },
    null,
    2,
  );
}
