/** What the visitor picked about the model, and what the workers say about it. */
import type { StateCreator } from 'zustand';
import type {
  BackendName,
  BackendReport,
  ModelReport,
  PageSetting,
  Role,
  Variant,
} from '../protocol/vocabulary';
import type { Provenance } from '../../src/model/types';
import { noFailure } from './faults';
import type { AppState } from './state';
import { withoutNewborn } from './newborn';
import { withIncoming } from './support-history';
import { noRun } from './training';

export type VariantChoice = Omit<Variant, 'setting'>;
export type WorkerStatus = 'absent' | 'starting' | 'ready' | 'restarting' | 'failed';

/** The page's defaults: those with a shipped checkpoint. */
export const DEFAULT_VARIANT: Record<PageSetting, VariantChoice> = {
  scenario: { encoder: 'mean', hybrid: 'dot', modulation: 'film' },
  user: { encoder: 'weighted', hybrid: 'dot', modulation: 'film' },
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
  status: Record<Role, WorkerStatus>;
  noteBackend(role: Role, report: BackendReport): void;
  noteStatus(role: Role, status: WorkerStatus): void;
  /** The adapter is up and holds `model`. */
  noteStart(backend: BackendReport, model: ModelReport): void;
  /** Another model is to be loaded: all that was computed from the one before is forgotten. */
  unloadModel(): void;
  /** The model of the present variant is there, as it ships. */
  showModel(model: ModelReport): void;
  /** The present model has other parameters: a run was restored, or went back. */
  showParameters(model: ModelReport): void;
  /** The present model's parameters count so many steps of training. */
  noteSteps(steps: number): void;
  setSetting(setting: PageSetting): void;
  chooseVariant(change: Partial<VariantChoice>): void;
  setSeed(seed: number): void;
}

export function currentVariant(state: Pick<ModelSlice, 'setting' | 'variants'>): Variant {
  return { setting: state.setting, ...state.variants[state.setting] };
}

/** Random weights: what they rank and draw is chance. */
export const isUntrained = ({ model }: Pick<ModelSlice, 'model'>): boolean =>
  model?.provenance === null && model.steps === 0;

export const createModelSlice: StateCreator<AppState, [], [], ModelSlice> = (set) => ({
  setting: 'scenario',
  variants: DEFAULT_VARIANT,
  seed: 0,
  backendWish: 'auto',
  backend: null,
  trainerBackend: null,
  model: null,
  shipped: null,
  status: { adapter: 'absent', trainer: 'absent' },
  noteBackend: (role, report) =>
    set(role === 'adapter' ? { backend: report } : { trainerBackend: report }),
  noteStatus: (role, status) => set((state) => ({ status: { ...state.status, [role]: status } })),
  noteStart: (backend, model) => set({ backend, model, shipped: model.provenance, ...noFailure }),
  unloadModel: () =>
    set(({ newborn }) => ({
      ...noRun,
      newborn: withoutNewborn(newborn),
      model: null,
      map: null,
      trail: [],
      settled: null,
      free: null,
      reference: null,
      editTimes: [],
      interventions: null,
      contextFrom: null,
      waiting: true,
    })),
  showModel: (model) => set({ model, shipped: model.provenance }),
  showParameters: (model) => set({ model }),
  noteSteps: (steps) => set(({ model }) => (model ? { model: { ...model, steps } } : {})),
  setSetting: (setting) =>
    set((state) => (state.setting === setting ? {} : { ...withIncoming(state), setting })),
  chooseVariant: (change) =>
    set(({ setting, variants }) => ({
      variants: { ...variants, [setting]: { ...variants[setting], ...change } },
    })),
  setSeed: (seed) => set({ seed }),
});
