/** Measures of the families of tasks (`docs/two-tastes.md`, 'Metrics'), an episode at a time. */
import { createRandom, deriveSeed } from '../../data/random';
import type { Random } from '../../data/random';
import type { AskedUser, EpisodeFamily, FamilyEpisode } from '../../data/families/episodes';
import type { Dataset } from '../../data/types';
import { rankByScore } from '../metrics';
import type { Recommender } from '../systems';
import { pool } from './ranking';
import { meanColumns, type Progress } from './rows';

/** Length of the list that is judged. */
export const LIST = 20;

/** Means over the people of one episode, 0..1. */
export interface FamilyRow {
  family: EpisodeFamily;
  id: string;
  /** People asked about. */
  users: number;
  /** Share of the held-out likes, of all tastes together, in the first 20. */
  recall: number;
  /** The same of each taste, and of the one it is lower for. */
  tastes: number[];
  worse: number;
  /** Share of the first 20 that is of some taste, of the one with fewer, and of what is not wanted. */
  inside: number;
  smaller: number;
  against?: number;
}

export async function evaluateFamilies(
  dataset: Dataset,
  recommender: Recommender,
  episodes: readonly FamilyEpisode[],
  seed: number,
  onProgress?: Progress,
): Promise<FamilyRow[]> {
  const items = pool(dataset);
  const ties = createRandom(deriveSeed(seed, 'family ties'));
  const rows: FamilyRow[] = [];
  for (const episode of episodes) {
    // Somebody unknown is scored once, and ranked for each of those who stand for them.
    const people = [...new Set(episode.users.map(({ user }) => user))];
    const scores = await recommender.score(episode.support, people, items);
    const lists = episode.users.map((asked) => {
      const at = people.indexOf(asked.user) * items.length;
      return firstOf(scores.subarray(at, at + items.length), items, asked, ties);
    });
    rows.push(judge(episode, lists));
    onProgress?.(rows.length / episodes.length);
  }
  return rows;
}

/** The first `LIST` candidates of somebody. */
export function firstOf(
  scores: Float32Array,
  items: Uint32Array,
  { excluded }: Pick<AskedUser, 'excluded'>,
  ties: Random,
): number[] {
  const candidates = Array.from(items.keys()).filter((k) => !excluded.has(items[k]));
  const own = Float32Array.from(candidates, (k) => scores[k]);
  return Array.from(rankByScore(own, ties).subarray(0, LIST), (c) => items[candidates[c]]);
}

/** @param lists the first films of each of the episode's people */
export function judge(episode: FamilyEpisode, lists: readonly (readonly number[])[]): FamilyRow {
  const { family, id, users, tastes, against } = episode;
  const perUser = users.map(({ likes }, u) => {
    const list = new Set(lists[u]);
    const found = (wanted: readonly number[]) =>
      wanted.filter((film) => list.has(film)).length / wanted.length;
    const share = (isOf: (film: number) => boolean) =>
      lists[u].filter(isOf).length / lists[u].length;
    return [
      found([...new Set(likes.flat())]),
      share((film) => tastes.some((own) => own.has(film))),
      against ? share((film) => against.has(film)) : 0,
      ...likes.map(found),
      ...tastes.map((own) => share((film) => own.has(film))),
    ];
  });
  const [recall, inside, unwanted, ...rest] = meanColumns(perUser);
  const recalls = rest.slice(0, tastes.length);
  return {
    family,
    id,
    users: users.length,
    recall,
    tastes: recalls,
    worse: Math.min(...recalls),
    inside,
    smaller: Math.min(...rest.slice(tastes.length)),
    ...(against && { against: unwanted }),
  };
}
