/** The context map and the trail that the visitor's own point leaves on it. */
import type { StateCreator } from 'zustand';
import type { ContextMap } from '../protocol/adapter';
import { failureOf } from './faults';
import type { AppState } from './state';

/** Points of the trail that are kept. */
const TRAIL = 24;

export interface MapSlice {
  map: ContextMap | null;
  /** Whether the map is the model's own answer, not the recorded one. */
  isMapLive: boolean;
  projection: ContextMap['projection'];
  mapFailure: string | null;
  /** Earlier positions of the visitor's point, oldest first, on the present basis. */
  trail: readonly [number, number][];
  setProjection(projection: ContextMap['projection']): void;
  /** Shows a map, unless another projection was picked meanwhile. */
  showMap(map: ContextMap): void;
  /** There is no map, or no newer one. */
  failMap(error: unknown): void;
  extendTrail(point: [number, number] | null): void;
  /** A trail is one task's way: another genre or setting starts its own. */
  startTrail(): void;
}

export const createMapSlice: StateCreator<AppState, [], [], MapSlice> = (set, get) => ({
  map: null,
  isMapLive: false,
  projection: 'linear',
  mapFailure: null,
  trail: [],
  setProjection: (projection) => set({ projection, trail: [] }),
  showMap: (map) =>
    set(({ projection }) =>
      map.projection === projection ? { map, isMapLive: true, mapFailure: null } : {},
    ),
  failMap: (error) => {
    get().noteFault(error);
    set({ mapFailure: failureOf(error).detail });
  },
  startTrail: () => set({ trail: [] }),
  extendTrail: (point) =>
    set(({ trail }) => {
      if (!point) return {};
      const last = trail.at(-1);
      if (last && last[0] === point[0] && last[1] === point[1]) return {};
      return { trail: [...trail, point].slice(-TRAIL) };
    }),
});
