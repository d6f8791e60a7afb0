import type { search as en } from '../en/search';

export const search: typeof en = {
  label: 'Buscar una película para añadir',
  placeholder: 'Suelta o busca aquí…',
  ownList: '¿Tienes una lista de Letterboxd o IMDb?',
  loading: 'Cargando los títulos…',
  none: (query) => `Ningún título coincide con «${query}».`,
  found: (n, scrolls) =>
    n === 1 ? '1 título' : `${n.toLocaleString('es')} títulos${scrolls ? ': desplázate' : ''}`,
  hint: {
    scenario: 'Intro: me gusta · Mayús Intro: no me gusta',
    user: 'Intro: añadir con 4 estrellas',
  },
  touchHint: {
    scenario: 'Toca un título: me gusta · toca su menos: no me gusta',
    user: 'Toca: añadir con 4 estrellas',
  },
  addLiked: 'Añadir a las que gustan',
  addDisliked: 'Añadir a las que no gustan',
  addRated: 'Añadir con 4 estrellas',
  already: 'en el conjunto de soporte',
};
