/** What is overridden in the model and what is pinned, as links have it: how it is written and read. */
import * as v from 'valibot';
import type { CellOverride, Interventions, RouteOverride } from '../protocol/vocabulary';
import type { Catalogue } from './catalogue';
import type { LinkedPair } from './linked-support';
import { currentVariant } from './model';
import type { AppState } from './state';

/** A layer that is left unmodulated. */
export interface LayerOverride {
  layer: number;
}
type Override = CellOverride | RouteOverride | LayerOverride;

/** Cells, routes and layers that are overridden; an overridden context is a property of its own. */
export type Overrides = readonly Override[];

/** More than anybody overrides by hand. */
const MOST = 64;
/** Far beyond what the page's own handles reach. */
const LARGEST = 1000;

const NUMBER = '-?\\d{1,4}(?:\\.\\d{1,25})?(?:e-\\d{1,3})?';
const CELL = new RegExp(`^(gamma|beta|gate|weight|bias)\\.(\\d{1,2})\\.(\\d{1,3})\\*(${NUMBER})$`);
const ROUTE = new RegExp(`^route\\.(\\d{1,2})\\.(\\d{1,3})\\.(\\d{1,3})\\*(${NUMBER})$`);
const LAYER = /^layer\.(\d{1,2})$/;

function readOne(text: string): Override | null {
  const layer = LAYER.exec(text);
  if (layer) return { layer: Number(layer[1]) };
  const cell = CELL.exec(text);
  if (cell) {
    const value = Number(cell[4]);
    if (Math.abs(value) > LARGEST) return null;
    return { target: cell[1] as CellOverride['target'], layer: Number(cell[2]), unit: Number(cell[3]), value }; // prettier-ignore
  }
  const route = ROUTE.exec(text);
  const weight = Number(route?.[4]);
  if (!route || weight < 0 || weight > 1) return null;
  return { layer: Number(route[1]), source: Number(route[2]), target: Number(route[3]), weight };
}

const isRoute = (one: Override): one is RouteOverride => 'source' in one;
const isCell = (one: Override): one is CellOverride => 'unit' in one;

function placeOf(one: Override): string {
  if (isRoute(one)) return `route.${one.layer}.${one.source}.${one.target}`;
  return isCell(one) ? `${one.target}.${one.layer}.${one.unit}` : `layer.${one.layer}`;
}

function printOne(one: Override): string {
  if (isRoute(one)) return `${placeOf(one)}*${one.weight}`;
  return isCell(one) ? `${placeOf(one)}*${one.value}` : placeOf(one);
}

/** `gamma.1.3*0.5` (layer, unit), `route.0.2.1*0.25` (layer, source, target), `layer.2` (unmodulated), several with `_` between. */
export const overridesSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split('_').map(readOne)),
  v.check((all) => all.every((one) => one !== null)),
  v.transform((all) => all as Override[]),
  v.check((all) => new Set(all.map(placeOf)).size === all.length),
  v.maxLength(MOST),
);

export const printOverrides = (all: Overrides): string => all.map(printOne).join('_');

/** What a state overrides besides a context; null: nothing. */
export function linkedOverrides({
  interventions,
}: Pick<AppState, 'interventions'>): Overrides | null {
  const { cells = [], routes = [], layers = [] } = interventions ?? {};
  const all = [...cells, ...routes, ...layers.map((layer) => ({ layer }))].slice(0, MOST);
  return all.length > 0 ? all : null;
}

/** A state's interventions with these cells and routes; the same object where nothing changes. */
export function withOverrides(
  state: Pick<AppState, 'interventions'>,
  all: Overrides | null,
): Interventions | null {
  const { interventions } = state;
  if (printOverrides(linkedOverrides(state) ?? []) === printOverrides(all ?? []))
    return interventions;
  const cells = (all ?? []).filter(isCell);
  const routes = (all ?? []).filter(isRoute);
  const layers = (all ?? [])
    .filter((one) => !isCell(one) && !isRoute(one))
    .map(({ layer }) => layer)
    .sort((a, b) => a - b);
  const context = interventions?.context;
  if (!context && !all) return null;
  return { ...(context && { context }), cells, routes, layers };
}

/**
 * The support set of the pinned ranking; null where a link cannot bring that ranking back: nothing is
 * pinned, it was of another model, or something was overridden.
 */
export function linkedPin(state: AppState, catalogue: Catalogue): readonly LinkedPair[] | null {
  const { pinned } = state;
  if (!pinned || pinned.answer.setting !== state.setting || pinned.answer.interventions)
    return null;
  if (JSON.stringify(pinned.variant) !== JSON.stringify(currentVariant(state))) return null;
  const { items } = pinned.answer.support;
  return items.map(({ item, label }) => ({ id: catalogue.movies.id[item], label }));
}
