/** The figures that prose may name, from what the lab shows as recorded: one table, so that the two cannot part. */
import type { FamilyMetric, FamilySummary } from '../../src/model/evaluation/family-summary';
import type { ResultRow } from '../../src/model/evaluation/rows';
import { interval95 } from '../../src/statistics/interval';

type Picked = Pick<ResultRow, 'protocol' | 'setting' | 'treatment' | 'system'> & { metric: string };

const anonymous = (system: string, metric: string): Picked => ({
  ...{ protocol: 'open', setting: 'anonymous' as const, treatment: 'full', system, metric },
});
const rating = (system: string): Picked => ({
  ...{ protocol: 'open', setting: 'rating' as const, treatment: 'plain', system, metric: 'mae' },
});

/** Facts by name; lessons and the README take them from here. */
const PICKED: Record<string, Picked> = {
  'anonymous, CMML-FiLM, person': anonymous('cmml-film', 'recall@20'),
  'anonymous, CMML-FiLM, genre': anonymous('cmml-film', 'recall@20/scenario'),
  'anonymous, item-kNN, person': anonymous('item-knn', 'recall@20'),
  'anonymous, item-kNN, genre': anonymous('item-knn', 'recall@20/scenario'),
  'anonymous, genre profile, person': anonymous('genre-centroid', 'recall@20'),
  'anonymous, genre profile, genre': anonymous('genre-centroid', 'recall@20/scenario'),
  'rating, CMML-FiLM': rating('cmml-film'),
  'rating, MetaCS-DNN': rating('metacs-5'),
};

/** Tasks that one vector cannot pass (`docs/two-tastes.md`), for people whom no training has seen. */
const FAMILY_SYSTEMS = { plain: 'anonymous-plain', attention: 'anonymous-film-attention' };
const FAMILIES: FamilyMetric[] = ['two-tastes', 'but-not', 'ordinary'];

export interface Fact {
  mean: number;
  /** Seeds behind the mean. */
  n: number;
}

/**
 * Figures of one setting stand in one sentence: they are means over the seeds that all of its systems have, so
 * that none is of other splits than its neighbour.
 *
 * @throws Error when a fact has no recorded row, or a setting no seed in common
 */
export function factsOf(rows: readonly ResultRow[]): Record<string, Fact> {
  const recorded = Object.entries(PICKED).map(([name, { metric, ...wanted }]) => ({
    name,
    metric,
    setting: wanted.setting,
    own: rows.filter(
      (row) =>
        !row.wrongSupport && Object.entries(wanted).every(([key, value]) => row[key] === value),
    ),
  }));
  const isShared = (seed: number, setting: string): boolean =>
    recorded.every((fact) => fact.setting !== setting || fact.own.some((row) => row.seed === seed));
  return Object.fromEntries(
    recorded.map(({ name, metric, setting, own }) => {
      const shared = own.filter(({ seed }) => isShared(seed, setting));
      if (shared.length === 0) throw new Error(`no row is recorded for '${name}'`);
      const { mean, n } = interval95(shared.map((row) => Number(row[metric])));
      return [name, { mean: Number(mean.toFixed(4)), n }];
    }),
  );
}

/** @throws Error when a system was not measured */
export function familyFactsOf(summaries: readonly FamilySummary[]): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const [name, system] of Object.entries(FAMILY_SYSTEMS)) {
    const found = summaries.find((summary) => summary.system === system);
    if (!found) throw new Error(`nothing is recorded of '${system}'`);
    for (const family of FAMILIES) {
      const mean = Number(found.mean[family].toFixed(4));
      facts[`${family}, ${name}`] = { mean, n: found.seeds.length };
    }
  }
  return facts;
}
