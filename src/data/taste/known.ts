/**
 * Films that a visitor can be asked about: the most rated ones, which are the first. On the bundled data one
 * person in eight has rated the last of them.
 */
export const KNOWN_FILMS = 200;
