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
    film: 'Each cell is one unit. Purple and square: turned up for this taste; orange and round: turned down; pale: unchanged.',
    sigmoid:
      'Each cell is one unit. Purple and square: let through for this taste; orange and round: held back.',
    linear:
      'Each cell is one weight made for this taste. Purple and square: positive; orange and round: negative.',
  },
  hintAgainst: (name: string) =>
    `Square and purple: more than for ${name}. Round and orange: less. Faint: the same.`,
  editHint: 'Choose a cell to hold it at a value of your own, and see the ranking follow.',
  override: (target: string, layer: number, unit: number) =>
    `Hold ${target}, layer ${layer}, unit ${unit}`,
  release: 'Let go',
  leave: (layer: number) => `Leave layer ${layer} unmodulated`,
  /** What the ranking would be with one unit left unmodulated. */
  influence: {
    title: 'Most influential units',
    asking: 'Trying every unit.',
    old: 'Something has changed since. Press again for the ranking of now.',
    failed: 'This could not be worked out just now. Press again.',
    how: {
      film: 'Each unit alone was left unmodulated (gamma 1, beta 0) and all films ranked anew.',
      sigmoid: 'Each unit alone was left unmodulated (gate 1) and all films ranked anew.',
    },
    moving: (moving: number, units: number, first: number, films: string) =>
      moving === 0
        ? `No single unit changes the first ${first} of ${films} films.`
        : `${moving} of ${units} units ${moving === 1 ? 'changes' : 'change'} which films are the first ${first} of ${films}.`,
    unit: (layer: number, unit: number, replaced: number, first: number) =>
      `layer ${layer}, unit ${unit}: ${replaced} of the first ${first} would be ${replaced === 1 ? 'another' : 'others'}`,
  },
  /** The films for which a chosen number is largest and smallest. */
  unitFilms: {
    title: (target: string, layer: number, unit: number) =>
      `Films by ${target} of layer ${layer}, unit ${unit}`,
    among: (films: string) => `Among the ${films} likeliest films.`,
    same: 'It is the same for every film.',
    most: 'Largest for',
    least: 'Smallest for',
  },
  scaling: 'Colour scale',
  scalings: { global: 'whole network', layer: 'each layer', unit: 'each unit' },
  layerColumn: 'Layer',
  unitColumn: 'Unit',
  valueColumns: ['What', 'Value'],
};
