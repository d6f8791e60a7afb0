/** The context map and the trail that the visitor's own point leaves on it. */
import type { StateCreator } from 'zustand';
import type { ContextMap } from '../workers/protocol';
import type { AppState } from './state';

/** Points of the trail that are kept. */
const TRAIL = 24;

export interface MapSlice {
  map: ContextMap | null;
  projection: ContextMap['projection'];
  mapFailure: string | null;
  /** Earlier positions of the visitor's point, oldest first, on the present basis. */
  trail: readonly [number, number][];
  setProjection(projection: ContextMap['projection']): void;
  extendTrail(point: [number, number] | null): void;
}

export const createMapSlice: StateCreator<AppState, [], [], MapSlice> = (set) => ({
  map: null,
  projection: 'linear',
  mapFailure: null,
  trail: [],
  setProjection: (projection) => set({ projection, trail: [] }),
  extendTrail: (point) =>
    set(({ trail }) => {
      if (!point) return {};
      const last = trail.at(-1);
      if (last && last[0] === point[0] && last[1] === point[1]) return {};
      return { trail: [...trail, point].slice(-TRAIL) };
    }),
});
