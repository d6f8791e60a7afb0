/**
 * Episodes of all families on held-out scenarios (`docs/two-tastes.md`): a support set, and people of the other
 * half with what each of them likes of every taste. Films of the support set are no candidates and no hits.
 */
import { createRandom, deriveSeed, sampleWithoutReplacement, shuffle } from '../random';
import type { Random } from '../random';
import { hasNegative, ratedItems } from '../tasks/negatives';
import type { RatedItems } from '../tasks/negatives';
import { rankingPool, restrictToItems, restrictToUsers, anonymousPool } from '../tasks/pools';
import { mixedCatalogue, negativeItems } from '../tasks/scenario';
import { GENRES, SPLIT } from '../types';
import type { Dataset, Pair, Scenario } from '../types';
import { FEW, SUPPORT_SIZES } from './sampler';
import { halfOfUsers, supportOf, type SupportSizes } from './support';
import { areFar, oneTaste, thisButNot, twoTastes, type Theme } from './themes';

export const EPISODE_FAMILIES = [
  'ordinary', 'two-tastes', 'but-not', 'few-1', 'few-2', 'few-4', 'few-8',
] as const; // prettier-ignore
export type EpisodeFamily = (typeof EPISODE_FAMILIES)[number];

export interface FamilyProtocol {
  seed: number;
  /** Asked about is somebody unknown: no user in any pair, and held-out people instead of known ones. */
  anonymous: boolean;
  /** People asked about in an episode, at most. */
  users: number;
  /** Episodes of two tastes, and of 'this but not that', at most. */
  themes: number;
  /** Scenarios of each size of `few`, at most. */
  few: number;
}

/** Somebody whose list is ranked. */
export interface AskedUser {
  /** Index, or -1. */
  user: number;
  /** Held-out likes of each taste, all of them candidates. */
  likes: number[][];
  /** Films that are no candidates: known ones of this person, and those of the support set. */
  excluded: ReadonlySet<number>;
}

export interface FamilyEpisode {
  family: EpisodeFamily;
  id: string;
  support: Pair[];
  users: AskedUser[];
  /** Films of each taste. */
  tastes: ReadonlySet<number>[];
  /** Films of what the theme is against. */
  against?: ReadonlySet<number>;
}

/** Likes of each taste that somebody asked about two of them has at least. */
const LEAST_OF_TWO = 2;

interface Draft {
  family: EpisodeFamily;
  theme: Theme;
  sizes: SupportSizes;
  tastes: ReadonlySet<number>[];
  against?: ReadonlySet<number>;
}

export function familyEpisodes(dataset: Dataset, protocol: FamilyProtocol): FamilyEpisode[] {
  const random = createRandom(deriveSeed(protocol.seed, 'family episodes'));
  const room = roomOf(dataset, protocol);
  return drafts(random, dataset, protocol).flatMap((draft) => {
    const episode = episodeOf(random, draft, room);
    return episode ? [episode] : [];
  });
}

/** What every family is about: themes of held-out scenarios, a fixed number of each. */
function drafts(random: Random, dataset: Dataset, protocol: FamilyProtocol): Draft[] {
  const { anonymous, themes, few } = protocol;
  const pool = anonymous ? anonymousPool(dataset, 'metaTest') : rankingPool(dataset, 'metaTest');
  const heldOut = dataset.scenarios.filter(({ fold }) => fold === 'metaTest');
  const positives = new Map(heldOut.map((s) => [s, restrictToItems(pool, s.id, s.items)]));
  const films = new Map(heldOut.map((s) => [s, new Set(s.items)]));
  const some = <T>(all: T[], count: number): T[] => sampleWithoutReplacement(random, all, count);
  const single = (family: EpisodeFamily, sizes: SupportSizes) => (s: Scenario) => ({
    family,
    theme: oneTaste(positives.get(s)!),
    sizes,
    tastes: [films.get(s)!],
  });
  const pairs = heldOut.flatMap((a, n) =>
    heldOut
      .slice(n + 1)
      .filter((b) => areFar(a, b))
      .map((b) => [a, b]),
  );
  const nots = heldOut.flatMap((scenario) =>
    GENRES.map((_, genre) => butNotDraft(dataset, scenario, positives.get(scenario)!, genre)),
  );
  return [
    ...heldOut.map(single('ordinary', SUPPORT_SIZES.ordinary)),
    ...some(pairs, themes).map(([a, b]): Draft => ({
      family: 'two-tastes',
      theme: twoTastes(positives.get(a)!, positives.get(b)!),
      sizes: SUPPORT_SIZES['two-tastes'],
      tastes: [films.get(a)!, films.get(b)!],
    })),
    ...some(
      nots.filter((draft) => draft !== null),
      themes,
    ),
    ...FEW.flatMap((likes) =>
      some(heldOut, few).map(single(`few-${likes}`, { likes, dislikes: 0 })),
    ),
  ];
}

function butNotDraft(
  dataset: Dataset,
  scenario: Scenario,
  positives: Theme['likes'][number],
  genre: number,
): Draft | null {
  const theme = thisButNot(dataset, positives, genre);
  if (!theme) return null;
  const has = (film: number) => ((dataset.movies.genres[film] >> genre) & 1) === 1;
  const films = Array.from(scenario.items);
  return {
    family: 'but-not',
    theme,
    sizes: SUPPORT_SIZES['but-not'],
    tastes: [new Set(films.filter((film) => !has(film)))],
    against: new Set(films.filter(has)),
  };
}

/** What episodes are drawn in. */
interface Room {
  protocol: FamilyProtocol;
  rated: RatedItems;
  /** The first so many films are candidates for dislikes; the first `pool` are ranked. */
  negatives: number;
  pool: number;
  /** By user: films that the model's side knows. */
  known: ReadonlySet<number>[];
}

function roomOf(dataset: Dataset, protocol: FamilyProtocol): Room {
  const { ratings, users } = dataset;
  const isKnown = (k: number) =>
    ratings.split[k] === SPLIT.background ||
    (!protocol.anonymous && ratings.split[k] === SPLIT.metaTrain);
  const known = Array.from({ length: users }, () => new Set<number>());
  ratings.user.forEach((user, k) => {
    if (isKnown(k)) known[user].add(ratings.item[k]);
  });
  return {
    protocol,
    rated: ratedItems(ratings, users),
    negatives: negativeItems(dataset),
    pool: mixedCatalogue(dataset),
    known,
  };
}

/** Null where nobody gives, or nobody is left to be asked about. */
function episodeOf(random: Random, draft: Draft, room: Room): FamilyEpisode | null {
  const { protocol, rated, negatives } = room;
  const { family, sizes, tastes, against } = draft;
  const able = (user: number) => hasNegative(rated, user, negatives);
  const theme = {
    ...draft.theme,
    likes: draft.theme.likes.map((taste) => restrictToUsers(taste, able)),
  };
  const giving = halfOfUsers(random, theme);
  const support = supportOf(random, theme, giving, sizes, rated, negatives);
  if (!support) return null;
  const asked = askedUsers(theme, giving, new Set(support.map(({ item }) => item)), room);
  const users = sampleWithoutReplacement(random, asked, protocol.users);
  if (users.length === 0) return null;
  const hidden = ({ item, label }: Pair): Pair => ({ user: -1, item, label });
  return {
    family,
    id: theme.id,
    support: shuffle(random, protocol.anonymous ? support.map(hidden) : support),
    users: users.map((one) => (protocol.anonymous ? { ...one, user: -1 } : one)),
    tastes,
    ...(against && { against }),
  };
}

function askedUsers(
  { likes }: Theme,
  giving: ReadonlySet<number>,
  inSupport: ReadonlySet<number>,
  { pool, known }: Room,
): AskedUser[] {
  const byUser = new Map<number, number[][]>();
  likes.forEach(({ user, item }, taste) =>
    user.forEach((u, k) => {
      if (giving.has(u) || item[k] >= pool || inSupport.has(item[k])) return;
      const own = byUser.get(u) ?? likes.map(() => []);
      own[taste].push(item[k]);
      byUser.set(u, own);
    }),
  );
  const least = likes.length > 1 ? LEAST_OF_TWO : 1;
  return [...byUser]
    .filter(([, tastes]) => tastes.every((own) => own.length >= least))
    .sort(([a], [b]) => a - b)
    .map(([user, tastes]) => ({
      user,
      likes: tastes,
      excluded: new Set([...known[user], ...inSupport]),
    }));
}
