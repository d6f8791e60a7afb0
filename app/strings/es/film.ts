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
  override: (target, layer, unit) => `Mantener ${target}, capa ${layer}, unidad ${unit}`,
  release: 'Soltar',
  leave: (layer) => `Dejar la capa ${layer} sin modular`,
  influence: {
    title: 'Unidades más influyentes',
    asking: 'Se prueba cada unidad.',
    old: 'Algo ha cambiado desde entonces. Pulsa otra vez para la clasificación de ahora.',
    failed: 'Ahora no se ha podido calcular. Pulsa otra vez.',
    how: {
      film: 'Cada unidad, ella sola, se dejó sin modular (gamma 1, beta 0) y se clasificaron de nuevo todas las películas.',
      sigmoid:
        'Cada unidad, ella sola, se dejó sin modular (compuerta 1) y se clasificaron de nuevo todas las películas.',
    },
    moving: (moving, units, first, films) =>
      moving === 0
        ? `Ninguna unidad por sí sola cambia las ${first} primeras de ${films} películas.`
        : `${moving} de ${units} unidades ${moving === 1 ? 'cambia' : 'cambian'} cuáles son las ${first} primeras de ${films} películas.`,
    unit: (layer, unit, replaced, first) =>
      `capa ${layer}, unidad ${unit}: ${replaced} de las ${first} primeras ${replaced === 1 ? 'sería otra' : 'serían otras'}`,
  },
  unitFilms: {
    title: (target, layer, unit) => `Películas según ${target} de la capa ${layer}, unidad ${unit}`,
    among: (films) => `Entre las ${films} películas más probables.`,
    same: 'Es igual para todas las películas.',
    most: 'Mayor para',
    least: 'Menor para',
  },
  scaling: 'Escala de color',
  scalings: { global: 'toda la red', layer: 'cada capa', unit: 'cada unidad' },
  layerColumn: 'Capa',
  unitColumn: 'Unidad',
  valueColumns: ['Qué', 'Valor'],
};
