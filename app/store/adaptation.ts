/** The answers of the adapter: the present ranking and what it is compared with. */
import type { StateCreator } from 'zustand';
import type {
  Adaptation,
  Interventions,
  LeaveOneOut,
  ModulationDetail,
  PageSetting,
  Pictures,
  Variant,
} from '../workers/protocol';
import { holdContext } from './interventions';
import { presentVariant } from './model';
import type { Ranking } from './ranking';
import type { Scale } from './scale';
import type { SupportSet } from './support';
import type { AppState } from './state';

export interface Answer {
  adaptation: Adaptation;
  setting: PageSetting;
  /** The support set that was asked about. */
  support: SupportSet;
  /** What was held fixed in the model for it. */
  held: Interventions | null;
  /** `recorded`: computed before by the same code, shown until the worker answers. */
  source: 'recorded' | 'live';
  /** Scores at which a bar is empty (the catalogue's median) and full (its best). */
  scale: Scale;
}

/** The modulation of an answer; asked for after it, and only while somebody looks (`sight.ts`). */
export interface Pictured extends Pictures {
  of: Answer;
}

/** What the arrows of the list are measured against. */
export interface Reference {
  kind: 'unadapted' | 'edit' | 'pinned' | 'unheld';
  ranking: Ranking;
}

/** A modulation kept to compare others with, and what it belongs to. */
export interface PinnedDetail {
  name: string;
  modulation: ModulationDetail;
}

/** An answer kept to compare later ones with, and the model that gave it. */
export interface Pinned {
  answer: Answer;
  /** null: still on its way. */
  pictures: Pictures | null;
  variant: Variant;
}

export interface AdaptationSlice {
  answer: Answer | null;
  /** The last that was asked for; of an older answer while nobody looks, or the newer one is on its way. */
  pictures: Pictured | null;
  reference: Reference | null;
  /** What the visitor holds fixed in the model; null: the model runs as it is. */
  interventions: Interventions | null;
  /** Scenario whose context is held in place of the support set's; null: none is. */
  contextFrom: string | null;
  /** Kept with the pinned ranking, for everything else that differs; null: nothing is pinned. */
  pinned: Pinned | null;
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
  /** Holds the context of a scenario, or lets the encoder's own through again with null. */
  swapContext(swap: { scenario: string; context: Float32Array } | null): void;
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
  pictures: null,
  reference: null,
  interventions: null,
  contextFrom: null,
  pinned: null,
  pinnedDetail: null,
  leftOut: null,
  waiting: false,
  failure: null,
  togglePinnedRanking: () =>
    set((state) => {
      const { answer, pictures, reference } = state;
      if (!answer) return {};
      const ranking = rankingOf(answer);
      if (reference?.kind === 'pinned')
        return { reference: { kind: 'edit', ranking }, pinned: null };
      const isOwn = pictures?.of === answer && pictures.average !== null;
      const pinned = {
        answer,
        pictures: isOwn ? pictures : null,
        variant: presentVariant(state),
      };
      return { reference: { kind: 'pinned', ranking }, pinned };
    }),
  intervene: (interventions) =>
    set(({ contextFrom }) => ({
      interventions,
      contextFrom: interventions?.context ? contextFrom : null,
    })),
  swapContext: (swap) =>
    set(({ interventions }) => ({
      interventions: holdContext(interventions, swap?.context ?? null),
      contextFrom: swap?.scenario ?? null,
    })),
  pinDetail: (name) =>
    set(({ pictures }) => {
      const modulation = pictures?.detail?.modulation;
      return { pinnedDetail: name !== null && modulation ? { name, modulation } : null };
    }),
});
