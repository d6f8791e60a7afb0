/**
 * Several data sets as one, the paper's hybrid experiment: users and items side by side, tasks of all
 * of them for one model. Nothing is shared between domains but the model itself.
 */
import { clusterScenarios } from '../cluster-scenarios';
import { moviesInOrder, newIndices, popularityOrder } from '../build';
import type { RawData, RawScenario } from '../raw-data';
import { factoriseImplicit, IMPLICIT_DEFAULTS } from '../factorise/implicit';
import { genreScenarios } from '../scenarios';

export interface Domain {
  /** For people, and the colour on the context map. */
  name: string;
  data: RawData;
}

/** Enough to tell which items the same people chose; the data set's own factors are made later. */
const COARSE = { ...IMPLICIT_DEFAULTS, dim: 8, iterations: 4 };
const SEED = 0;

/** Scenarios of one domain: its own list, or by genre and decade, or by likeness. */
function scenariosOf({ name, data }: Domain, firstItem: number): RawScenario[] {
  return (data.scenarios ?? foundScenarios(data)).map((scenario) => ({
    name: scenario.name,
    domain: name,
    items: scenario.items.map((item) => item + firstItem),
  }));
}

function foundScenarios(data: RawData): RawScenario[] {
  const order = popularityOrder(data);
  const movies = moviesInOrder(data, order);
  const place = newIndices(order);
  const found = (): RawScenario[] =>
    clusterScenarios(
      movies,
      factoriseImplicit(
        {
          users: data.user.reduce((most, user) => Math.max(most, user), -1) + 1,
          items: movies.count,
          user: data.user,
          item: data.item.map((item) => place[item]),
        },
        COARSE,
      ),
      SEED,
    );
  const byGenre = genreScenarios(movies, SEED).map(({ name, items }) => ({ name, items: [...items] })); // prettier-ignore
  return (byGenre.length > 0 ? byGenre : found()).map(({ name, items }) => ({
    name,
    items: items.map((item) => order[item]),
  }));
}

/** Users and items of later domains follow those of earlier ones; item ids are numbered anew. */
export function joinDomains(domains: readonly Domain[]): RawData {
  const joined: RawData = { movies: [], user: [], item: [], halfStars: [], scenarios: [] };
  let users = 0;
  for (const domain of domains) {
    const { data } = domain;
    const firstItem = joined.movies.length;
    const firstUser = users;
    joined.scenarios!.push(...scenariosOf(domain, firstItem));
    data.movies.forEach((movie, n) => joined.movies.push({ ...movie, id: firstItem + n + 1 }));
    data.user.forEach((user, k) => {
      joined.user.push(user + firstUser);
      joined.item.push(data.item[k] + firstItem);
      joined.halfStars.push(data.halfStars[k]);
      users = Math.max(users, user + firstUser + 1);
    });
  }
  return joined;
}
