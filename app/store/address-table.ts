/**
 * The address of the page as one declared table of properties. Each says how its text is checked and
 * printed, what it is in a state, and what it makes of one. `url.ts` reads and writes addresses by it.
 */
import type * as v from 'valibot';
import { SETTING_WORDS } from '../../src/kinds';
import { isPossible } from '../protocol/variant';
import type { BackendName, PageSetting } from '../protocol/vocabulary';
import { BUNDLED_DATA } from '../storage/names';
import { LANGUAGE_CODES, type Language } from '../strings/languages';
import {
  choice,
  flag,
  genre,
  integer,
  orNull,
  origin,
  pageSetting,
  panels,
  slug,
  variant,
} from './address-schemas';
import type { Catalogue } from './catalogue';
import {
  linkedOverrides,
  linkedPin,
  overridesSchema,
  printOverrides,
  withOverrides,
  type Overrides,
} from './linked-overrides';
import { linkedSupport, printPairs, supportSchema, type LinkedPair } from './linked-support';
import { DEFAULT_VARIANT, type VariantChoice } from './model';
import { browserLanguage, ownLanguage } from './preferences';
import type { BackboneView, Scope } from './selection';
import type { AppState } from './state';
import { DEFAULT_GENRE } from './support';

export interface Address {
  /** Data set: a folder of the page, or `own-...` of this browser. Another one is another page load. */
  data: string;
  setting: PageSetting;
  genre: string;
  /** Null: the genre's own support set, or no ratings yet. */
  support: readonly LinkedPair[] | null;
  /** Null: the setting's default. */
  variant: VariantChoice | null;
  seed: number;
  /** Movie identifier of the selected movie. */
  movie: number | null;
  scope: Scope;
  view: BackboneView;
  lesson: string | null;
  /** Training step of a checkpoint of the time scrubber. */
  checkpoint: number | null;
  /** What is overridden in the model, but for a context. Named as in the link, as all fields are. */
  hold: Overrides | null;
  /** Scenario whose context is used in place of the support set's. */
  context: string | null;
  /** Support set of the pinned ranking. */
  pin: readonly LinkedPair[] | null;
  backend: BackendName | 'auto';
  /** Null: the visitor's own, chosen here before or asked for by the browser. */
  lang: Language | null;
  embed: boolean;
  /** Panels that a teacher has hidden. */
  hide: readonly string[];
  /** Origin of the page around this one that may ask and set (`app/engine/messages.ts`); null: nobody may. */
  messages: string | null;
}

/** What a property may need to know besides the state. */
export interface Known {
  catalogue: Catalogue;
  /** The last address: what it said holds where the state is silent. */
  last: Address;
}

export interface Property<T> {
  /** Name in the address. */
  name: string;
  initial: T;
  schema: v.GenericSchema<string, T>;
  print: (value: T) => string;
  /** `push`: a change is a step of the browser's back button. */
  history: 'push' | 'replace';
  /** What it is in a state. */
  of: (state: AppState, known: Known) => T;
  /** What it makes of a state, before there is a catalogue; `nothing` where that is needed. */
  into: (value: T, state: AppState, address: Address) => Partial<AppState>;
  /** It says nothing of movies and genres: it holds for another data set as well. */
  stays?: true;
}

type Table = { [K in keyof Address]: Property<Address[K]> };

const nothing = () => ({});

/** Whether a setting starts with the variant: links need not name it. */
const isDefault = (setting: PageSetting, variant: VariantChoice): boolean =>
  JSON.stringify(variant) === JSON.stringify(DEFAULT_VARIANT[setting]);

const text = (value: string | number | null) => String(value);

export const PROPERTIES: Table = {
  data: {
    name: 'data',
    initial: BUNDLED_DATA,
    schema: slug,
    print: text,
    history: 'replace',
    of: (_, { last }) => last.data,
    into: nothing,
  },
  setting: {
    name: 'setting',
    initial: 'scenario',
    schema: pageSetting,
    print: (setting) => SETTING_WORDS[setting],
    history: 'push',
    of: ({ setting }) => setting,
    into: (setting) => ({ setting }),
  },
  genre: {
    name: 'genre',
    initial: DEFAULT_GENRE,
    schema: genre,
    print: (id) => id.replaceAll('+', '.'),
    history: 'push',
    of: ({ support }) => support.scenario.genre ?? DEFAULT_GENRE,
    into: (genre, { support }) => ({
      support: { ...support, scenario: { ...support.scenario, genre } },
    }),
  },
  support: {
    name: 'support',
    initial: null,
    schema: orNull<readonly LinkedPair[]>(supportSchema),
    print: (pairs) => printPairs(pairs ?? []),
    history: 'push',
    of: (state, { catalogue, last }) => linkedSupport(state, catalogue, last),
    into: nothing,
  },
  variant: {
    name: 'variant',
    initial: null,
    schema: orNull<VariantChoice>(variant),
    print: (choice) =>
      choice
        ? [choice.encoder, choice.hybrid, choice.modulation, choice.preset]
            .filter(Boolean)
            .join('.')
        : '',
    history: 'push',
    of: ({ setting, variants }) =>
      isDefault(setting, variants[setting]) ? null : variants[setting],
    into: (choice, { variants }, { setting }) => ({
      variants: {
        ...variants,
        [setting]: choice && isPossible({ setting, ...choice }) ? choice : DEFAULT_VARIANT[setting],
      },
    }),
  },
  seed: {
    name: 'seed',
    initial: 0,
    schema: integer(2 ** 31 - 1),
    print: text,
    history: 'push',
    of: ({ seed }) => seed,
    into: (seed) => ({ seed }),
  },
  movie: {
    name: 'movie',
    initial: null,
    schema: orNull(integer(1e9)),
    print: text,
    history: 'push',
    of: ({ selected, selectedByVisitor }, { catalogue }) =>
      selectedByVisitor && selected !== null ? catalogue.movies.id[selected] : null,
    into: nothing,
  },
  scope: {
    name: 'in',
    initial: 'all',
    schema: choice(['genre', 'all']),
    print: text,
    history: 'replace',
    of: ({ scope }) => scope,
    into: (scope) => ({ scope }),
  },
  view: {
    name: 'view',
    initial: 'film',
    schema: choice(['film', 'routes', 'explain']),
    print: text,
    history: 'replace',
    of: ({ view }) => view,
    into: (view) => ({ view }),
  },
  lesson: {
    name: 'lesson',
    initial: null,
    schema: orNull(slug),
    print: text,
    history: 'push',
    of: ({ lesson }) => lesson,
    into: (lesson) => ({ lesson }),
  },
  checkpoint: {
    name: 'checkpoint',
    initial: null,
    schema: orNull(integer(1e9)),
    print: text,
    history: 'replace',
    of: ({ shownCheckpoint }) => shownCheckpoint,
    into: nothing,
  },
  hold: {
    name: 'hold',
    initial: null,
    schema: orNull<Overrides>(overridesSchema),
    print: (overrides) => printOverrides(overrides ?? []),
    history: 'replace',
    of: (state) => linkedOverrides(state),
    into: (overrides, state) => ({ interventions: withOverrides(state, overrides) }),
  },
  context: {
    name: 'context',
    initial: null,
    schema: orNull<string>(genre),
    print: (id) => (id ?? '').replaceAll('+', '.'),
    history: 'replace',
    of: ({ contextFrom }) => contextFrom,
    into: nothing,
  },
  pin: {
    name: 'pin',
    initial: null,
    schema: orNull<readonly LinkedPair[]>(supportSchema),
    print: (pairs) => printPairs(pairs ?? []),
    history: 'replace',
    of: (state, { catalogue }) => linkedPin(state, catalogue),
    into: nothing,
  },
  backend: {
    name: 'backend',
    initial: 'auto',
    schema: choice(['auto', 'webgpu', 'webgl', 'wasm', 'cpu']),
    print: text,
    history: 'replace',
    of: ({ backendWish }) => backendWish,
    into: (backendWish) => ({ backendWish }),
    stays: true,
  },
  lang: {
    name: 'lang',
    initial: null,
    schema: orNull<Language>(choice(LANGUAGE_CODES)),
    print: text,
    history: 'replace',
    // What only the browser chose is not told: whoever opens the link has a browser too.
    of: ({ language }, { last }) =>
      language === browserLanguage() && language !== last.lang ? null : language,
    into: (lang) => ({ language: lang ?? ownLanguage() }),
    stays: true,
  },
  embed: {
    name: 'embed',
    initial: false,
    schema: flag,
    print: () => '1',
    history: 'replace',
    of: ({ embed }) => embed,
    into: (embed) => ({ embed }),
    stays: true,
  },
  hide: {
    name: 'hide',
    initial: [],
    schema: panels,
    print: (hidden) => hidden.join('.'),
    history: 'replace',
    of: ({ hidden }) => hidden,
    into: (hidden) => ({ hidden }),
    stays: true,
  },
  messages: {
    name: 'messages',
    initial: null,
    schema: orNull<string>(origin),
    print: text,
    history: 'replace',
    of: (_, { last }) => last.messages,
    into: nothing,
    stays: true,
  },
};
