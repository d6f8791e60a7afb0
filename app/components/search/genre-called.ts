/** A genre that was typed where titles are looked for. */
import type { Scenario } from '../../../src/data/types';
import { isFound, wordsOf } from '../pickers/genre-words';

/** Fewer letters begin the name of some genre by chance; of Chinese characters two are a word. */
const FEWEST = 4;
const isWord = (query: string): boolean =>
  query.length >= FEWEST || /\p{Script=Han}{2}/u.test(query);

/** The plainest genre of that name. */
export function genreCalled(
  query: string,
  scenarios: readonly Scenario[],
  also: (genre: string) => string,
): Scenario | null {
  if (!isWord(query.trim())) return null;
  const parts = ({ genres, decade }: Scenario) => genres.length + (decade === undefined ? 0 : 1);
  return scenarios
    .filter((scenario) => isFound(wordsOf(scenario, also), query))
    .reduce<Scenario | null>(
      (best, next) => (best && parts(best) <= parts(next) ? best : next),
      null,
    );
}
