import type { opening as en } from '../en/opening';

export const opening: typeof en = {
  question:
    'A alguien le encantaron estas cuatro películas. ¿Qué tres de las otras seis le encantaron también?',
  skip: 'Saltar',
  pickGenre: 'Elegir un género',
};
