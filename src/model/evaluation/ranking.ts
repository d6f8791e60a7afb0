/**
 * Mixed-catalogue protocol (`docs/data.md`, 'Scenario tasks'): half of a held-out scenario's users give the support
 * set, the others' held-out items are looked for among the 2,000 most rated movies, less those of the support set, as
 * on the page, and less what those users have in background and meta-training. Averages over users, then
 * over scenarios.
 */
import {
  choice,
  createRandom,
  deriveSeed,
  sampleWithoutReplacement,
  shuffle,
} from '../../data/random';
import type { Random } from '../../data/random';
import {
  hasNegative,
  itemsByUser,
  sampleNegative,
  trainingRatings,
  withItems,
} from '../../data/tasks/negatives';
import type { RatedItems } from '../../data/tasks/negatives';
import { groupByUser, rankingPool } from '../../data/tasks/pools';
import type { Positives } from '../../data/tasks/pools';
import {
  MIXED_CATALOGUE,
  mixedCatalogue,
  negativeItems,
  scenarioPositives,
} from '../../data/tasks/scenario';
import { SPLIT } from '../../data/types';
import type { Dataset, Pair } from '../../data/types';
import { rankByScore } from '../metrics';
import type { Recommender } from '../systems';
import { meanColumns, measured } from './rows';
import type { Measured, Progress } from './rows';

export const RECALL_AT = [10, 20, 50] as const;

/** At most so many users are ranked a scenario for the lab, recorded or run on the page. */
export const RECORDED_USERS = 20;

export interface RankingProtocol {
  seed: number;
  /** Positives in the support set; as many negatives. */
  support: number;
  /** At most so many users are ranked a scenario, drawn at random; all when absent. */
  users?: number;
  /** Gives every scenario the support set of another; the lists that are ranked stay the same. */
  wrongSupport?: boolean;
}

/** One list to be ranked. */
export interface RankedUser {
  user: number;
  /** Held-out items within the pool, none of them in the support set. */
  positives: number[];
  /** Items of the pool that are no candidates. */
  excluded: Set<number>;
}

export interface RankingEpisode {
  id: string;
  support: Pair[];
  users: RankedUser[];
}

/** By user: items of the background and of meta-training. */
export function seenItems({ ratings, users }: Pick<Dataset, 'ratings' | 'users'>): Set<number>[] {
  const seen = Array.from({ length: users }, () => new Set<number>());
  ratings.user.forEach((user, k) => {
    if (ratings.split[k] !== SPLIT.metaTest) seen[user].add(ratings.item[k]);
  });
  return seen;
}

export const pool = (dataset: Pick<Dataset, 'movies'>): Uint32Array =>
  Uint32Array.from({ length: mixedCatalogue(dataset) }, (_, i) => i);

/** What is ranked for a user: never what the support set names, nor what the user is known to have seen. */
export function rankedUser(
  user: number,
  items: Iterable<number>,
  seen: ReadonlySet<number>,
  support: ReadonlySet<number>,
): RankedUser {
  const isLookedFor = (item: number) => item < MIXED_CATALOGUE && !support.has(item);
  return {
    user,
    positives: Array.from(items).filter(isLookedFor),
    excluded: new Set([...seen, ...support]),
  };
}

/** Half of the scenario's users, and of their pairs a support set. */
function scenarioEpisode(
  random: Random,
  scenario: Positives,
  rated: RatedItems,
  seen: readonly Set<number>[],
  items: number,
  protocol: RankingProtocol,
): RankingEpisode {
  const users = shuffle(random, groupByUser(scenario));
  const giving = users.splice(0, Math.floor(users.length / 2));
  const pairs = giving.flatMap((g) => Array.from(g.item, (item) => ({ user: g.user[0], item })));
  const everything = withItems(rated, itemsByUser(pairs));
  const able = pairs.filter(({ user }) => hasNegative(everything, user, items));
  const liked = sampleWithoutReplacement(random, able, protocol.support).map((pair): Pair => ({
    ...pair,
    label: 1,
  }));
  const known = withItems(rated, itemsByUser(liked));
  const disliked = liked.map(({ user }): Pair => ({
    user,
    item: sampleNegative(random, known, user, items),
    label: 0,
  }));
  const support = shuffle(random, [...liked, ...disliked]);
  const given = new Set(support.map(({ item }) => item));
  const ranked = users
    .map(({ user, item }) => rankedUser(user[0], item, seen[user[0]], given))
    .filter(({ positives }) => positives.length > 0);
  return {
    id: scenario.id,
    support,
    users: sampleWithoutReplacement(random, ranked, protocol.users ?? ranked.length),
  };
}

export function rankingEpisodes(dataset: Dataset, protocol: RankingProtocol): RankingEpisode[] {
  const random = createRandom(deriveSeed(protocol.seed, 'ranking evaluation'));
  const rated = trainingRatings(dataset);
  const seen = seenItems(dataset);
  const scenarios = scenarioPositives(dataset, rankingPool(dataset, 'metaTest'), 'metaTest');
  const drawn = scenarios.map((scenario) =>
    scenarioEpisode(random, scenario, rated, seen, negativeItems(dataset), protocol),
  );
  // Sparse data of a visitor's own may have scenarios in which nobody is left to be ranked.
  const episodes = drawn.filter(({ users }) => users.length > 0);
  if (!protocol.wrongSupport) return episodes;
  return episodes.map((episode) => ({
    ...episode,
    support: choice(random, episodes.filter((other) => other.id !== episode.id)).support,
  })); // prettier-ignore
}

/** Recall of one ranked list at each of `RECALL_AT`. */
export function recalls(
  row: Float32Array,
  items: Uint32Array,
  { positives, excluded }: Pick<RankedUser, 'positives' | 'excluded'>,
  random: Random,
): number[] {
  const candidates = Array.from(items.keys()).filter((k) => !excluded.has(items[k]));
  const scores = Float32Array.from(candidates, (k) => row[k]);
  const order = rankByScore(scores, random);
  const isPositive = new Set(positives);
  return RECALL_AT.map((n) => {
    const found = order.subarray(0, n).filter((c) => isPositive.has(items[candidates[c]]));
    return found.length / positives.length;
  });
}

/** Recalls at each of `RECALL_AT` of tasks: their means, and each. @param rows `[tasks][RECALL_AT]` */
export function measuredRecalls(
  ids: readonly string[],
  rows: readonly (readonly number[])[],
  suffix = '',
): Measured {
  const names = RECALL_AT.map((n) => `recall@${n}${suffix}`);
  return measured(ids, names, rows);
}

/** Scores of `items` for each of `users` in an episode, `[users, items]` row-major. */
export type EpisodeScorer = (
  episode: RankingEpisode,
  users: readonly number[],
  items: Uint32Array,
) => Promise<Float32Array>;

/** `recall@N` of the lists that `score` ranks: averages over users, then over scenarios. */
export async function rankEpisodes(
  dataset: Dataset,
  episodes: readonly RankingEpisode[],
  seed: number,
  score: EpisodeScorer,
  onProgress?: Progress,
): Promise<Measured> {
  const items = pool(dataset);
  const ties = createRandom(deriveSeed(seed, 'ties'));
  const perScenario: number[][] = [];
  for (const episode of episodes) {
    const { users } = episode;
    const scores = await score(
      episode,
      users.map((u) => u.user),
      items,
    );
    const rows = users.map((user, u) =>
      recalls(scores.subarray(u * items.length, (u + 1) * items.length), items, user, ties),
    );
    perScenario.push(meanColumns(rows));
    onProgress?.(perScenario.length / episodes.length);
  }
  return measuredRecalls(
    episodes.map(({ id }) => id),
    perScenario,
  );
}

export const evaluateRanking = (
  dataset: Dataset,
  recommender: Recommender,
  protocol: RankingProtocol,
  onProgress?: Progress,
): Promise<Measured> =>
  rankEpisodes(
    dataset,
    rankingEpisodes(dataset, protocol),
    protocol.seed,
    ({ support }, users, items) => recommender.score(support, users, items),
    onProgress,
  );
