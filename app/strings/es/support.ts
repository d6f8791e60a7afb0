import type { support as en } from '../en/support';

const movies = (n: number) => (n === 1 ? '1 película' : `${n} películas`);

export const support: typeof en = {
  title: 'Conjunto de soporte',
  symbol: 'Dˢ',
  symbolHelp:
    'D con una s pequeña: el conjunto de soporte. En el metaaprendizaje cada tarea trae unos pocos ejemplos etiquetados para adaptarse. Son estos.',
  sub: {
    scenario: 'Estas películas son todo lo que el modelo sabe de este gusto.',
    user: 'Estas valoraciones son todo lo que el modelo sabe de ti.',
    stranger: 'Estas valoraciones son del desconocido, mientras dure el juego.',
  },
  liked: 'Gustan',
  disliked: 'No gustan',
  rated: 'Valoradas',
  count: (n) => String(n),
  tray: (name, n) => `${name}, ${movies(n)}`,
  emptyLiked: 'Todavía no gusta ninguna. Suelta una película aquí, o añade una de la lista.',
  emptyDisliked: 'Suelta una película que no te guste.',
  emptyDislikedTouch: 'Mantén pulsada una película y arrástrala aquí, o toca su flecha.',
  emptyRated:
    'Valora dos o tres películas que conozcas: búscalas arriba, o añade alguna de la lista.',
  remove: (title) => `Quitar ${title}`,
  toLiked: (title) => `Pasar ${title} a las que gustan`,
  toDisliked: (title) => `Pasar ${title} a las que no gustan`,
  rating: (title) => `Tus estrellas para ${title}`,
  undo: 'Deshacer',
  redo: 'Rehacer',
  shuffle: 'Barajar el orden',
  shuffleHelp:
    'Las mismas películas en otro orden. A un codificador de promedio le da igual; a uno recurrente puede que no.',
  clear: 'Vaciar',
  own: 'El propio del género',
  ownHelp: 'Volver al conjunto de soporte propio del género',
  tools: 'Editar el conjunto de soporte',
  arriving: (n) => (n === 1 ? 'falta por llegar 1 película' : `faltan por llegar ${n} películas`),
  leftOut: (title, share, leaving, n) => {
    const context = share === null ? '' : `el contexto se mueve un ${share} de su longitud y `;
    const gone = leaving === 0 ? 'no sale ninguna' : leaving === 1 ? 'sale 1' : `salen ${leaving}`;
    return `Sin ${title}, ${context}${gone} de las primeras ${n} películas.`;
  },
  cost: {
    forward: (n) => (n === 1 ? '{n} pasada hacia delante' : '{n} pasadas hacia delante'),
    gradient: '{n} pasos de gradiente',
    none: 'Los costes aparecen con la primera respuesta.',
  },
};
