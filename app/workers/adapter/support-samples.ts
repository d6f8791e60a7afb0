/** Support sets of a scenario or a user, drawn from their interactions as training draws its tasks. */
import { createRandom, deriveSeed, sampleWithoutReplacement } from '../../../src/data/random';
import { rankingPool, type Positives } from '../../../src/data/tasks/pools';
import { ratersOf, type UserRatings } from '../../../src/data/tasks/rating';
import { scenarioPositives } from '../../../src/data/tasks/scenario';
import type { Dataset } from '../../../src/data/types';
import type { LateDataset } from '../model/late-dataset';
import type { PageSetting, SupportItem } from '../../protocol/vocabulary';

/** Liked interactions of every scenario, in the order of the data set's scenarios. */
export type ScenarioPools = Positives[];

/** A scenario's interactions come from its own fold, so a held-out one shows held-out likes. */
export function scenarioPools(dataset: Dataset): ScenarioPools {
  const byId = new Map(
    (['metaTrain', 'metaTest'] as const).flatMap((fold) =>
      scenarioPositives(dataset, rankingPool(dataset, fold), fold).map((p) => [p.id, p] as const),
    ),
  );
  return dataset.scenarios.map(({ id }) => byId.get(id)!);
}

/** Draws a movie wanted, so that a scenario with few movies ends the search. */
const PATIENCE = 40;

export interface SupportSampler {
  /** How many tasks there are to draw from: scenarios, or users. */
  tasks: number;
  /**
   * `size` different movies of task `index`, popular ones more often (fewer when it has fewer,
   * none where nobody's likes are left for it).
   * The same seed gives the same movies. @throws RangeError for an unknown task
   */
  sample(index: number, size: number, seed: number): SupportItem[];
}

export function supportSampler(dataset: Dataset, setting: PageSetting): SupportSampler {
  const pools = scenarioPools(dataset);
  const stars = setting === 'user' ? starsOf(dataset) : null;
  return {
    tasks: pools.length,
    sample(index, size, seed) {
      const pool = pools[index];
      if (!pool) throw new RangeError(`no scenario ${index}`);
      if (pool.item.length === 0) return [];
      const random = createRandom(deriveSeed(seed, pool.id));
      const support = new Map<number, SupportItem>();
      for (let draw = 0; support.size < size && draw < PATIENCE * size; draw++) {
        const k = random.integer(pool.item.length);
        const [user, item] = [pool.user[k], pool.item[k]];
        if (support.has(item)) continue;
        support.set(item, { item, label: stars ? stars(user, item) : 1 });
      }
      return [...support.values()];
    },
  };
}

/** A user's own ratings, in stars; none of users who rated too little for either fold. */
export function userSampler(dataset: Dataset): SupportSampler {
  const users = new Map<number, UserRatings>(
    (['metaTrain', 'metaTest'] as const).flatMap((fold) =>
      ratersOf(dataset, fold).map((rater) => [rater.user, rater] as const),
    ),
  );
  return {
    tasks: dataset.users,
    sample(index, size, seed) {
      if (!(index >= 0 && index < dataset.users)) throw new RangeError(`no user ${index}`);
      const rater = users.get(index);
      if (!rater) return [];
      const random = createRandom(deriveSeed(seed, `user:${index}`));
      const chosen = sampleWithoutReplacement(random, Array.from(rater.item.keys()), size);
      return chosen.map((k) => ({ item: rater.item[k], label: rater.stars[k] }));
    },
  };
}

/** A sampler whose interactions may still be on their way. */
export class LateSampler {
  private made: SupportSampler | null = null;

  constructor(
    private readonly data: LateDataset,
    private readonly make: (dataset: Dataset) => SupportSampler,
  ) {}

  /** null until they are here. */
  get loaded(): SupportSampler | null {
    const { loaded } = this.data;
    return loaded && (this.made ??= this.make(loaded));
  }

  /** Fetches the interactions where they are not here. */
  async get(): Promise<SupportSampler> {
    await this.data.whole();
    return this.loaded!;
  }
}

/** What a user gave a movie, in stars. */
function starsOf({ ratings, movies }: Dataset): (user: number, item: number) => number {
  const given = new Map<number, number>();
  for (let k = 0; k < ratings.count; k++) {
    given.set(ratings.user[k] * movies.count + ratings.item[k], ratings.halfStars[k] / 2);
  }
  return (user, item) => given.get(user * movies.count + item)!;
}
