/**
 * Visitor protocols (`docs/data.md`): a few likes of somebody whom no training has seen, and
 * nothing else. Ranked are the 2,000 most rated movies, less the likes given and what the person
 * has in the background.
 */
import { createRandom, deriveSeed, sampleWithoutReplacement, shuffle } from '../../data/random';
import type { Random } from '../../data/random';
import { groupByUser, visitorPool } from '../../data/tasks/pools';
import type { Positives } from '../../data/tasks/pools';
import { MIXED_CATALOGUE, scenarioPositives } from '../../data/tasks/scenario';
import { SPLIT } from '../../data/types';
import type { Dataset, Pair } from '../../data/types';
import type { Recommender } from '../systems';
import { meanColumns, pool, recallRow, recalls } from './ranking';
import type { RankedUser } from './ranking';
import type { MetricRow, Progress } from './rows';

/** Support sets drawn for each held-out scenario. */
const DRAWS = 8;
/** A user must leave so many likes to look for. */
const MIN_POSITIVES = 5;

/** One support set, and the lists that its one ranking is compared with. */
export interface VisitorEpisode {
  support: Pair[];
  users: RankedUser[];
}

function backgroundItems({ ratings, users }: Dataset): Set<number>[] {
  const seen = Array.from({ length: users }, () => new Set<number>());
  ratings.user.forEach((user, k) => {
    if (ratings.split[k] === SPLIT.background) seen[user].add(ratings.item[k]);
  });
  return seen;
}

const asLikes = (items: readonly number[]): Pair[] =>
  items.map((item) => ({ user: -1, item, label: 1 }));

const inPool = (items: readonly number[]) => items.filter((item) => item < MIXED_CATALOGUE);

/** `k` likes of each held-out user who has enough of them. */
export function userEpisodes(dataset: Dataset, k: number, random: Random): VisitorEpisode[] {
  const background = backgroundItems(dataset);
  return groupByUser(visitorPool(dataset, 'metaTest')).flatMap(({ user, item }) => {
    const likes = shuffle(random, inPool(Array.from(item)));
    if (likes.length < k + MIN_POSITIVES) return [];
    const support = likes.slice(0, k);
    const excluded = new Set([...background[user[0]], ...support]);
    const ranked = { user: -1, positives: likes.slice(k), excluded };
    return [{ support: asLikes(support), users: [ranked] }];
  });
}

/** `k` likes from half of a held-out scenario's users, looked for are those of the others. */
export function scenarioEpisodes(dataset: Dataset, k: number, random: Random): VisitorEpisode[] {
  const background = backgroundItems(dataset);
  const scenarios = scenarioPositives(dataset, visitorPool(dataset, 'metaTest'), 'metaTest');
  const draw = (scenario: Positives): VisitorEpisode[] => {
    const users = shuffle(random, groupByUser(scenario));
    const giving = users.splice(0, Math.floor(users.length / 2));
    const given = giving.flatMap((g) => Array.from(g.item));
    const support = sampleWithoutReplacement(random, given, k);
    const ranked = users
      .map(({ user, item }) => ({
        user: -1,
        positives: inPool(Array.from(item)),
        excluded: background[user[0]],
      }))
      .filter(({ positives }) => positives.length > 0);
    if (support.length < k || ranked.length === 0) return [];
    return [{ support: asLikes(support), users: ranked }];
  };
  return scenarios.flatMap((scenario) =>
    Array.from({ length: DRAWS }, () => draw(scenario)).flat(),
  );
}

async function meanRecalls(
  dataset: Dataset,
  recommender: Recommender,
  episodes: readonly VisitorEpisode[],
  ties: Random,
  onProgress?: Progress,
): Promise<number[]> {
  const items = pool(dataset);
  const rows: number[][] = [];
  for (const { support, users } of episodes) {
    const scores = await recommender.score(support, [-1], items);
    rows.push(meanColumns(users.map((user) => recalls(scores, items, user, ties))));
    onProgress?.(rows.length / episodes.length);
  }
  return meanColumns(rows);
}

/** How each protocol's metrics are marked; the first has no mark. */
export const VISITOR_PROTOCOLS = [
  { suffix: '', episodes: (d: Dataset, random: Random) => userEpisodes(d, 5, random) },
  { suffix: '/10-likes', episodes: (d: Dataset, random: Random) => userEpisodes(d, 10, random) },
  { suffix: '/scenario', episodes: (d: Dataset, random: Random) => scenarioEpisodes(d, 5, random) },
] as const;

/** `recall@N` with 5 likes of a user, `recall@N/10-likes`, `recall@N/scenario` (5 likes of one). */
export async function evaluateVisitor(
  dataset: Dataset,
  recommender: Recommender,
  seed: number,
  onProgress?: Progress,
): Promise<MetricRow> {
  const row: MetricRow = {};
  for (const [n, { suffix, episodes }] of VISITOR_PROTOCOLS.entries()) {
    const random = createRandom(deriveSeed(seed, `visitor evaluation${suffix}`));
    const values = await meanRecalls(
      dataset,
      recommender,
      episodes(dataset, random),
      random,
      (done) => onProgress?.((n + done) / VISITOR_PROTOCOLS.length),
    );
    Object.assign(row, recallRow(values, suffix));
  }
  return row;
}
