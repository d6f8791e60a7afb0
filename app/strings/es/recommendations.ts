import type { recommendations as en } from '../en/recommendations';

const number = new Intl.NumberFormat('es');
const places = (n: number) => (n === 1 ? '1 puesto' : `${number.format(n)} puestos`);

export const recommendations: typeof en = {
  title: 'Recomendaciones',
  symbol: 'f(u, i)',
  symbolHelp:
    'f(u, i): la puntuación que la red adaptada da al par de usuario u y película i. La lista va en el orden de esa puntuación.',
  sub: {
    scenario: 'Todas las películas, primero la mejor apuesta para este gusto.',
    inGenre: 'Las películas de este género, primero la mejor apuesta para este gusto.',
    user: 'Las estrellas que supone, de más a menos. Si son iguales, decide el valor exacto, que puede pasar de cinco.',
    unadapted: 'Aún no conoce ninguna película: la clasificación antes de cualquier adaptación.',
  },
  scope: 'Películas de la lista',
  all: 'Todas',
  inGenre: 'Del género',
  list: (n) => `Películas clasificadas, ${number.format(n)}`,
  arrows: {
    unadapted: '«Antes»: el puesto antes de cualquier adaptación.',
    edit: '«Antes»: el puesto antes de tu último cambio.',
    free: '«Antes»: el puesto antes de que mantuvieras algo fijo.',
    pinned: '«Antes»: el puesto en la clasificación que fijaste.',
  },
  without: (title) => `Sin ${title}: adónde iría cada una.`,
  pin: 'Fijar esta clasificación',
  pinWord: 'Fijar',
  unpinWord: 'Soltar',
  unpin: 'Soltar la clasificación fijada',
  up: (n) => `sube ${places(n)}`,
  down: (n) => `baja ${places(n)}`,
  same: 'sin cambio',
  was: (rank) => `antes ${number.format(rank)}.ª`,
  would: (rank) => `a la ${number.format(rank)}.ª`,
  moved: (move, was) => `${move} (${was})`,
  entered: 'nueva en la lista',
  fresh: 'nueva',
  bar: 'Barra: puntuación, desde la mitad del catálogo (vacía) hasta la mejor (llena).',
  row: (rank, movie, score, move) => `${rank}. ${movie}, puntuación ${score}, ${move}`,
  starsRow: (rank, movie, score, move) =>
    `${rank}. ${movie}, ${score} estrellas previstas, ${move}`,
  explain: (title, score) => `Explicar la puntuación ${score} de ${title}`,
  explainStars: (title, stars) => `Explicar las ${stars} estrellas previstas para ${title}`,
  add: (title) => `Añadir ${title} a las que gustan`,
  dislike: (title) => `Añadir ${title} a las que no gustan`,
  rate: (title) => `Añadir ${title} con 4 estrellas`,
  more: (n) => `Mostrar ${n} más`,
  empty:
    'No queda ninguna película de este género por recomendar: todas están en el conjunto de soporte.',
  loading: 'La clasificación está en camino.',
  untrained: 'Esta red aún no ha aprendido nada: el orden es azar.',
  because: (title) => `por ${title}`,
  becauseDisliked: (title) => `porque no te gustó ${title}`,
  becauseRated: (title, stars) => `porque diste a ${title} ★ ${stars}`,
  against: (difference) => `${difference} respecto a todos`,
};
