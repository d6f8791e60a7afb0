import type { compare as en } from '../en/compare';

export const compare: typeof en = {
  title: 'Comparado con lo que fijaste',
  sub: (before, now) => `Fijado: ${before}. Ahora: ${now}.`,
  unpin: 'Soltar lo fijado',
  yourFilms: 'Tus películas',
  visitor: 'Visitante nuevo',
  movies: (n) => (n === 1 ? '1 película' : `${n} películas`),
  step: (n) => `paso ${n.toLocaleString('es')}`,
  intervened: 'intervenido',
  pinned: 'Fijado',
  now: 'Ahora',
  change: 'Cambio',
  movie: 'Película',
  lines: 'líneas entre dos clasificaciones',
  slopes: (before, now) => `Las primeras películas de dos clasificaciones: ${before}; ${now}`,
  slope: (title, before, now) => `${title}: de ${before} a ${now}`,
  slopeHint:
    'Continua: sube. Discontinua: baja. Se omiten las películas de los dos conjuntos de soporte.',
  below: (n) => `por debajo de ${n}`,
  notListed: 'no está en la lista',
  context: 'Contexto',
  apart: (cosine, distance) => `Coseno ${cosine}, distancia ${distance}.`,
  contextChanges: 'Mayores cambios del contexto',
  modulation: 'Modulación',
  of: 'Modulación de',
  pair: 'Película elegida',
  average: 'Promedio',
  averageOf: 'Promedio sobre las primeras recomendaciones de cada una.',
  pairs: (before, now) => `${before} → ${now}`,
  scored: (title, score) => `${title} (${score})`,
  sameContext:
    'Un conjunto de soporte, un contexto. Lo que cambia es cómo se encuentra con él cada película:',
  hybridChanges: 'Mayores cambios del contexto híbrido',
  modulationChanges: 'Mayores cambios de la modulación',
  route: (from, to) => `${from} → ${to}`,
  readout: 'puntuación',
  cell: (target, layer, unit) => `${target} ${layer}.${unit}`,
  same: 'Sin diferencia.',
  noModulation:
    'No hay nada que comparar: no se modula nada, o las dos modulaciones son de distinta clase.',
  otherModel:
    'La respuesta fijada es de otra variante: los contextos y las modulaciones de dos modelos no tienen nada en común.',
  traits: (n, moved) =>
    `Otros ${n} números del contexto son rasgos aprendidos de las valoraciones, sin nombre; juntos se movieron ${moved}.`,
};
