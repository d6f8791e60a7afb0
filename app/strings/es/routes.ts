import type { routes as en } from '../en/routes';

export const routes: typeof en = {
  label: (name) => `Rutas entre módulos para ${name}`,
  graph: 'rutas',
  pair: (name) => (name ? `${name}, este conjunto de soporte` : 'Este par'),
  average: 'Promedio de las primeras recomendaciones',
  comparison: 'Comparación',
  beside: 'Dos rutas',
  difference: (name) => `Diferencia con ${name}`,
  differenceColumn: 'Diferencia',
  readout: 'puntuación',
  link: (from, to) => `módulo ${from} a ${to}`,
  weighs: (link, weight) => `${link}: ${weight}`,
  weighsAgainst: (link, weight, other, there, gap) =>
    `${link}: ${weight}; ${other}: ${there} (${gap})`,
  hint: 'Cada módulo mezcla los de la capa anterior; sus pesos suman 1. Debajo: lo pareja que es la mezcla (su entropía): 0 es todo de un módulo, 2 es lo mismo de los cuatro.',
  editHint:
    'Elige una ruta para mantenerla en el peso que quieras y mira cómo la sigue la clasificación.',
  override: (link) => `Mantener ${link}`,
  release: 'Soltar',
  into: (layer, isReadout) =>
    isReadout ? 'rutas hacia la puntuación' : `rutas hacia la capa ${layer}`,
  from: 'De',
  to: 'A',
  weight: 'Peso',
  entropy: 'Entropía de entrada en el destino, bits',
};
