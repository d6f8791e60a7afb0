/** The cells of gamma, beta, gates and generated weights. */
export const film = {
  label: (name: string) => `Modulation of every backbone unit for ${name}`,
  labelAgainst: (name: string, other: string) => `Modulation for ${name} minus that for ${other}`,
  layer: (n: number) => `Layer ${n}`,
  symbols: { gamma: 'γ', beta: 'β', gate: 'σ', weight: 'w', bias: 'b' },
  targets: { gamma: 'gamma', beta: 'beta', gate: 'gate', weight: 'weight', bias: 'bias' },
  rowLabel: (target: string, layer: number) => `${target} of layer ${layer}, unit by unit`,
  cell: (target: string, layer: number, unit: number, value: string) =>
    `${target} of layer ${layer}, unit ${unit}: ${value}`,
  scatter: (layer: number) => `Layer ${layer}: gamma to the right, beta upwards, one dot a unit`,
  none: 'Nothing here is modulated: every movie and every support set meets the same network. Only the hybrid context at its input differs.',
  lastLayer: 'Last layer, generated whole',
  cells: 'cells',
  byUnit: 'full colour: the unit’s own largest so far',
  cellDifference: (
    target: string,
    layer: number,
    unit: number,
    difference: string,
    before: string,
    now: string,
  ) => `${target} of layer ${layer}, unit ${unit}: ${difference} (from ${before} to ${now})`,
  differenceColumn: 'Difference',
  hints: {
    film: 'One cell a unit, like units together. Faint: left as it is. Round and orange: below. Square and purple: above.',
    sigmoid:
      'One cell a unit, like units together. Round and orange: closed, towards 0. Square and purple: open, towards 1.',
    linear:
      'One cell a generated weight, like ones together. Round and orange: negative. Square and purple: positive.',
  },
  hintAgainst: (name: string) =>
    `Square and purple: more than for ${name}. Round and orange: less. Faint: the same.`,
  editHint: 'Choose a cell to hold it at a value of your own, and see the ranking follow.',
  hold: (target: string, layer: number, unit: number) =>
    `Hold ${target}, layer ${layer}, unit ${unit}`,
  release: 'Let go',
  scaling: 'Full colour: largest of',
  scalings: { global: 'all layers', layer: 'the layer', unit: 'the unit' },
  layerColumn: 'Layer',
  unitColumn: 'Unit',
  valueColumns: ['What', 'Value'],
};
