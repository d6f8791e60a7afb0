import type { taste as en } from '../en/taste';

export const taste: typeof en = {
  title: 'Mi gusto',
  use: 'Usar como mi conjunto de soporte',
  pasted: 'tu lista',
  paste: 'O pega una lista de películas',
  pasteHow:
    'Una película por línea, con su año si lo sabes y, tras una coma, tu valoración si la tienes:',
  pasteExample: 'The Matrix (1999), 5\nAmélie (2001), 4.5\nKing Kong (1933), 3',
  pasteFirst: 'Escribe antes una película.',
  look: 'Buscar estas películas',
  waiting: 'La lista se busca en cuanto estén las películas.',
  read: (films, lines, leftOut) =>
    `${films} películas en ${lines} líneas${leftOut === '0' ? '' : `; líneas sin película (series, en blanco): ${leftOut}`}.`,
  matched: (found, unsure, unmatched, repeated) =>
    `De ellas, ${found} están en este catálogo${unsure === '0' ? '' : `, ${unsure} pueden ser una de varias`}${unmatched === '0' ? '' : `, ${unmatched} no están`}${repeated === '0' ? '' : `, ${repeated} se nombran dos veces`}.`,
  withoutRating: (n) =>
    `Quedan fuera, por no tener una valoración legible en una lista que sí las tiene: ${n}`,
  repeated: (n) => `Quedan fuera, porque otra línea nombra la misma película: ${n}`,
  others: (n) => `Quedan fuera, por ser series, juegos o similares: ${n}`,
  ask: '¿A cuál de estas te refieres?',
  noneOfThese: 'ninguna de estas',
  unmatched: (n) => `${n} películas que este catálogo no tiene`,
  take: (n) => `Tomar estas ${n} películas`,
  nothing: 'Ninguna de las películas está en este catálogo: no hay nada que tomar.',
  taken: (told, kept, median) =>
    `${told} películas son tu conjunto de soporte: como estrellas en «Visitante nuevo» y como las que gustan (desde tu propia mediana, ${median} estrellas) en «Género».${kept === '0' ? '' : ` Se ocultaron al modelo ${kept} valoradas.`}`,
  unrated: (n) => `${n} películas sin valoración se tomaron como que gustan, 4,5 estrellas.`,
  toMap: 'Ver tu punto en el mapa',
  toRanking: 'Ver tu clasificación',
  testing: 'Preguntando al modelo por las películas que no conoce…',
  fewToTest:
    'Hay menos de 8 películas valoradas: muy pocas para apartar algunas y probar con ellas.',
  test: 'Películas que valoraste y ocultamos al modelo',
  off: (n, stars) =>
    `En ${n} películas que valoraste y ocultamos al modelo, se equivocó en ${stars} estrellas.`,
  averageOff: (stars) =>
    `Lo que dice de la persona media, antes de conocer ninguna película tuya, se equivoca en ${stars} estrellas.`,
  fewFilms: 'Tan pocas películas dicen poco: media estrella arriba o abajo es azar.',
  trained: 'El modelo es el que se entrenó en esta página.',
  columns: ['Película', 'Tú', 'Modelo', 'Persona media'],
};
