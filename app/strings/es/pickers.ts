import type { pickers as en } from '../en/pickers';

/** By their names in the data. */
export const GENRE_NAMES: Record<string, string> = {
  Action: 'Acción',
  Adventure: 'Aventura',
  Animation: 'Animación',
  Children: 'Infantil',
  Comedy: 'Comedia',
  Crime: 'Crimen',
  Documentary: 'Documental',
  Drama: 'Drama',
  Fantasy: 'Fantasía',
  'Film-Noir': 'Cine negro',
  Horror: 'Terror',
  IMAX: 'IMAX',
  Musical: 'Musical',
  Mystery: 'Misterio',
  Romance: 'Romance',
  'Sci-Fi': 'Ciencia ficción',
  Thriller: 'Suspense',
  War: 'Bélico',
  Western: 'Western',
};

/** What else they are called. */
const ALSO: Record<string, string> = {
  Children: 'niños familia',
  Comedy: 'cómica cómico humor',
  Horror: 'miedo',
  Romance: 'romántica romántico amor',
  'Sci-Fi': 'cf',
  Thriller: 'suspense',
  War: 'guerra',
};

export const pickers: typeof en = {
  genre: 'Género',
  yourFilms: 'Tus películas',
  find: 'Buscar un género',
  loading: 'Cargando los géneros…',
  none: 'Ningún género coincide.',
  heldOut: 'reservado',
  heldOutHelp: 'Nunca visto en el entrenamiento: un auténtico arranque en frío.',
  also: (genre) => ALSO[genre] ?? '',
  scenario: (genres, decade) => {
    const names = genres.map((genre) => GENRE_NAMES[genre]);
    const all = names.map((name, k) => (k === 0 ? name : name.toLowerCase())).join(' + ');
    return decade === undefined ? all : `${all}, años ${decade}`;
  },
  movies: (n) => (n === 1 ? '1 película' : `${n} películas`),
  families: {
    horror: 'Terror',
    suspense: 'Suspense',
    romance: 'Romance',
    war: 'Guerra',
    other: 'Otros géneros',
  },
};
