/**
 * The paper's own figures, by system, as printed. They are of other data than ours: they stand beside,
 * never in one column.
 */
import type { Metric } from './metric';

/** A figure with its 95% interval where the paper gives one. */
export type Printed = readonly [mean: number, interval?: number];

/** Columns that the paper prints; ours has no Recall@100. */
export type PrintedMetric = Metric | 'recall@100';

/** One table of the paper, or one data set's part of it. */
export interface Print {
  id: string;
  /** Number in the paper. */
  number: string;
  /** Whose figures: the data set, and the split where there are several. */
  data: string;
  seeds: number;
  /** By system; recall in percent. */
  figures: Readonly<Record<string, Partial<Record<PrintedMetric, Printed>>>>;
  /** Of data that are not bundled: not measured again here, and the lab says why. */
  isElsewhere?: true;
}

const recall = (ten: Printed, twenty: Printed, fifty: Printed) => ({
  'recall@10': ten,
  'recall@20': twenty,
  'recall@50': fifty,
});

/** Taobao and the hybrid of both. */
const longRecall = (twenty: Printed, fifty: Printed, hundred: Printed) => ({
  'recall@20': twenty,
  'recall@50': fifty,
  'recall@100': hundred,
});

const rating = (mae: number, ndcg: number) => ({ mae: [mae], 'ndcg@3': [ndcg] }) as const;

const TABLE_2: Print = {
  id: '2',
  number: '2',
  data: 'MovieLens-20M',
  seeds: 1,
  figures: {
    dcn: recall([31.5], [52.27], [85.73]),
    'dcn-f': recall([41.08], [60.59], [86.83]),
    itempop: recall([39.65], [54.33], [78.12]),
    conet: recall([46.27], [63.11], [86.98]),
    s2meta: recall([47.52], [66.09], [89.08]),
    'cmml-film': recall([47.36], [65.32], [88.69]),
    'cmml-soft': recall([47.32], [65.62], [88.81]),
  },
};

const TABLE_6: Print = {
  id: '6',
  number: '6',
  data: 'MovieLens-20M',
  seeds: 5,
  figures: {
    dcn: recall([31.25, 0.12], [52.92, 0.18], [86.19, 0.08]),
    'dcn-f': recall([39.18, 0.19], [59.39, 0.24], [86.32, 0.08]),
    itempop: recall([39.65, 0], [54.33, 0], [78.12, 0]),
    conet: recall([46.37, 0.08], [63.93, 0.12], [87.29, 0.05]),
    s2meta: recall([47.56, 0.02], [66.09, 0.04], [89.08, 0.02]),
    'cmml-film': recall([47.06, 0.07], [65.14, 0.04], [88.48, 0.02]),
    'cmml-soft': recall([47.31, 0.05], [65.65, 0.04], [88.75, 0.02]),
    'cmml-linear': recall([47.2, 0.07], [65.52, 0.05], [88.66, 0.02]),
    'cmml-sigmoid': recall([47.16, 0.05], [65.49, 0.08], [88.55, 0.03]),
  },
};

const TABLE_7: Print = {
  id: '7',
  number: '7',
  data: 'Taobao',
  seeds: 5,
  isElsewhere: true,
  figures: {
    dcn: longRecall([22.58, 0.14], [38.88, 0.13], [55.05, 0.2]),
    'dcn-f': longRecall([22.57, 0.23], [37.67, 0.14], [53.77, 0.24]),
    itempop: longRecall([21.94, 0], [36.11, 0], [38.19, 0]),
    conet: longRecall([20.27], [31.48], [44.53]),
    s2meta: longRecall([24.99, 0.22], [40.98, 0.16], [57.3, 0.14]),
    'cmml-film': longRecall([25.24, 0.13], [41.84, 0.14], [58.42, 0.17]),
    'cmml-soft': longRecall([25.26, 0.08], [42.07, 0.04], [58.66, 0.09]),
    'cmml-linear': longRecall([24.77, 0.15], [41.49, 0.18], [58.09, 0.14]),
    'cmml-sigmoid': longRecall([25.29, 0.14], [42.05, 0.13], [58.38, 0.11]),
  },
};

const TABLE_8: Print = {
  id: '8',
  number: '8',
  data: 'MovieLens-Taobao',
  seeds: 5,
  isElsewhere: true,
  figures: {
    dcn: longRecall([34.06, 0.67], [56.8, 0.4], [71.77, 0.32]),
    'dcn-f': longRecall([36.6, 0.5], [55.66, 0.27], [69.56, 0.36]),
    itempop: longRecall([35, 0], [52.76, 0], [61.02, 0]),
    s2meta: longRecall([39.35, 0.3], [58.01, 0.17], [70.88, 0.18]),
    'cmml-film': longRecall([40.52, 0.25], [59.94, 0.08], [73.77, 0.1]),
    'cmml-soft': longRecall([40.75, 0.08], [60.02, 0.1], [73.89, 0.09]),
  },
};

/** Trained and tested on later users (W-W), or trained on earlier ones (C-W). */
const TABLE_3_WARM: Print = {
  id: '3 W-W',
  number: '3',
  data: 'MovieLens-1M, W-W',
  seeds: 1,
  figures: {
    dcn: rating(0.869, 0.693),
    'dcn-f': rating(0.831, 0.683),
    'metacs-5': rating(0.726, 0.772),
    'melu-5': rating(0.725, 0.771),
    'cmml-film': rating(0.727, 0.771),
  },
};

const TABLE_3_COLD: Print = {
  id: '3 C-W',
  number: '3',
  data: 'MovieLens-1M, C-W',
  seeds: 1,
  figures: {
    dcn: rating(0.907, 0.665),
    'dcn-f': rating(0.847, 0.679),
    'metacs-5': rating(0.733, 0.765),
    'melu-5': rating(0.734, 0.763),
    'cmml-film': rating(0.745, 0.76),
  },
};

const TABLE_4: Print = {
  id: '4',
  number: '4',
  data: 'MovieLens-20M',
  seeds: 1,
  figures: {
    'cmml-linear:no-hybrid:positives': recall([31.67], [52.69], [86.2]),
    'cmml-linear:no-hybrid': recall([40.05], [61.24], [87.78]),
    'cmml-linear:gru:no-hybrid': recall([44.3], [63.82], [88.1]),
    'cmml-linear:gru:mlp': recall([46.37], [65.18], [88.61]),
    'cmml-linear:gru': recall([47.29], [65.5], [88.62]),
  },
};

const TABLE_9: Print = {
  id: '9',
  number: '9',
  data: 'MovieLens-20M',
  seeds: 5,
  figures: {
    'cmml-linear:no-hybrid:positives': recall([32.83, 0.98], [54.35, 0.9], [86.49, 0.16]),
    'cmml-linear:no-hybrid': recall([37.35, 0.57], [58.85, 0.51], [87.34, 0.09]),
    'cmml-linear:gru:no-hybrid': recall([41.24, 0.66], [61.94, 0.43], [87.95, 0.08]),
    'cmml-linear:gru:mlp': recall([46.62, 0.07], [65.25, 0.07], [88.68, 0.04]),
    'cmml-linear:gru': recall([47.2, 0.07], [65.52, 0.05], [88.66, 0.02]),
  },
};

const TABLE_5: Print = {
  id: '5',
  number: '5',
  data: 'MovieLens-20M',
  seeds: 1,
  figures: {
    'cmml-linear': { 'recall@10': [47.29], 'recall@20': [65.5] },
    'cmml-sigmoid': { 'recall@10': [47.21], 'recall@20': [65.39] },
    'cmml-film': { 'recall@10': [47.36], 'recall@20': [65.32] },
    'cmml-soft': { 'recall@10': [47.32], 'recall@20': [65.62] },
  },
};

const TABLE_5_TAOBAO: Print = {
  id: '5 Taobao',
  number: '5',
  data: 'Taobao',
  seeds: 1,
  isElsewhere: true,
  figures: {
    'cmml-linear': { 'recall@20': [24.63], 'recall@50': [41.3] },
    'cmml-sigmoid': { 'recall@20': [24.68], 'recall@50': [41.39] },
    'cmml-film': { 'recall@20': [25.77], 'recall@50': [42.3] },
    'cmml-soft': { 'recall@20': [25.56], 'recall@50': [42.19] },
  },
};

/** What the paper's columns of a lab table can show, the first unless told. */
export const PRINTS = {
  scenario: [TABLE_6, TABLE_2, TABLE_7, TABLE_8],
  rating: [TABLE_3_WARM, TABLE_3_COLD],
  encoder: [TABLE_9, TABLE_4],
  modulation: [TABLE_5, TABLE_5_TAOBAO],
} as const satisfies Record<string, readonly Print[]>;
