/** What the visitor picked about the model, and what the workers say about it. */
import type { StateCreator } from 'zustand';
import type {
  BackendName,
  BackendReport,
  ModelReport,
  PageSetting,
  Variant,
} from '../workers/protocol';
import type { Provenance } from '../../src/model/types';
import type { AppState } from './state';

export type VariantChoice = Omit<Variant, 'setting'>;
export type WorkerStatus = 'absent' | 'starting' | 'ready' | 'restarting' | 'failed';

/** The page's defaults: those with a shipped checkpoint. */
export const DEFAULT_VARIANT: Record<PageSetting, VariantChoice> = {
  genre: { encoder: 'mean', hybrid: 'dot', modulation: 'film' },
  newcomer: { encoder: 'weighted', hybrid: 'dot', modulation: 'film' },
};

export interface ModelSlice {
  setting: PageSetting;
  /** Kept apart, so that going to the other setting and back loses nothing. */
  variants: Record<PageSetting, VariantChoice>;
  seed: number;
  /** `?backend=`: which backend to force, or the fastest that passes its checks. */
  backendWish: BackendName | 'auto';
  /** What answers edits. */
  backend: BackendReport | null;
  /** What trains; null until the trainer starts. */
  trainerBackend: BackendReport | null;
  /** The model that answers now; null until one is loaded. */
  model: ModelReport | null;
  /** Of the parameters that ship with the present variant, whatever was trained since. */
  shipped: Provenance | null;
  status: Record<'adapter' | 'trainer', WorkerStatus>;
  setSetting(setting: PageSetting): void;
  chooseVariant(change: Partial<VariantChoice>): void;
  setSeed(seed: number): void;
}

export function presentVariant(state: Pick<ModelSlice, 'setting' | 'variants'>): Variant {
  return { setting: state.setting, ...state.variants[state.setting] };
}

export const createModelSlice: StateCreator<AppState, [], [], ModelSlice> = (set) => ({
  setting: 'genre',
  variants: DEFAULT_VARIANT,
  seed: 0,
  backendWish: 'auto',
  backend: null,
  trainerBackend: null,
  model: null,
  shipped: null,
  status: { adapter: 'absent', trainer: 'absent' },
  setSetting: (setting) => set({ setting }),
  chooseVariant: (change) =>
    set(({ setting, variants }) => ({
      variants: { ...variants, [setting]: { ...variants[setting], ...change } },
    })),
  setSeed: (seed) => set({ seed }),
});
