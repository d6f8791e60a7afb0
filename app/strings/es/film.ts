import type { film as en } from '../en/film';

export const film: typeof en = {
  label: (name) => `Modulación de cada unidad de la red base para ${name}`,
  labelAgainst: (name, other) => `Modulación para ${name} menos la de ${other}`,
  layer: (n) => `Capa ${n}`,
  symbols: { gamma: 'γ', beta: 'β', gate: 'σ', weight: 'w', bias: 'b' },
  targets: { gamma: 'gamma', beta: 'beta', gate: 'compuerta', weight: 'peso', bias: 'sesgo' },
  rowLabel: (target, layer) => `${target} de la capa ${layer}, unidad a unidad`,
  cell: (target, layer, unit, value) => `${target} de la capa ${layer}, unidad ${unit}: ${value}`,
  scatter: (layer) =>
    `Capa ${layer}: gamma hacia la derecha, beta hacia arriba, un punto por unidad`,
  none: 'Aquí no se modula nada: todas las películas y todos los conjuntos de soporte encuentran la misma red. Solo cambia el contexto híbrido a su entrada.',
  lastLayer: 'Última capa, generada entera',
  cells: 'celdas',
  byUnit: 'color pleno: el mayor valor de la unidad hasta ahora',
  cellDifference: (target, layer, unit, difference, before, now) =>
    `${target} de la capa ${layer}, unidad ${unit}: ${difference} (de ${before} a ${now})`,
  differenceColumn: 'Diferencia',
  hints: {
    film: 'Cada celda es una unidad. Morada y cuadrada: subida para este gusto; naranja y redonda: bajada; pálida: sin cambios.',
    sigmoid:
      'Cada celda es una unidad. Morada y cuadrada: pasa para este gusto; naranja y redonda: se retiene.',
    linear:
      'Cada celda es un peso hecho para este gusto. Morada y cuadrada: positivo; naranja y redonda: negativo.',
  },
  hintAgainst: (name) =>
    `Cuadrada y morada: más que para ${name}. Redonda y naranja: menos. Tenue: igual.`,
  editHint:
    'Elige una celda para mantenerla en el valor que quieras y mira cómo la sigue la clasificación.',
  hold: (target, layer, unit) => `Mantener ${target}, capa ${layer}, unidad ${unit}`,
  release: 'Soltar',
  scaling: 'Escala de color',
  scalings: { global: 'toda la red', layer: 'cada capa', unit: 'cada unidad' },
  layerColumn: 'Capa',
  unitColumn: 'Unidad',
  valueColumns: ['Qué', 'Valor'],
};
