/** What the visitor holds fixed in the model: pure changes of `Interventions`. */
import type { HeldCell, HeldRoute, Interventions } from '../protocol/vocabulary';

export type CellPlace = Omit<HeldCell, 'value'>;
export type RoutePlace = Omit<HeldRoute, 'weight'>;

const sameCell = (a: CellPlace, b: CellPlace) =>
  a.target === b.target && a.layer === b.layer && a.unit === b.unit;

const sameRoute = (a: RoutePlace, b: RoutePlace) =>
  a.layer === b.layer && a.source === b.source && a.target === b.target;

/** Null when nothing is held: the model then runs as it is. */
function orNone(held: Interventions): Interventions | null {
  const { context, cells, layers, routes } = held;
  return context || cells?.length || layers?.length || routes?.length ? held : null;
}

/** Puts another context in place of the encoder's, or lets go of it with null. */
export function holdContext(
  held: Interventions | null,
  context: Float32Array | null,
): Interventions | null {
  return orNone({ ...held, context: context ?? undefined });
}

/** How many single numbers, routes and contexts are held; whole layers are named, not counted. */
export const heldCount = (held: Interventions | null): number =>
  (held?.cells?.length ?? 0) + (held?.routes?.length ?? 0) + (held?.context ? 1 : 0);

/** Holds one cell at `value`, or lets go of it with null. */
export function holdCell(
  held: Interventions | null,
  place: CellPlace,
  value: number | null,
): Interventions | null {
  const others = (held?.cells ?? []).filter((cell) => !sameCell(cell, place));
  return orNone({ ...held, cells: value === null ? others : [...others, { ...place, value }] });
}

/** Leaves a layer unmodulated, or as the context has it again; cells held one by one stay held. */
export function leaveUnmodulated(
  held: Interventions | null,
  layer: number,
  isLeft: boolean,
): Interventions | null {
  const others = (held?.layers ?? []).filter((other) => other !== layer);
  const layers = isLeft ? [...others, layer].sort((a, b) => a - b) : others;
  return orNone({ ...held, layers });
}

/** Clamps one route to `weight`, or lets go of it with null. */
export function clampRoute(
  held: Interventions | null,
  place: RoutePlace,
  weight: number | null,
): Interventions | null {
  const others = (held?.routes ?? []).filter((route) => !sameRoute(route, place));
  return orNone({ ...held, routes: weight === null ? others : [...others, { ...place, weight }] });
}
