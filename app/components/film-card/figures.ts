/** A figure and a colour for each genre: films of one genre look related, and no colour stands alone. */
import { GENRES } from '../../../src/data/types';

type Genre = (typeof GENRES)[number];

export interface GenreLook {
  /** OKLCH hue in degrees; families have the hues of the context map. */
  hue: number;
  /** How much colour there is: 0 is grey. */
  chroma: number;
  /** Filled path on a square of 24 units, even-odd. */
  figure: string;
}

const ring = (x: number, outer: number, inner: number) =>
  [outer, inner]
    .map((r) => `M${x} ${12 - r}a${r} ${r} 0 1 0 0 ${2 * r} ${r} ${r} 0 1 0 0-${2 * r}z`)
    .join('');

/** Most telling first: of a film's genres the first here is drawn large, the next in the corner. */
const LOOKS: Record<Genre, GenreLook> = {
  Horror: {
    hue: 28,
    chroma: 0.11,
    figure:
      'M4 22V11a8 8 0 0 1 16 0v11l-2.7-3-2.6 3-2.7-3-2.7 3-2.6-3zM7.5 9.5h3v4h-3zM13.5 9.5h3v4h-3z',
  },
  Western: { hue: 62, chroma: 0.08, figure: 'M4 14a8 8 0 0 1 16 0zM1 16h22v2H1zM5 20h14v2H5z' },
  War: {
    hue: 180,
    chroma: 0.08,
    figure: 'M12 2l2.9 6.6 7.1.7-5.4 4.7 1.6 7L12 17.3 5.8 21l1.6-7L2 9.3l7.1-.7z',
  },
  Musical: {
    hue: 330,
    chroma: 0.07,
    figure: 'M8 3l13-2v15a4 3.5 0 1 1-3-3.4V6L11 7v12a4 3.5 0 1 1-3-3.4z',
  },
  Animation: {
    hue: 145,
    chroma: 0.09,
    figure:
      'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2zM18 11a4 4 0 1 0 0 8 4 4 0 1 0 0-8zM9 17a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5z',
  },
  'Film-Noir': {
    hue: 250,
    chroma: 0.03,
    figure: 'M3 3h18v3H3zM3 9h18v3H3zM3 15h18v3H3zM3 21h18v1H3z',
  },
  Documentary: { hue: 200, chroma: 0.02, figure: 'M2 6h13v12H2zM17 10l6-4v12l-6-4z' },
  'Sci-Fi': {
    hue: 215,
    chroma: 0.08,
    figure: 'M12 5a7 7 0 1 0 0 14 7 7 0 1 0 0-14zM1 17C5 20 18 12 23 6c-2 6-17 16-22 11z',
  },
  Fantasy: {
    hue: 310,
    chroma: 0.08,
    figure: 'M12 1c1 7 4 10 11 11-7 1-10 4-11 11-1-7-4-10-11-11 7-1 10-4 11-11z',
  },
  Children: {
    hue: 125,
    chroma: 0.09,
    figure: 'M12 1a7 7 0 0 1 3.5 13L12 17l-3.5-3A7 7 0 0 1 12 1zM11 17h2v6h-2z',
  },
  Mystery: { hue: 255, chroma: 0.08, figure: 'M12 2a6 6 0 0 1 3 11l2 9H7l2-9a6 6 0 0 1 3-11z' },
  Crime: { hue: 245, chroma: 0.06, figure: ring(6.5, 5.5, 2.5) + ring(17.5, 5.5, 2.5) },
  Romance: {
    hue: 358,
    chroma: 0.1,
    figure: 'M12 21C4 15 2 11 2 8a5 5 0 0 1 10-1.5A5 5 0 0 1 22 8c0 3-2 7-10 13z',
  },
  Thriller: { hue: 240, chroma: 0.1, figure: `M1 12q11-14 22 0-11 14-22 0z${ring(12, 4, 1.5)}` },
  Adventure: { hue: 78, chroma: 0.08, figure: 'M1 20L9 4l4 8 3-4 7 12z' },
  Action: { hue: 48, chroma: 0.11, figure: 'M14 1L4 14h6l-2 9 12-14h-7z' },
  Comedy: { hue: 98, chroma: 0.11, figure: 'M3 11h18a9 9 0 0 1-18 0zM6 4h3v4H6zM15 4h3v4h-3z' },
  Drama: {
    hue: 285,
    chroma: 0.025,
    figure: 'M12 2c4 6 7 9 7 13a7 7 0 0 1-14 0c0-4 3-7 7-13z',
  },
  IMAX: { hue: 200, chroma: 0.02, figure: 'M1 5q11 3 22 0v14q-11-3-22 0z' },
};

const ORDER = Object.keys(LOOKS) as Genre[];

/** Of a film of no known genre: an empty frame. */
const NONE: GenreLook = { hue: 200, chroma: 0.01, figure: 'M3 3h18v18H3zM6 6h12v12H6z' };

/** The looks of a film's genres, given as the bits of `Movies.genres`: at least one. */
export function genreLooks(genres: number): GenreLook[] {
  const own = ORDER.filter((name) => (genres >> GENRES.indexOf(name)) & 1);
  return own.length > 0 ? own.map((name) => LOOKS[name]) : [NONE];
}
