/** The arithmetic of the challenge: whose three films were the right ones. */
import type { Asked, Person } from './challenge-format';

/** Films that the person loved, among those asked about: so many may be guessed. */
export const LOVED = 3;
/** Stars from which a film counts as loved; those that were not have 2.5 or less. */
const LOVED_STARS = 4;

export const wasLoved = ({ stars }: Asked): boolean => stars >= LOVED_STARS;

/** The films with the highest values, as many as may be guessed; of equals the first. */
export function best(asked: readonly Asked[], value: (film: Asked) => number): ReadonlySet<number> {
  const order = [...asked].sort((a, b) => value(b) - value(a));
  return new Set(order.slice(0, LOVED).map(({ id }) => id));
}

/** How many of the guessed films the person loved. */
export const found = ({ asked }: Person, guess: ReadonlySet<number>): number =>
  asked.filter((film) => guess.has(film.id) && wasLoved(film)).length;

export interface Verdict {
  you: number;
  model: number;
  /** By the predictions without any support set: what everybody likes. */
  everybody: number;
}

/** @param predicted the model's stars after the four films, by the film's identifier */
export function verdict(
  person: Person,
  guess: ReadonlySet<number>,
  predicted: (film: Asked) => number,
): Verdict {
  return {
    you: found(person, guess),
    model: found(person, best(person.asked, predicted)),
    everybody: found(
      person,
      best(person.asked, ({ before }) => before),
    ),
  };
}
