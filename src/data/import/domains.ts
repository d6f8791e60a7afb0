/**
 * Several data sets as one, the paper's hybrid experiment: users and items side by side, tasks of all
 * of them for one model. Nothing is shared between domains but the model itself.
 */
import type { RawData, RawScenario } from '../build';
import { buildScenarios, scenarioItems } from '../scenarios';
import type { Movies } from '../types';

export interface Domain {
  /** For people, and the colour on the context map. */
  name: string;
  data: RawData;
}

/** Scenarios of one domain: its own list, or those that genres and decades make. */
function scenariosOf({ name, data }: Domain, firstItem: number): RawScenario[] {
  const own =
    data.scenarios ??
    buildScenarios(moviesOf(data), 0).map(({ name: scenario, genres, decade }) => ({
      name: scenario,
      items: [...scenarioItems(moviesOf(data), genres, decade)],
    }));
  return own.map((scenario) => ({
    name: scenario.name,
    domain: name,
    items: scenario.items.map((item) => item + firstItem),
  }));
}

const moviesOf = ({ movies }: RawData): Movies => ({
  count: movies.length,
  id: Int32Array.from(movies, (movie) => movie.id),
  title: movies.map((movie) => movie.title),
  year: Int16Array.from(movies, (movie) => movie.year),
  genres: Uint32Array.from(movies, (movie) => movie.genres),
});

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
