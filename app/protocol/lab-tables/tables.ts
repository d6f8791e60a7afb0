/**
 * The tables of the paper that the lab repeats on the bundled data: which systems stand in the rows,
 * which metrics in the columns, and what the paper printed for them.
 */
import type { Metric } from './metric';
import { PRINTS, type Print } from './paper';
import type { LabProtocol } from './lab-protocol';

export interface TableRow {
  /** Id of the system for `npm run evaluate -- --system`. */
  system: string;
  /** As the paper prints it, or ours; short. */
  label: string;
  kind: 'reference' | 'gradient' | 'forward' | 'plain' | 'cmml';
}

export interface LabTable {
  id: keyof typeof PRINTS | 'anonymous';
  setting: 'ranking' | 'anonymous' | 'rating';
  metrics: readonly Metric[];
  /** Empty where the paper has no such table. */
  prints: readonly Print[];
  /** The page's own first. */
  protocols: readonly LabProtocol[];
  rows: readonly TableRow[];
}

const OF_SCENARIOS: readonly LabProtocol[] = ['open', 'paper-scenario', 'open-former'];

const RECALL: readonly Metric[] = ['recall@10', 'recall@20', 'recall@50'];

/** Systems by id, for every table that has them. */
const SYSTEMS = {
  popularity: { label: 'Popularity', kind: 'reference' },
  itempop: { label: 'ItemPop', kind: 'reference' },
  'item-knn': { label: 'Item neighbours', kind: 'reference' },
  'mf-fold-in': { label: 'MF fold-in', kind: 'reference' },
  'genre-centroid': { label: 'Genre profile × popularity', kind: 'reference' },
  ease: { label: 'EASE', kind: 'reference' },
  als: { label: 'ALS, known users', kind: 'reference' },
  'genre-als': { label: 'Genre profile × ALS', kind: 'reference' },
  bias: { label: 'Item + user bias', kind: 'reference' },
  dcn: { label: 'DCN', kind: 'plain' },
  'dcn-f': { label: 'DCN-F', kind: 'gradient' },
  conet: { label: 'CoNet', kind: 'gradient' },
  'melu-1': { label: 'MeLU, 1 step', kind: 'gradient' },
  'melu-5': { label: 'MeLU, 5 steps', kind: 'gradient' },
  'metacs-5': { label: 'MetaCS-DNN', kind: 'gradient' },
  'metasgd-5': { label: 'Meta-SGD, 5 steps', kind: 'gradient' },
  s2meta: { label: 's²Meta', kind: 'gradient' },
  tanp: { label: 'TaNP', kind: 'forward' },
  'cmml-linear': { label: 'CMML-Linear', kind: 'cmml' },
  'cmml-sigmoid': { label: 'CMML-Sigmoid', kind: 'cmml' },
  'cmml-film': { label: 'CMML-FiLM', kind: 'cmml' },
  'cmml-soft': { label: 'CMML-Soft-M', kind: 'cmml' },
  'cmml-none': { label: 'No modulation, [x, C ⊙ x]', kind: 'plain' },
  coldnas: { label: 'ColdNAS-like search', kind: 'forward' },
  'cmml-best': { label: 'CMML, our recipe (full)', kind: 'cmml' },
} as const satisfies Record<string, Omit<TableRow, 'system'>>;
type SystemId = keyof typeof SYSTEMS;

const rowsOf = (...systems: SystemId[]): TableRow[] =>
  systems.map((system) => ({ system, ...SYSTEMS[system] }));

/** A system under the name that a table of its kind alone has for it. */
const named = (system: SystemId, label: string): TableRow => ({ ...rowsOf(system)[0], label });

/** Tables 2 and 6: scenario-specific; Table 2 is one seed of what Table 6 averages. */
const SCENARIOS: LabTable = {
  id: 'scenario',
  setting: 'ranking',
  metrics: RECALL,
  prints: PRINTS.scenario,
  protocols: OF_SCENARIOS,
  rows: rowsOf(
    'popularity',
    'itempop',
    'item-knn',
    'mf-fold-in',
    'genre-centroid',
    'ease',
    'als',
    'genre-als',
    'dcn',
    'dcn-f',
    'conet',
    'melu-5',
    'metacs-5',
    'metasgd-5',
    's2meta',
    'tanp',
    'cmml-linear',
    'cmml-sigmoid',
    'cmml-film',
    'cmml-soft',
    'coldnas',
    'cmml-best',
  ),
};

/** Table 3; the paper has no MAE of levels. */
const RATINGS: LabTable = {
  id: 'rating',
  setting: 'rating',
  metrics: ['mae', 'ndcg@3', 'mae@levels'],
  prints: PRINTS.rating,
  protocols: ['open', 'paper-user', 'paper-user-cw'],
  rows: rowsOf(
    'bias',
    'dcn',
    'dcn-f',
    'metacs-5',
    'melu-1',
    'melu-5',
    'tanp',
    'cmml-film',
    'cmml-soft',
    'cmml-best',
  ),
};

/** Tables 4 and 9: encoder and hybrid context, on the linear modulation as in the paper. */
const ENCODERS: LabTable = {
  id: 'encoder',
  setting: 'ranking',
  metrics: RECALL,
  prints: PRINTS.encoder,
  protocols: OF_SCENARIOS,
  rows: [
    ['cmml-linear:no-hybrid:positives', 'Non-negative (mean, no hybrid)'],
    ['cmml-linear:no-hybrid', 'PE (mean, no hybrid)'],
    ['cmml-linear:gru:no-hybrid', 'SE (GRU, no hybrid)'],
    ['cmml-linear:gru:mlp', 'SE-MLP'],
    ['cmml-linear:gru', 'SE-dot'],
    ['cmml-linear', 'PE-dot'],
    ['cmml-linear:max', 'PE-dot, max'],
  ].map(([system, label]) => ({ system, label, kind: 'cmml' as const })),
};

/** Table 5: the modulation network. */
const MODULATIONS: LabTable = {
  id: 'modulation',
  setting: 'ranking',
  metrics: RECALL,
  prints: PRINTS.modulation,
  protocols: OF_SCENARIOS,
  rows: [
    named('cmml-linear', 'Linear'),
    named('cmml-sigmoid', 'S-LM (sigmoid)'),
    named('cmml-film', 'F-LM (FiLM)'),
    named('cmml-soft', 'Soft-M'),
    ...rowsOf('cmml-none'),
  ],
};

/** What the page's own models do: a few likes of somebody unknown, of one person or of one genre. */
const ANONYMOUS: LabTable = {
  id: 'anonymous',
  setting: 'anonymous',
  metrics: ['recall@20', 'recall@20/10-likes', 'recall@20/scenario'],
  prints: [],
  protocols: ['open'],
  rows: rowsOf(
    'popularity',
    'itempop',
    'item-knn',
    'mf-fold-in',
    'genre-centroid',
    'ease',
    'genre-als',
    'cmml-none',
    'cmml-film',
    'cmml-soft',
  ),
};

export const LAB_TABLES: readonly LabTable[] = [
  ...[SCENARIOS, RATINGS, ENCODERS, MODULATIONS, ANONYMOUS],
];

const LABELS = new Map<string, string>(
  [
    ...LAB_TABLES.flatMap(({ rows }) => rows),
    ...rowsOf(...(Object.keys(SYSTEMS) as SystemId[])),
  ].map(({ system, label }) => [system, label]),
);

/** What a system is called where no table says it, else its id. */
export const labelOf = (system: string): string => LABELS.get(system) ?? system;
