/** The store of the page: slices put together, and the hook that panels read it with. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createActivitySlice } from './activity';
import { createAddressSlice } from './address';
import { createAdaptationSlice } from './adaptation';
import { createCatalogueSlice } from './catalogue';
import { createFaultSlice } from './faults';
import { createMapSlice } from './map';
import { createModelSlice } from './model';
import { createNewbornSlice } from './newborn';
import { createNoticeSlice } from './notices';
import { createOpeningSlice } from './opening';
import { createPreferenceSlice } from './preferences';
import { createSelectionSlice } from './selection';
import { createVisibilitySlice } from './visibility';
import type { AppState } from './state';
import { createSupportSlice } from './support';
import { createTrainingSlice } from './training';

export type AppStore = StoreApi<AppState>;

export function createAppStore(): AppStore {
  return createStore<AppState>()((...a) => ({
    ...createActivitySlice(...a),
    ...createAddressSlice(...a),
    ...createCatalogueSlice(...a),
    ...createModelSlice(...a),
    ...createSupportSlice(...a),
    ...createAdaptationSlice(...a),
    ...createMapSlice(...a),
    ...createTrainingSlice(...a),
    ...createNewbornSlice(...a),
    ...createSelectionSlice(...a),
    ...createVisibilitySlice(...a),
    ...createFaultSlice(...a),
    ...createNoticeSlice(...a),
    ...createOpeningSlice(...a),
    ...createPreferenceSlice(...a),
  }));
}

/** The one store of the page; tests make their own. */
export const store: AppStore = createAppStore();

export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(store, select);
}
