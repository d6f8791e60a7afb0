import type { taste as en } from '../en/taste';

const number = (n: number) => n.toLocaleString('es');
const filmsOf = (n: number) => (n === 1 ? '1 película' : `${number(n)} películas`);

export const taste: typeof en = {
  title: 'Mi gusto',
  use: 'Usar como mi conjunto de soporte',
  pasted: 'tu lista',
  paste: 'O pega una lista de películas',
  pasteHow:
    'Una película por línea, con el título en inglés o el original, como lo tiene MovieLens. Pueden seguir el año y tu valoración:',
  pasteForms: ['Heat', 'Heat 1995', 'Heat (1995), 4.5', 'Heat - 4', 'Heat 8/10', 'Heat ★★★★'],
  pasteNoRating: 'Una película sin valoración cuenta como que gusta.',
  pasteExample: 'The Matrix (1999), 5\nAmélie (2001), 4.5\nKing Kong (1933), 3',
  pasteFirst: 'Escribe antes una película.',
  look: 'Buscar estas películas',
  waiting: 'La lista se busca en cuanto estén las películas.',
  read: (films, lines, leftOut) =>
    `${filmsOf(films)} en ${lines === 1 ? '1 línea' : `${number(lines)} líneas`}${leftOut === 0 ? '' : `; líneas sin película (series, en blanco): ${number(leftOut)}`}.`,
  matched: (found, unsure, unmatched, repeated) =>
    `${found === 1 ? '1 está' : `${number(found)} están`} en este catálogo${unsure === 0 ? '' : `, ${unsure === 1 ? '1 puede' : `${number(unsure)} pueden`} ser una de varias`}${unmatched === 0 ? '' : `, ${unmatched === 1 ? '1 no está' : `${number(unmatched)} no están`}`}${repeated === 0 ? '' : `, ${repeated === 1 ? '1 se nombra' : `${number(repeated)} se nombran`} dos veces`}.`,
  withoutRating: (n) =>
    `Quedan fuera, por no tener una valoración legible en una lista que sí las tiene: ${number(n)}`,
  liked: (n) =>
    `Sin valoración, y por eso tomadas como que gustan (4,5 estrellas en «Visitante nuevo»): ${number(n)}`,
  repeated: (n) => `Quedan fuera, porque otra línea nombra la misma película: ${number(n)}`,
  others: (n) => `Quedan fuera, por ser series, juegos o similares: ${number(n)}`,
  ask: '¿A cuál de estas te refieres?',
  noneOfThese: 'ninguna de estas',
  unmatched: (n) => `${filmsOf(n)} que este catálogo no tiene`,
  take: (n) => (n === 1 ? 'Tomar esta película' : `Tomar estas ${number(n)} películas`),
  willKeep: (told, kept) =>
    `${number(told)} ${told === 1 ? 'será' : 'serán'} tu conjunto de soporte; ${number(kept)} se ${kept === 1 ? 'aparta' : 'apartan'} para probar el modelo.`,
  atMost: (told) => `${number(told)} serán tu conjunto de soporte: no caben más.`,
  nothing: 'Ninguna de las películas está en este catálogo: no hay nada que tomar.',
  taken: (told, kept, median) =>
    `${filmsOf(told)} ${told === 1 ? 'tuya es' : 'tuyas son'} el conjunto de soporte: como estrellas en «Visitante nuevo» y como las que gustan (desde tu propia mediana, ${median} estrellas) en «Género».${kept === 0 ? '' : ` Se ${kept === 1 ? 'ocultó' : 'ocultaron'} al modelo ${number(kept)} ${kept === 1 ? 'valorada' : 'valoradas'}.`}`,
  unrated: (n) =>
    `${filmsOf(n)} sin valoración se ${n === 1 ? 'tomó' : 'tomaron'} como que ${n === 1 ? 'gusta' : 'gustan'}, 4,5 estrellas.`,
  toMap: 'Ver tu punto en el mapa',
  toRanking: 'Ver tu clasificación',
  testing: 'Preguntando al modelo por las películas que no conoce…',
  fewToTest:
    'Hay menos de 8 películas valoradas: muy pocas para apartar algunas y probar con ellas.',
  test: 'Películas que valoraste y ocultamos al modelo',
  off: (n, stars) =>
    `En ${filmsOf(n)} que valoraste y ocultamos al modelo, se equivocó en ${stars} estrellas.`,
  averageOff: (stars) =>
    `Lo que dice de la persona media, antes de conocer ninguna película tuya, se equivoca en ${stars} estrellas.`,
  fewFilms: 'Tan pocas películas dicen poco: media estrella arriba o abajo es azar.',
  trained: 'El modelo es el que se entrenó en esta página.',
  columns: ['Película', 'Tú', 'Modelo', 'Persona media'],
};
