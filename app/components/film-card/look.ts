/** What a film's card looks like: a function of what is known of the film, so always the same. */
import { genreLooks, type GenreLook } from './figures';
import { decadeLook, type DecadeLook } from './textures';

export interface Film {
  title: string;
  /** Null or 0: unknown. */
  year: number | null;
  /** Bits of `Movies.genres`. */
  genres: number;
}

export interface FilmLook extends DecadeLook {
  /** The genre that says most, its hue varied a little. */
  main: GenreLook;
  /** Drawn small in a corner; null: the film has one genre. */
  second: GenreLook | null;
  /** Which upper corner: films of the same genres differ at a glance. */
  corner: 'left' | 'right';
  /** How the main figure stands: shift of its middle in units, turn in degrees, size. */
  shift: number;
  turn: number;
  scale: number;
}

/** FNV-1a: 32 bits that differ between titles. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) {
    value = Math.imul(value ^ text.charCodeAt(k), 0x01000193);
  }
  return value >>> 0;
}

export function lookOf({ title, year, genres }: Film): FilmLook {
  const [genre, second = null] = genreLooks(genres);
  const bits = hash(`${title} ${year}`);
  // A little warmer or colder: a list of one genre is not a list of one card.
  const main = { ...genre, hue: genre.hue + ((bits >> 11) % 5) * 7 - 14 };
  const corner = bits & 1 ? 'left' : 'right';
  // Away from the corner that the second figure takes.
  const side = second === null ? ((bits >> 1) & 1 ? 1 : -1) : corner === 'left' ? 1 : -1;
  return {
    ...decadeLook(year ?? 0),
    main,
    second,
    corner,
    shift: side * (1 + ((bits >> 2) % 5)),
    turn: ((bits >> 5) % 7) * 5 - 15,
    scale: 1.15 + ((bits >> 8) % 4) * 0.07,
  };
}
