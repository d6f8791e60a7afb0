/** The answers of the adapter: the present ranking and what it is compared with. */
import type { StateCreator } from 'zustand';
import type { Adaptation, LeaveOneOut, ModulationViews } from '../protocol/adapter';
import type { Interventions, ModulationDetail, PageSetting, Variant } from '../protocol/vocabulary';
import { noFailure } from './faults';
import { overrideContext } from './interventions';
import { currentVariant } from './model';
import type { Ranking } from './ranking';
import type { Scale } from './scale';
import type { SupportSet } from './support';
import type { AppState } from './state';

export interface Answer {
  adaptation: Adaptation;
  setting: PageSetting;
  /** The support set that was asked about. */
  support: SupportSet;
  /** What the visitor overrode in the model for it. */
  interventions: Interventions | null;
  /** `recorded`: computed before by the same code, shown until the worker answers. */
  source: 'recorded' | 'live';
  /** Scores at which a bar is empty (the catalogue's median) and full (its best). */
  scale: Scale;
}

/** The modulation of an answer; asked for after it, and only while somebody looks (`visibility.ts`). */
export interface CurrentViews extends ModulationViews {
  of: Answer;
}

/** What the arrows of the list are measured against: every item has its place in it. */
export interface Reference {
  kind: 'unadapted' | 'edit' | 'pinned' | 'free';
  /** Whole, unless it was recorded: then it has the places of the movies that the recording lists. */
  ranking: Ranking;
  /** Of the parameters that gave it; null: it was recorded. */
  steps: number | null;
}

/** A modulation kept to compare others with, and what it belongs to. */
export interface PinnedDetail {
  name: string;
  modulation: ModulationDetail;
}

/** What the present modulation is compared with: the kept one, where both modulate the same way. */
export const comparedDetail = ({ pinnedDetail, variants, setting }: AppState) =>
  pinnedDetail?.modulation.kind === variants[setting].modulation ? pinnedDetail : null;

/** An answer kept to compare later ones with, and the model that gave it. */
export interface Pinned {
  answer: Answer;
  /** null: still on its way. */
  modulationViews: ModulationViews | null;
  variant: Variant;
}

export interface AdaptationSlice {
  answer: Answer | null;
  /** The last that was asked for; of an older answer while nobody looks, or the newer one is on its way. */
  modulationViews: CurrentViews | null;
  reference: Reference | null;
  /** The last live answer over the whole catalogue; null until the present variant gave one. */
  settled: Answer | null;
  /** The last of those without interventions. */
  free: Answer | null;
  /** What the visitor overrides in the model; null: the model runs as it is. */
  interventions: Interventions | null;
  /** Scenario whose context is used in place of the support set's; null: none is. */
  contextFrom: string | null;
  /** Kept with the pinned ranking, for everything else that differs; null: nothing is pinned. */
  pinned: Pinned | null;
  /** What FiLM and route views are compared with; null: nothing. */
  pinnedDetail: PinnedDetail | null;
  /** What each support movie of `answer` does to it; null until one was pointed at. */
  leftOut: { answer: Answer; effect: LeaveOneOut } | null;
  /** Stars predicted without any support set, by the parameters of so many steps; null: not asked. */
  unadaptedStars: { scores: Float32Array; variant: Variant; steps: number } | null;
  /** What the last edits cost, in milliseconds, newest last. */
  editTimes: readonly number[];
  /** An edit is on its way to the worker. */
  waiting: boolean;
  /** Another answer is asked for. */
  awaitAnswer(): void;
  /** No answer will come: what went wrong is noted and shown. */
  failAnswer(error: unknown): void;
  /** An answer has come; `more`: another one, or the rest of this, is on its way. */
  showAnswer(answer: Answer, more: boolean, whole: WholeAnswer | null): void;
  /** There is nothing to measure arrows against until the next whole answer. */
  forgetReference(): void;
  showModulationViews(modulationViews: CurrentViews): void;
  /** Completes what was pinned, if it still is. */
  completePinned(pinned: Pinned, modulationViews: ModulationViews): void;
  noteLeftOut(answer: Answer, effect: LeaveOneOut): void;
  noteUnadaptedStars(unadaptedStars: AdaptationSlice['unadaptedStars']): void;
  /** What was recorded, until the worker answers. */
  showRecorded(recorded: Recorded): void;
  /** Keeps the present ranking to compare the next ones with; again to let go of it. */
  togglePinnedRanking(): void;
  /** Keeps an answer of the present model that was not on the page, as a link asks for. */
  pinAnswer(answer: Answer): void;
  intervene(interventions: Interventions | null): void;
  /** Overrides the context by that of a scenario, or releases it with null. */
  swapContext(swap: { scenario: string; context: Float32Array } | null): void;
  /** Keeps the present modulation under `name`, or lets go of the kept one with null. */
  pinDetail(name: string | null): void;
}

/** Edits that the time said is the median of: one slow one must not make it jump. */
const EDIT_TIMES = 9;

/** `times` with one more, without the oldest of too many. */
export const withTime = (times: readonly number[], ms: number): readonly number[] =>
  [...times, ms].slice(-EDIT_TIMES);

/** What an edit usually costs: the median of the last ones; null before the first. */
export function usualTime({ editTimes }: Pick<AdaptationSlice, 'editTimes'>): number | null {
  const sorted = [...editTimes].sort((a, b) => a - b);
  return sorted.length === 0 ? null : sorted[sorted.length >> 1];
}

/** Of an answer over the whole catalogue: what its arrows are measured against. */
export interface WholeAnswer {
  reference: Reference | null;
}

/** A state that was recorded before; `support` is the genre's own support set. */
export interface Recorded extends Pick<
  AppState,
  'recordedTitles' | 'recordedGenre' | 'selected' | 'map' | 'reference'
> {
  answer: Answer;
  modulationViews: CurrentViews;
  support: { genre: string; items: SupportSet['items'] };
}

/** What every question about an answer tells the worker, which keeps none of them. */
export const askedOf = ({ support, interventions }: Answer) => ({
  support: [...support.items],
  interventions: interventions ?? undefined,
});

export function rankingOf(answer: Answer): Ranking {
  return {
    order: answer.adaptation.order,
    scores: answer.adaptation.scores,
    support: answer.support.items.map((pair) => pair.item),
  };
}

const pinnedReference = (answer: Answer): Reference => ({
  kind: 'pinned',
  ranking: rankingOf(answer),
  steps: answer.adaptation.steps,
});

export const createAdaptationSlice: StateCreator<AppState, [], [], AdaptationSlice> = (
  set,
  get,
) => ({
  answer: null,
  modulationViews: null,
  reference: null,
  settled: null,
  free: null,
  interventions: null,
  contextFrom: null,
  pinned: null,
  pinnedDetail: null,
  leftOut: null,
  unadaptedStars: null,
  editTimes: [],
  waiting: false,
  awaitAnswer: () => set({ waiting: true }),
  failAnswer: (error) => {
    set({ waiting: false });
    get().fail(error);
  },
  showAnswer: (answer, more, whole) =>
    set(({ free, editTimes }) => ({
      answer,
      waiting: more,
      ...noFailure,
      // In one go: at no moment do arrows measure from what was not on the page.
      ...(whole && {
        ...whole,
        settled: answer,
        free: answer.interventions ? free : answer,
        editTimes: withTime(editTimes, answer.adaptation.cost.ms),
      }),
    })),
  forgetReference: () => set({ reference: null }),
  showModulationViews: (modulationViews) => set({ modulationViews }),
  completePinned: (pinned, modulationViews) =>
    set((state) => (state.pinned === pinned ? { pinned: { ...pinned, modulationViews } } : {})),
  noteLeftOut: (answer, effect) => set({ leftOut: { answer, effect } }),
  noteUnadaptedStars: (unadaptedStars) => set({ unadaptedStars }),
  showRecorded: ({ support, ...recorded }) =>
    set((state) => ({
      ...recorded,
      support: { ...state.support, scenario: support },
      ownSupport: support,
    })),
  togglePinnedRanking: () =>
    set((state) => {
      const { settled, answer: shown, modulationViews, reference } = state;
      // What the arrows are measured against next, the engine finds out.
      if (reference?.kind === 'pinned') return { reference: null, pinned: null };
      // Of a first answer most places are not known yet.
      const answer = shown?.adaptation.complete ? shown : settled;
      if (!answer || answer.setting !== state.setting) return {};
      const isOwn = modulationViews?.of === answer && modulationViews.average !== null;
      const pinned = {
        answer,
        modulationViews: isOwn ? modulationViews : null,
        variant: currentVariant(state),
      };
      return { reference: pinnedReference(answer), pinned };
    }),
  pinAnswer: (answer) =>
    set((state) => ({
      reference: pinnedReference(answer),
      pinned: { answer, modulationViews: null, variant: currentVariant(state) },
    })),
  intervene: (interventions) =>
    set(({ contextFrom }) => ({
      interventions,
      contextFrom: interventions?.context ? contextFrom : null,
    })),
  swapContext: (swap) =>
    set(({ interventions }) => ({
      interventions: overrideContext(interventions, swap?.context ?? null),
      contextFrom: swap?.scenario ?? null,
    })),
  pinDetail: (name) =>
    set(({ modulationViews }) => {
      const modulation = modulationViews?.detail?.modulation;
      return { pinnedDetail: name !== null && modulation ? { name, modulation } : null };
    }),
});
