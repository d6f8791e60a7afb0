/**
 * The tables of the paper that the lab repeats on the bundled data: which systems stand in the rows,
 * which metrics in the columns, and what the paper printed for its own data sets. The paper's figures
 * are of MovieLens-20M and MovieLens-1M, other data than ours: they stand beside, never in one column.
 */

/** Column of a result row (`docs/results`): recall in 0..1, MAE in stars. */
export type Metric = 'recall@10' | 'recall@20' | 'recall@50' | 'mae' | 'ndcg@3';

export const LOWER_IS_BETTER: ReadonlySet<Metric> = new Set(['mae']);

export interface TableRow {
  /** Id of the system for `npm run evaluate -- --system`. */
  system: string;
  /** As the paper prints it, or ours; short. */
  label: string;
  kind: 'reference' | 'gradient' | 'plain' | 'cmml';
  /** The paper's figures by metric, with their 95% interval where it gives one. */
  paper?: Partial<Record<Metric, readonly [mean: number, interval?: number]>>;
}

export interface LabTable {
  id: string;
  /** Number in the paper. */
  number: string;
  setting: 'ranking' | 'visitor' | 'rating';
  metrics: readonly Metric[];
  /** Data set of the paper's column. */
  paperData: string;
  rows: readonly TableRow[];
}

const RECALL: readonly Metric[] = ['recall@10', 'recall@20', 'recall@50'];

const recall = (
  ten: readonly [number, number?],
  twenty: readonly [number, number?],
  fifty: readonly [number, number?],
): TableRow['paper'] => ({ 'recall@10': ten, 'recall@20': twenty, 'recall@50': fifty });

const rating = (mae: number, ndcg: number): TableRow['paper'] => ({ mae: [mae], 'ndcg@3': [ndcg] });

/** Tables 2 and 6: scenario-specific, five seeds (Table 6; Table 2 is one seed of the same). */
const SCENARIOS: LabTable = {
  id: 'scenario',
  number: '2, 6',
  setting: 'ranking',
  metrics: RECALL,
  paperData: 'MovieLens-20M',
  rows: [
    { system: 'popularity', label: 'Popularity', kind: 'reference' },
    {
      system: 'itempop',
      label: 'ItemPop',
      kind: 'reference',
      paper: recall([39.65, 0], [54.33, 0], [78.12, 0]),
    },
    { system: 'item-knn', label: 'Item neighbours', kind: 'reference' },
    { system: 'mf-fold-in', label: 'MF fold-in', kind: 'reference' },
    { system: 'genre-centroid', label: 'Genre profile × popularity', kind: 'reference' },
    {
      system: 'dcn',
      label: 'DCN',
      kind: 'plain',
      paper: recall([31.25, 0.12], [52.92, 0.18], [86.19, 0.08]),
    },
    {
      system: 'dcn-f',
      label: 'DCN-F',
      kind: 'gradient',
      paper: recall([39.18, 0.19], [59.39, 0.24], [86.32, 0.08]),
    },
    {
      system: 'conet',
      label: 'CoNet',
      kind: 'gradient',
      paper: recall([46.37, 0.08], [63.93, 0.12], [87.29, 0.05]),
    },
    { system: 'metasgd-5', label: 'Meta-SGD, 5 steps', kind: 'gradient' },
    {
      system: 's2meta',
      label: 's²Meta',
      kind: 'gradient',
      paper: recall([47.56, 0.02], [66.09, 0.04], [89.08, 0.02]),
    },
    {
      system: 'cmml-linear',
      label: 'CMML-Linear',
      kind: 'cmml',
      paper: recall([47.2, 0.07], [65.52, 0.05], [88.66, 0.02]),
    },
    {
      system: 'cmml-sigmoid',
      label: 'CMML-Sigmoid',
      kind: 'cmml',
      paper: recall([47.16, 0.05], [65.49, 0.08], [88.55, 0.03]),
    },
    {
      system: 'cmml-film',
      label: 'CMML-FiLM',
      kind: 'cmml',
      paper: recall([47.06, 0.07], [65.14, 0.04], [88.48, 0.02]),
    },
    {
      system: 'cmml-soft',
      label: 'CMML-Soft-M',
      kind: 'cmml',
      paper: recall([47.31, 0.05], [65.65, 0.04], [88.75, 0.02]),
    },
    { system: 'cmml-best', label: 'CMML, our recipe', kind: 'cmml' },
  ],
};

/** Table 3, warm users to warm users. */
const RATINGS: LabTable = {
  id: 'rating',
  number: '3',
  setting: 'rating',
  metrics: ['mae', 'ndcg@3'],
  paperData: 'MovieLens-1M, W-W',
  rows: [
    { system: 'bias', label: 'Item + user bias', kind: 'reference' },
    { system: 'dcn', label: 'DCN', kind: 'plain', paper: rating(0.869, 0.693) },
    { system: 'dcn-f', label: 'DCN-F', kind: 'gradient', paper: rating(0.831, 0.683) },
    { system: 'metacs-5', label: 'MetaCS-DNN', kind: 'gradient', paper: rating(0.726, 0.772) },
    { system: 'melu-1', label: 'MeLU, 1 step', kind: 'gradient' },
    { system: 'melu-5', label: 'MeLU, 5 steps', kind: 'gradient', paper: rating(0.725, 0.771) },
    { system: 'cmml-film', label: 'CMML-FiLM', kind: 'cmml', paper: rating(0.727, 0.771) },
    { system: 'cmml-soft', label: 'CMML-Soft-M', kind: 'cmml' },
    { system: 'cmml-best', label: 'CMML, our recipe', kind: 'cmml' },
  ],
};

/** Tables 4 and 9: encoder and hybrid context, on the linear modulation as in the paper. */
const ENCODERS: LabTable = {
  id: 'encoder',
  number: '4, 9',
  setting: 'ranking',
  metrics: RECALL,
  paperData: 'MovieLens-20M',
  rows: [
    {
      system: 'cmml-linear:no-hybrid:positives',
      label: 'Non-negative (mean, no hybrid)',
      kind: 'cmml',
      paper: recall([32.83, 0.98], [54.35, 0.9], [86.49, 0.16]),
    },
    {
      system: 'cmml-linear:no-hybrid',
      label: 'PE (mean, no hybrid)',
      kind: 'cmml',
      paper: recall([37.35, 0.57], [58.85, 0.51], [87.34, 0.09]),
    },
    {
      system: 'cmml-linear:gru:no-hybrid',
      label: 'SE (GRU, no hybrid)',
      kind: 'cmml',
      paper: recall([41.24, 0.66], [61.94, 0.43], [87.95, 0.08]),
    },
    {
      system: 'cmml-linear:gru:mlp',
      label: 'SE-MLP',
      kind: 'cmml',
      paper: recall([46.62, 0.07], [65.25, 0.07], [88.68, 0.04]),
    },
    {
      system: 'cmml-linear:gru',
      label: 'SE-dot',
      kind: 'cmml',
      paper: recall([47.2, 0.07], [65.52, 0.05], [88.66, 0.02]),
    },
    { system: 'cmml-linear', label: 'PE-dot', kind: 'cmml' },
    { system: 'cmml-linear:max', label: 'PE-dot, max', kind: 'cmml' },
  ],
};

/** Table 5: the modulation network. */
const MODULATIONS: LabTable = {
  id: 'modulation',
  number: '5',
  setting: 'ranking',
  metrics: RECALL,
  paperData: 'MovieLens-20M',
  rows: [
    {
      system: 'cmml-linear',
      label: 'Linear',
      kind: 'cmml',
      paper: { 'recall@10': [47.29], 'recall@20': [65.5] },
    },
    {
      system: 'cmml-sigmoid',
      label: 'S-LM (sigmoid)',
      kind: 'cmml',
      paper: { 'recall@10': [47.21], 'recall@20': [65.39] },
    },
    {
      system: 'cmml-film',
      label: 'F-LM (FiLM)',
      kind: 'cmml',
      paper: { 'recall@10': [47.36], 'recall@20': [65.32] },
    },
    {
      system: 'cmml-soft',
      label: 'Soft-M',
      kind: 'cmml',
      paper: { 'recall@10': [47.32], 'recall@20': [65.62] },
    },
    { system: 'cmml-none', label: 'No modulation, [x, C ⊙ x]', kind: 'plain' },
  ],
};

export const LAB_TABLES: readonly LabTable[] = [SCENARIOS, RATINGS, ENCODERS, MODULATIONS];
