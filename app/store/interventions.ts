/** What the visitor overrides in the model: pure changes of `Interventions`. */
import type { CellOverride, Interventions, RouteOverride } from '../protocol/vocabulary';

export type CellPlace = Omit<CellOverride, 'value'>;
export type RoutePlace = Omit<RouteOverride, 'weight'>;

const sameCell = (a: CellPlace, b: CellPlace) =>
  a.target === b.target && a.layer === b.layer && a.unit === b.unit;

const sameRoute = (a: RoutePlace, b: RoutePlace) =>
  a.layer === b.layer && a.source === b.source && a.target === b.target;

/** Null when nothing is overridden: the model then runs as it is. */
function orNone(interventions: Interventions): Interventions | null {
  const { context, cells, layers, routes } = interventions;
  return context || cells?.length || layers?.length || routes?.length ? interventions : null;
}

/** Puts another context in place of the encoder's, or releases it with null. */
export function overrideContext(
  interventions: Interventions | null,
  context: Float32Array | null,
): Interventions | null {
  return orNone({ ...interventions, context: context ?? undefined });
}

/** How many single numbers are overridden, weights of routes among them; layers and contexts are named. */
export const overrideCount = (interventions: Interventions | null): number =>
  (interventions?.cells?.length ?? 0) + (interventions?.routes?.length ?? 0);

/** Overrides one cell by `value`, or releases it with null. */
export function overrideCell(
  interventions: Interventions | null,
  place: CellPlace,
  value: number | null,
): Interventions | null {
  const others = (interventions?.cells ?? []).filter((cell) => !sameCell(cell, place));
  return orNone({
    ...interventions,
    cells: value === null ? others : [...others, { ...place, value }],
  });
}

/** Leaves a layer unmodulated, or as the context has it again; cells overridden one by one stay so. */
export function leaveUnmodulated(
  interventions: Interventions | null,
  layer: number,
  isLeft: boolean,
): Interventions | null {
  const others = (interventions?.layers ?? []).filter((other) => other !== layer);
  const layers = isLeft ? [...others, layer].sort((a, b) => a - b) : others;
  return orNone({ ...interventions, layers });
}

/** Overrides one route by `weight`, or releases it with null. */
export function overrideRoute(
  interventions: Interventions | null,
  place: RoutePlace,
  weight: number | null,
): Interventions | null {
  const others = (interventions?.routes ?? []).filter((route) => !sameRoute(route, place));
  return orNone({
    ...interventions,
    routes: weight === null ? others : [...others, { ...place, weight }],
  });
}
