import type { takeAway as en } from '../en/take-away';

export const takeAway: typeof en = {
  title: 'Llévatelo',
  what: 'Qué guardar',
  things: {
    ranking: 'la clasificación, entera',
    support: 'el conjunto de soporte',
    context: 'el vector de contexto',
    map: 'los puntos del mapa, el tuyo primero',
  },
  csv: 'Guardar como CSV',
  json: 'Guardar como JSON',
  notYet: 'Todavía no está: el modelo aún trabaja en ello, o su panel no estaba a la vista.',
};
