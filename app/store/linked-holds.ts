/** What is held in the model and what is pinned, as links have it: how it is written and read. */
import * as v from 'valibot';
import type { HeldCell, HeldRoute, Interventions } from '../protocol/vocabulary';
import type { Catalogue } from './catalogue';
import type { LinkedPair } from './linked-support';
import { currentVariant } from './model';
import type { AppState } from './state';

/** A layer that is left unmodulated. */
export interface HeldLayer {
  layer: number;
}
type HeldOne = HeldCell | HeldRoute | HeldLayer;

/** Cells, routes and layers that are held; a held context is a property of its own. */
export type Held = readonly HeldOne[];

/** More than anybody holds by hand. */
const MOST = 64;
/** Far beyond what the page's own handles reach. */
const LARGEST = 1000;

const NUMBER = '-?\\d{1,4}(?:\\.\\d{1,25})?(?:e-\\d{1,3})?';
const CELL = new RegExp(`^(gamma|beta|gate|weight|bias)\\.(\\d{1,2})\\.(\\d{1,3})\\*(${NUMBER})$`);
const ROUTE = new RegExp(`^route\\.(\\d{1,2})\\.(\\d{1,3})\\.(\\d{1,3})\\*(${NUMBER})$`);
const LAYER = /^layer\.(\d{1,2})$/;

function readOne(text: string): HeldOne | null {
  const layer = LAYER.exec(text);
  if (layer) return { layer: Number(layer[1]) };
  const cell = CELL.exec(text);
  if (cell) {
    const value = Number(cell[4]);
    if (Math.abs(value) > LARGEST) return null;
    return { target: cell[1] as HeldCell['target'], layer: Number(cell[2]), unit: Number(cell[3]), value }; // prettier-ignore
  }
  const route = ROUTE.exec(text);
  const weight = Number(route?.[4]);
  if (!route || weight < 0 || weight > 1) return null;
  return { layer: Number(route[1]), source: Number(route[2]), target: Number(route[3]), weight };
}

const isRoute = (held: HeldOne): held is HeldRoute => 'source' in held;
const isCell = (held: HeldOne): held is HeldCell => 'unit' in held;

function placeOf(held: HeldOne): string {
  if (isRoute(held)) return `route.${held.layer}.${held.source}.${held.target}`;
  return isCell(held) ? `${held.target}.${held.layer}.${held.unit}` : `layer.${held.layer}`;
}

function printOne(held: HeldOne): string {
  if (isRoute(held)) return `${placeOf(held)}*${held.weight}`;
  return isCell(held) ? `${placeOf(held)}*${held.value}` : placeOf(held);
}

/** `gamma.1.3*0.5` (layer, unit), `route.0.2.1*0.25` (layer, source, target), `layer.2` (unmodulated), several with `_` between. */
export const heldSchema = v.pipe(
  v.string(),
  v.transform((text) => text.split('_').map(readOne)),
  v.check((all) => all.every((held) => held !== null)),
  v.transform((all) => all as HeldOne[]),
  v.check((all) => new Set(all.map(placeOf)).size === all.length),
  v.maxLength(MOST),
);

export const printHeld = (all: Held): string => all.map(printOne).join('_');

/** What a state holds besides a context; null: nothing. */
export function linkedHeld({ interventions }: Pick<AppState, 'interventions'>): Held | null {
  const { cells = [], routes = [], layers = [] } = interventions ?? {};
  const all = [...cells, ...routes, ...layers.map((layer) => ({ layer }))].slice(0, MOST);
  return all.length > 0 ? all : null;
}

/** A state's interventions with these cells and routes; the same object where nothing changes. */
export function withHeld(
  state: Pick<AppState, 'interventions'>,
  all: Held | null,
): Interventions | null {
  const { interventions } = state;
  if (printHeld(linkedHeld(state) ?? []) === printHeld(all ?? [])) return interventions;
  const cells = (all ?? []).filter(isCell);
  const routes = (all ?? []).filter(isRoute);
  const layers = (all ?? [])
    .filter((held) => !isCell(held) && !isRoute(held))
    .map(({ layer }) => layer)
    .sort((a, b) => a - b);
  const context = interventions?.context;
  if (!context && !all) return null;
  return { ...(context && { context }), cells, routes, layers };
}

/**
 * The support set of the pinned ranking; null where a link cannot bring that ranking back: nothing is
 * pinned, it was of another model, or something was held.
 */
export function linkedPin(state: AppState, catalogue: Catalogue): readonly LinkedPair[] | null {
  const { pinned } = state;
  if (!pinned || pinned.answer.setting !== state.setting || pinned.answer.interventions)
    return null;
  if (JSON.stringify(pinned.variant) !== JSON.stringify(currentVariant(state))) return null;
  const { items } = pinned.answer.support;
  return items.map(({ item, label }) => ({ id: catalogue.movies.id[item], label }));
}
