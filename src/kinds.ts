/**
 * What there is of each kind, by the names that checkpoints, links and commands use. Plain data: pages,
 * workers and scripts take their lists from here, and `src/model/types.ts` its types.
 */

/** Equation 6 (`mean`, `max`), equation 7 (`gru`), label-weighted pooling (`weighted`). */
export const ENCODERS = ['mean', 'max', 'gru', 'weighted'] as const;
export type EncoderKind = (typeof ENCODERS)[number];

/** Equation 8; `attention`, ours: `C * x` and what each candidate reads of the support set itself. */
export const HYBRIDS = ['none', 'dot', 'mlp', 'attention'] as const;
export type HybridKind = (typeof HYBRIDS)[number];

/** Equations 9 to 13; `none` is the plain backbone, the control. */
export const MODULATIONS = ['linear', 'sigmoid', 'film', 'soft', 'none'] as const;
export type ModulationKind = (typeof MODULATIONS)[number];

/** Those that scale every unit of a layer by itself: one unit can be left unmodulated, or ranked by what it does. */
export const UNIT_MODULATIONS = ['film', 'sigmoid'] as const satisfies readonly ModulationKind[];
export type UnitModulation = (typeof UNIT_MODULATIONS)[number];

/** Whether `modulation` scales units one by one. */
export const modulatesUnits = (modulation: ModulationKind): modulation is UnitModulation =>
  (UNIT_MODULATIONS as readonly ModulationKind[]).includes(modulation);

/** Sizes of a model (`src/model/presets.ts`): ones that a laptop trains live, and the paper's (Section 7.2). */
export const PRESETS = ['small', 'paper'] as const;
export type PresetName = (typeof PRESETS)[number];

/** How tasks are drawn, for training and evaluation (`docs/data.md`); in `anonymous` the model knows no user. */
export const SETTINGS = ['ranking', 'anonymous', 'rating'] as const;
export type Setting = (typeof SETTINGS)[number];

/**
 * A setting as files, records and commands name it. `anonymous` was called `visitor` once, as a setting and at the
 * head of ids of systems (`visitor-plain`): what was written then is read for ever.
 */
export const readSetting = (word: string): string => word.replace(/^visitor\b/, 'anonymous');

/**
 * `plain`: the protocol as it stands. `full`: with everything of `docs/data.md`, 'Treatments', that is
 * not in the paper (extra tasks, consensus, other inputs; residual targets, leave-one-user-out features).
 */
export const TREATMENTS = ['plain', 'full'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** What a figure is measured under (`src/model/protocols/`). */
export const PROTOCOL_IDS = ['open', 'paper-scenario', 'paper-user', 'paper-user-cw'] as const;
export type ProtocolId = (typeof PROTOCOL_IDS)[number];

/** Liked support pairs of a ranking task under the protocols that rank; what the lab shows is of tasks of this size. */
export const RANKING_SUPPORT = { open: 32, 'paper-scenario': 64 } as const;

/** The page's two settings: the paper's scenario-specific and user-specific. */
export const PAGE_SETTINGS = ['scenario', 'user'] as const;
export type PageSetting = (typeof PAGE_SETTINGS)[number];

/**
 * What links, messages of an embedding page and records of the browser call the settings. These words are
 * older than the names above and stay: a link that somebody has kept must open what it opened.
 */
export const SETTING_WORDS = { scenario: 'genre', user: 'newcomer' } as const satisfies Record<
  PageSetting,
  string
>;

/** What a setting of the page is measured by: share of likes among the first 20, and error in stars. */
export const METRICS = { scenario: 'recall@20', user: 'mae' } as const satisfies Record<
  PageSetting,
  string
>;
export type Metric = (typeof METRICS)[PageSetting];
