/** The answers of the adapter: the present ranking and what it is compared with. */
import type { StateCreator } from 'zustand';
import type {
  Adaptation,
  Interventions,
  LeaveOneOut,
  ModulationDetail,
  PageSetting,
} from '../workers/protocol';
import type { Ranking } from './ranking';
import type { Scale } from './scale';
import type { SupportSet } from './support';
import type { AppState } from './state';

export interface Answer {
  adaptation: Adaptation;
  setting: PageSetting;
  /** The support set that was asked about. */
  support: SupportSet;
  /** `recorded`: computed before by the same code, shown until the worker answers. */
  source: 'recorded' | 'live';
  /** Scores at which a bar is empty (the catalogue's median) and full (its best). */
  scale: Scale;
}

/** What the arrows of the list are measured against. */
export interface Reference {
  kind: 'unadapted' | 'edit' | 'pinned';
  ranking: Ranking;
}

/** A modulation kept to compare others with, and what it belongs to. */
export interface PinnedDetail {
  name: string;
  modulation: ModulationDetail;
}

export interface AdaptationSlice {
  answer: Answer | null;
  reference: Reference | null;
  /** What the visitor holds fixed in the model; null: the model runs as it is. */
  interventions: Interventions | null;
  /** What FiLM and route views are compared with; null: nothing. */
  pinnedDetail: PinnedDetail | null;
  /** What each support movie of `answer` does to it; null until one was pointed at. */
  leftOut: { answer: Answer; effect: LeaveOneOut } | null;
  /** An edit is on its way to the worker. */
  waiting: boolean;
  /** Why there is no answer, as a failure code of the client. */
  failure: { code: string; detail: string } | null;
  /** Keeps the present ranking to compare the next ones with; again to let go of it. */
  togglePinnedRanking(): void;
  intervene(interventions: Interventions | null): void;
  /** Keeps the present modulation under `name`, or lets go of the kept one with null. */
  pinDetail(name: string | null): void;
}

export function rankingOf(answer: Answer): Ranking {
  return {
    order: answer.adaptation.order,
    scores: answer.adaptation.scores,
    support: answer.support.items.map((pair) => pair.item),
  };
}

export const createAdaptationSlice: StateCreator<AppState, [], [], AdaptationSlice> = (set) => ({
  answer: null,
  reference: null,
  interventions: null,
  pinnedDetail: null,
  leftOut: null,
  waiting: false,
  failure: null,
  togglePinnedRanking: () =>
    set(({ answer, reference }) => {
      if (!answer) return {};
      const kind = reference?.kind === 'pinned' ? 'edit' : 'pinned';
      return { reference: { kind, ranking: rankingOf(answer) } };
    }),
  intervene: (interventions) => set({ interventions }),
  pinDetail: (name) =>
    set(({ answer }) => {
      const modulation = answer?.adaptation.detail?.modulation;
      return { pinnedDetail: name !== null && modulation ? { name, modulation } : null };
    }),
});
