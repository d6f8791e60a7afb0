/**
 * The paper's scenario-specific measurement: half of a held-out scenario's users give the support set, the scenario's
 * movies are ranked for the others, and recall is pooled: what was found of all that all of them like.
 * A movie of the support set is ranked and counted like any other, as the authors do.
 */
import { choice, createRandom, deriveSeed, sampleWithoutReplacement, shuffle } from '../../data/random'; // prettier-ignore
import type { Random } from '../../data/random';
import {
  itemsByUser,
  sampleNegative,
  trainingRatings,
  withItems,
} from '../../data/tasks/negatives';
import type { RatedItems } from '../../data/tasks/negatives';
import { groupByUser, rankingPool } from '../../data/tasks/pools';
import type { Positives } from '../../data/tasks/pools';
import { drawPositions } from '../../data/tasks/ranking-task';
import type { RankingTaskSizes } from '../../data/tasks/ranking-task';
import { scenarioPositives, withNegativesLeft } from '../../data/tasks/scenario';
import type { Dataset, Pair } from '../../data/types';
import type { Recommender } from '../systems';
import { measuredRecalls, RECALL_AT, recalls, seenItems } from './ranking';
import type { RankedUser } from './ranking';
import type { Measured, Progress } from './rows';

export interface PaperScenarioOptions {
  seed: number;
  sizes: Pick<RankingTaskSizes, 'support' | 'supportNegatives'>;
  users?: number;
  wrongSupport?: boolean;
}

interface Episode {
  id: string;
  /** Candidates: the scenario's movies. */
  items: Uint32Array;
  support: Pair[];
  users: RankedUser[];
}

export async function evaluatePaperScenario(
  dataset: Dataset,
  recommender: Recommender,
  options: PaperScenarioOptions,
  onProgress?: Progress,
): Promise<Measured> {
  const episodes = paperScenarioEpisodes(dataset, options);
  const ties = createRandom(deriveSeed(options.seed, 'ties'));
  const rows: number[][] = [];
  for (const { items, support, users } of episodes) {
    const people = users.map(({ user }) => user);
    const scores = await recommender.score(support, people, items);
    const own = users.map((user, u) =>
      recalls(scores.subarray(u * items.length, (u + 1) * items.length), items, user, ties),
    );
    rows.push(pooled(users, own));
    onProgress?.(rows.length / episodes.length);
  }
  return measuredRecalls(episodes.map(({ id }) => id), rows); // prettier-ignore
}

/** Share found of all positives of all users, at each of `RECALL_AT`. @param own `[users][RECALL_AT]` */
export function pooled(
  users: readonly Pick<RankedUser, 'positives'>[],
  own: readonly (readonly number[])[],
): number[] {
  const all = users.reduce((sum, { positives }) => sum + positives.length, 0);
  return RECALL_AT.map((_, at) =>
    users.reduce((sum, { positives }, u) => sum + (own[u][at] * positives.length) / all, 0),
  );
}

export function paperScenarioEpisodes(
  dataset: Dataset,
  { seed, sizes, users, wrongSupport }: PaperScenarioOptions,
): Episode[] {
  const random = createRandom(deriveSeed(seed, 'paper scenario evaluation'));
  const rated = trainingRatings(dataset);
  const seen = seenItems(dataset);
  const items = new Map(dataset.scenarios.map((scenario) => [scenario.id, scenario.items]));
  const episodes = scenarioPositives(dataset, rankingPool(dataset, 'metaTest'), 'metaTest')
    .map((scenario): Episode => {
      const people = shuffle(random, groupByUser(scenario));
      const giving = people.splice(0, Math.floor(people.length / 2));
      const inside = items.get(scenario.id)!;
      const ranked = people.map(({ user, item }) => ({
        user: user[0],
        positives: Array.from(item),
        excluded: seen[user[0]],
      }));
      return {
        id: scenario.id,
        items: inside,
        support: drawSupport(random, giving, rated, inside, sizes),
        users: sampleWithoutReplacement(random, ranked, users ?? ranked.length),
      };
    })
    .filter(({ support, users: ranked }) => support.length > 0 && ranked.length > 0);
  if (!wrongSupport) return episodes;
  return episodes.map((episode) => ({
    ...episode,
    support: choice(random, episodes.filter(({ id }) => id !== episode.id)).support,
  })); // prettier-ignore
}

/** Likes of the giving users, repeated where they are few, with negatives of the same users. */
function drawSupport(
  random: Random,
  giving: readonly Positives[],
  rated: RatedItems,
  inside: Uint32Array,
  sizes: PaperScenarioOptions['sizes'],
): Pair[] {
  const pairs = giving.flatMap(({ user, item }) =>
    Array.from(item, (one): Pair => ({ user: user[0], item: one, label: 1 })),
  );
  const known = withItems(rated, itemsByUser(pairs));
  const able = withNegativesLeft(
    { id: 'giving', user: Uint32Array.from(pairs, (p) => p.user), item: Uint32Array.from(pairs, (p) => p.item) },
    known,
    inside,
  ); // prettier-ignore
  if (able.user.length === 0) return [];
  const positions = drawPositions(random, Array.from(able.user.keys()), sizes.support);
  const liked = positions.map((k): Pair => ({ user: able.user[k], item: able.item[k], label: 1 }));
  const disliked = Array.from({ length: sizes.supportNegatives }, (_, k): Pair => {
    const { user } = liked[k % liked.length];
    return { user, item: sampleNegative(random, known, user, inside), label: 0 };
  });
  return shuffle(random, [...liked, ...disliked]);
}
