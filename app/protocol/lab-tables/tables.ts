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

/** Tables 2 and 6: scenario-specific; Table 2 is one seed of what Table 6 averages. */
const SCENARIOS: LabTable = {
  id: 'scenario',
  setting: 'ranking',
  metrics: RECALL,
  prints: PRINTS.scenario,
  protocols: OF_SCENARIOS,
  rows: [
    { system: 'popularity', label: 'Popularity', kind: 'reference' },
    { system: 'itempop', label: 'ItemPop', kind: 'reference' },
    { system: 'item-knn', label: 'Item neighbours', kind: 'reference' },
    { system: 'mf-fold-in', label: 'MF fold-in', kind: 'reference' },
    { system: 'genre-centroid', label: 'Genre profile × popularity', kind: 'reference' },
    { system: 'ease', label: 'EASE', kind: 'reference' },
    { system: 'als', label: 'ALS, known users', kind: 'reference' },
    { system: 'genre-als', label: 'Genre profile × ALS', kind: 'reference' },
    { system: 'dcn', label: 'DCN', kind: 'plain' },
    { system: 'dcn-f', label: 'DCN-F', kind: 'gradient' },
    { system: 'conet', label: 'CoNet', kind: 'gradient' },
    { system: 'melu-5', label: 'MeLU, 5 steps', kind: 'gradient' },
    { system: 'metacs-5', label: 'MetaCS-DNN', kind: 'gradient' },
    { system: 'metasgd-5', label: 'Meta-SGD, 5 steps', kind: 'gradient' },
    { system: 's2meta', label: 's²Meta', kind: 'gradient' },
    { system: 'tanp', label: 'TaNP', kind: 'forward' },
    { system: 'cmml-linear', label: 'CMML-Linear', kind: 'cmml' },
    { system: 'cmml-sigmoid', label: 'CMML-Sigmoid', kind: 'cmml' },
    { system: 'cmml-film', label: 'CMML-FiLM', kind: 'cmml' },
    { system: 'cmml-soft', label: 'CMML-Soft-M', kind: 'cmml' },
    { system: 'coldnas', label: 'ColdNAS-like search', kind: 'forward' },
    { system: 'cmml-best', label: 'CMML, our recipe (full)', kind: 'cmml' },
  ],
};

/** Table 3; the paper has no MAE of levels. */
const RATINGS: LabTable = {
  id: 'rating',
  setting: 'rating',
  metrics: ['mae', 'ndcg@3', 'mae@levels'],
  prints: PRINTS.rating,
  protocols: ['open', 'paper-user', 'paper-user-cw'],
  rows: [
    { system: 'bias', label: 'Item + user bias', kind: 'reference' },
    { system: 'dcn', label: 'DCN', kind: 'plain' },
    { system: 'dcn-f', label: 'DCN-F', kind: 'gradient' },
    { system: 'metacs-5', label: 'MetaCS-DNN', kind: 'gradient' },
    { system: 'melu-1', label: 'MeLU, 1 step', kind: 'gradient' },
    { system: 'melu-5', label: 'MeLU, 5 steps', kind: 'gradient' },
    { system: 'tanp', label: 'TaNP', kind: 'forward' },
    { system: 'cmml-film', label: 'CMML-FiLM', kind: 'cmml' },
    { system: 'cmml-soft', label: 'CMML-Soft-M', kind: 'cmml' },
    { system: 'cmml-best', label: 'CMML, our recipe (full)', kind: 'cmml' },
  ],
};

/** Tables 4 and 9: encoder and hybrid context, on the linear modulation as in the paper. */
const ENCODERS: LabTable = {
  id: 'encoder',
  setting: 'ranking',
  metrics: RECALL,
  prints: PRINTS.encoder,
  protocols: OF_SCENARIOS,
  rows: [
    {
      system: 'cmml-linear:no-hybrid:positives',
      label: 'Non-negative (mean, no hybrid)',
      kind: 'cmml',
    },
    { system: 'cmml-linear:no-hybrid', label: 'PE (mean, no hybrid)', kind: 'cmml' },
    { system: 'cmml-linear:gru:no-hybrid', label: 'SE (GRU, no hybrid)', kind: 'cmml' },
    { system: 'cmml-linear:gru:mlp', label: 'SE-MLP', kind: 'cmml' },
    { system: 'cmml-linear:gru', label: 'SE-dot', kind: 'cmml' },
    { system: 'cmml-linear', label: 'PE-dot', kind: 'cmml' },
    { system: 'cmml-linear:max', label: 'PE-dot, max', kind: 'cmml' },
  ],
};

/** Table 5: the modulation network. */
const MODULATIONS: LabTable = {
  id: 'modulation',
  setting: 'ranking',
  metrics: RECALL,
  prints: PRINTS.modulation,
  protocols: OF_SCENARIOS,
  rows: [
    { system: 'cmml-linear', label: 'Linear', kind: 'cmml' },
    { system: 'cmml-sigmoid', label: 'S-LM (sigmoid)', kind: 'cmml' },
    { system: 'cmml-film', label: 'F-LM (FiLM)', kind: 'cmml' },
    { system: 'cmml-soft', label: 'Soft-M', kind: 'cmml' },
    { system: 'cmml-none', label: 'No modulation, [x, C ⊙ x]', kind: 'plain' },
  ],
};

/** What the page's own models do: a few likes of somebody unknown, of one person or of one genre. */
const ANONYMOUS: LabTable = {
  id: 'anonymous',
  setting: 'anonymous',
  metrics: ['recall@20', 'recall@20/10-likes', 'recall@20/scenario'],
  prints: [],
  protocols: ['open'],
  rows: [
    { system: 'popularity', label: 'Popularity', kind: 'reference' },
    { system: 'itempop', label: 'ItemPop', kind: 'reference' },
    { system: 'item-knn', label: 'Item neighbours', kind: 'reference' },
    { system: 'mf-fold-in', label: 'MF fold-in', kind: 'reference' },
    { system: 'genre-centroid', label: 'Genre profile × popularity', kind: 'reference' },
    { system: 'ease', label: 'EASE', kind: 'reference' },
    { system: 'genre-als', label: 'Genre profile × ALS', kind: 'reference' },
    { system: 'cmml-none', label: 'No modulation, [x, C ⊙ x]', kind: 'plain' },
    { system: 'cmml-film', label: 'CMML-FiLM', kind: 'cmml' },
    { system: 'cmml-soft', label: 'CMML-Soft-M', kind: 'cmml' },
  ],
};

export const LAB_TABLES: readonly LabTable[] = [
  ...[SCENARIOS, RATINGS, ENCODERS, MODULATIONS, ANONYMOUS],
];

const LABELS = new Map(
  LAB_TABLES.flatMap(({ rows }) => rows).map(({ system, label }) => [system, label]),
);

/** What tables call a system, else its id. */
export const labelOf = (system: string): string => LABELS.get(system) ?? system;
