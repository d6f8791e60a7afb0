/**
 * Protocols of the anonymous setting (`docs/data.md`, 'Anonymous tasks'): a few likes of somebody whom no training has seen, and
 * nothing else. Ranked are the 2,000 most rated movies, less the likes given (by whomever) and what the person
 * has in the background.
 */
import { createRandom, deriveSeed, sampleWithoutReplacement, shuffle } from '../../data/random';
import type { Random } from '../../data/random';
import { groupByUser, anonymousPool } from '../../data/tasks/pools';
import type { Positives } from '../../data/tasks/pools';
import { MIXED_CATALOGUE, scenarioPositives } from '../../data/tasks/scenario';
import { SPLIT } from '../../data/types';
import type { Dataset, Fold, Pair } from '../../data/types';
import type { Recommender } from '../systems';
import { measuredRecalls, pool, rankedUser, recalls } from './ranking';
import type { RankedUser } from './ranking';
import { meanColumns } from './rows';
import type { Measured, Progress } from './rows';

/** Support sets drawn for each held-out scenario. */
const DRAWS = 8;
/** A user must leave so many likes to look for. */
const MIN_POSITIVES = 5;

/** One support set, and the lists that its one ranking is compared with. */
export interface AnonymousEpisode {
  /** The person, or the scenario. */
  id: string;
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

/** `k` likes of each user of the fold who has enough of them. */
export function userEpisodes(
  dataset: Dataset,
  k: number,
  random: Random,
  fold: Fold,
): AnonymousEpisode[] {
  const background = backgroundItems(dataset);
  return groupByUser(anonymousPool(dataset, fold)).flatMap(({ id, user, item }) => {
    const likes = shuffle(random, inPool(Array.from(item)));
    if (likes.length < k + MIN_POSITIVES) return [];
    const support = likes.slice(0, k);
    const ranked = rankedUser(-1, likes, background[user[0]], new Set(support));
    return [{ id, support: asLikes(support), users: [ranked] }];
  });
}

/** `k` likes from half of the users of each scenario of the fold, looked for are those of the others. */
export function scenarioEpisodes(
  dataset: Dataset,
  k: number,
  random: Random,
  fold: Fold,
): AnonymousEpisode[] {
  const background = backgroundItems(dataset);
  const scenarios = scenarioPositives(dataset, anonymousPool(dataset, fold), fold);
  const draw = (scenario: Positives): AnonymousEpisode[] => {
    const users = shuffle(random, groupByUser(scenario));
    const giving = users.splice(0, Math.floor(users.length / 2));
    const given = giving.flatMap((g) => Array.from(g.item));
    const support = sampleWithoutReplacement(random, given, k);
    const named = new Set(support);
    const ranked = users
      .map(({ user, item }) => rankedUser(-1, item, background[user[0]], named))
      .filter(({ positives }) => positives.length > 0);
    if (support.length < k || ranked.length === 0) return [];
    return [{ id: scenario.id, support: asLikes(support), users: ranked }];
  };
  return scenarios.flatMap((scenario) =>
    Array.from({ length: DRAWS }, () => draw(scenario)).flat(),
  );
}

async function measureEpisodes(
  dataset: Dataset,
  recommender: Recommender,
  episodes: readonly AnonymousEpisode[],
  ties: Random,
  suffix: string,
  onProgress?: Progress,
): Promise<Measured> {
  const items = pool(dataset);
  const rows: number[][] = [];
  for (const { support, users } of episodes) {
    const scores = await recommender.score(support, [-1], items);
    rows.push(meanColumns(users.map((user) => recalls(scores, items, user, ties))));
    onProgress?.(rows.length / episodes.length);
  }
  const ids = episodes.map(({ id }) => id);
  return measuredRecalls(ids, rows, suffix);
}

/** How each protocol's metrics are marked; the first has no mark. */
export const ANONYMOUS_PROTOCOLS = [
  { suffix: '', episodes: (d: Dataset, r: Random) => userEpisodes(d, 5, r, 'metaTest') },
  { suffix: '/10-likes', episodes: (d: Dataset, r: Random) => userEpisodes(d, 10, r, 'metaTest') },
  {
    suffix: '/scenario',
    episodes: (d: Dataset, r: Random) => scenarioEpisodes(d, 5, r, 'metaTest'),
  },
] as const;

/** `recall@N` with 5 likes of a user, `recall@N/10-likes`, `recall@N/scenario` (5 likes of one). */
export async function evaluateAnonymous(
  dataset: Dataset,
  recommender: Recommender,
  seed: number,
  onProgress?: Progress,
): Promise<Measured> {
  const all: Measured = { metrics: {}, tasks: {} };
  for (const [n, { suffix, episodes }] of ANONYMOUS_PROTOCOLS.entries()) {
    // What this seeds is recorded: it keeps the setting's former name.
    const random = createRandom(deriveSeed(seed, `visitor evaluation${suffix}`));
    const { metrics, tasks } = await measureEpisodes(
      dataset,
      recommender,
      episodes(dataset, random),
      random,
      suffix,
      (done) => onProgress?.((n + done) / ANONYMOUS_PROTOCOLS.length),
    );
    Object.assign(all.metrics, metrics);
    Object.assign(all.tasks, tasks);
  }
  return all;
}
