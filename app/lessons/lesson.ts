/**
 * What a lesson is: prose, an equation, a way to set the workbench up, one action to take, and a
 * test that notices when the visitor has taken it. Prose lives beside it, one file a language.
 */
import type { ComponentType } from 'react';
import type { ModulationKind, EncoderKind, HybridKind } from '../../src/model/types';
import type { PageSetting } from '../protocol/vocabulary';

/** Parts of the picture that words and symbols can light, and that light words in turn. */
export const PARTS = [
  'support',
  'context',
  'hybrid',
  'modulation',
  'backbone',
  'recommendations',
  'training',
  'race',
] as const;
export type Part = (typeof PARTS)[number];

/** What a lesson can see of the workbench: plain facts, so that `done` is a pure test. */
export interface Scene {
  setting: PageSetting;
  genre: string | null;
  /** Movie indices in support order, liked and disliked. */
  liked: readonly number[];
  disliked: readonly number[];
  /** Support pairs still streaming in after a genre was picked. */
  arriving: number;
  /** The movie that the visitor chose. */
  selected: number | null;
  pinned: boolean;
  tab: 'modulation' | 'explain';
  modulation: ModulationKind;
  encoder: EncoderKind;
  hybrid: HybridKind;
  /** Training steps taken on this page. */
  steps: number;
  /** Points on the validation curve. */
  evaluations: number;
  /** Races run to the end. */
  raceRuns: number;
  intervened: boolean;
}

/** What a lesson may do to the workbench. */
export interface Stage {
  chooseSetting(setting: PageSetting): void;
  /** Resolves when the genre's movies have arrived. */
  chooseGenre(id: string): Promise<void>;
  chooseModulation(kind: ModulationKind): void;
  chooseEncoder(kind: EncoderKind): void;
  chooseHybrid(kind: HybridKind): void;
  /** Likes of two tastes far apart, in place of the support set. */
  likeTwoTastes(): void;
  openTab(tab: Scene['tab']): void;
  scrollTo(part: Part): void;
}

/** Prose of a lesson in one language. */
export interface LessonText {
  title: string;
  /** What it is about in one sentence, also while it is folded. */
  gist: string;
  /** The body; words that name a part of the picture are wrapped in `<Lit part=...>`. */
  Body: ComponentType;
  /** One action, in the imperative. */
  action: string;
  /** Said once the action was noticed. */
  noticed: string;
}

/** The prose of all lessons in one language, by lesson id. */
export type LessonTexts = Readonly<Record<string, LessonText>>;

export interface Lesson {
  /** Its place in the URL: `?lesson=film`. */
  id: string;
  /** Something to try before a word is read. */
  Challenge?: ComponentType;
  /** What the words speak of, live, below them. */
  Figure?: ComponentType;
  /** Its figure needs the whole width: nothing stands beside it. */
  isWide?: boolean;
  /** KaTeX, with `\htmlData{part=...}{...}` around symbols that light the picture. */
  equation?: string;
  /**
   * Prepares the workbench; called when the visitor asks for it, never on scrolling past. Resolves
   * when it is as the lesson needs it: only then is the action looked for.
   */
  setUp(stage: Stage): Promise<void>;
  /** True once the action was taken, given the scene now and when the lesson was set up. */
  done(now: Scene, then: Scene): boolean;
}
