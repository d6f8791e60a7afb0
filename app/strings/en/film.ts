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
    cells:
      'One cell a unit, like units together. Pale: left as it is. Round and orange: below. Square and purple: above.',
    gate: 'One cell a unit, like units together. Orange: closed towards 0. Purple: open towards 1.',
  },
  hintAgainst: (name: string) => `Purple: more than for ${name}. Orange: less. Pale: the same.`,
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
