/** The panel that takes one score apart. */
export const explain = {
  empty: 'Choose a movie in the recommendations to see how its score came about.',
  loading: 'Asking the model for every number on the way…',
  failed: 'The model did not answer. Choose the movie again.',
  intro: (title: string) =>
    `How the network came to this score for ${title}, from the last step down. At each stage the cell that matters most to the one above is taken apart; choose any other to follow that one.`,
  back: 'Back to the ranking',
  score: 'Score',
  predicted: 'Predicted stars',
  cut: 'The list cuts it to the half star to five stars that there are.',
  scoreSub: (units: number, further: number) =>
    further === 0
      ? `${units} units, each times its weight, and one fixed number (the bias), added up.`
      : `${units} units, each times its weight, one fixed number (the bias) and what goes past the network, added up.`,
  offset: 'starting point from item and user averages',
  bias: 'bias',
  kernel: 'similarity to the support movies',
  prototype: 'average of the films themselves',
  others: (n: number) => `${n} smaller terms`,
  dimension: (d: number) => `dimension ${d + 1}`,
  unit: (k: number) => `unit ${k + 1}`,
  layer: (l: number) => `Layer ${l + 1}`,
  layerSub: 'Each cell is a unit, the framed one is taken apart.',
  linear: (unit: string) => `h of ${unit}`,
  leaky: (value: string) => `after LeakyReLU ${value}`,
  moduleUnit: (module: number, k: number) => `module ${module + 1}, unit ${k + 1}`,
  modulation: 'Modulation',
  modulationSub:
    'The numbers used above. A second network, the hypernetwork, makes them from the hybrid context.',
  headSum: (name: string) => `sum behind ${name}`,
  overriddenAt: (value: string) => `you hold it at ${value}`,
  hypernetwork: 'Hypernetwork',
  hypernetworkSub:
    'Its shared layers (the trunk) read the hybrid context; its last layers (the heads) give the numbers above.',
  hypernetworkSubMore:
    'Its shared layers (the trunk) read the hybrid context and what the whole support set shares; its last layers (the heads) give the numbers above.',
  trunkLayer: (l: number) => `Trunk, layer ${l + 1}`,
  trunkUnit: (l: number, k: number) => `trunk ${l + 1}, unit ${k + 1}`,
  ofHybrid: (name: string) => `hybrid, ${name}`,
  ofContext: (name: string) => `context, ${name}`,
  ofMovie: (name: string) => `movie, ${name}`,
  statistics: ['your rating level', 'spread of your ratings', 'how many ratings'],
  hybrid: 'Hybrid context',
  hybridSub: 'Taste times movie, feature by feature: the framed one, then the largest.',
  hybridKey: 'Context times the movie’s key, value by value: the framed one, then the largest.',
  hybridNone: 'No hybrid: the context goes on as it is, the same for every movie.',
  hybridAttention:
    'This movie weighs your films itself: likes and dislikes apart. The framed value is taken apart below.',
  attended: {
    product: (name: string) => name,
    likes: (name: string) => `likes, ${name}`,
    'likes-product': (name: string) => `likes times movie, ${name}`,
    'dislikes-product': (name: string) => `dislikes times movie, ${name}`,
  },
  attendedSub: 'Your films, each with its weight and what it has of this feature.',
  weightedMean: 'weighted mean',
  because: (films: string[][]) =>
    `Because of ${films.map(([title, weight]) => `${title} ${weight}`).join(', ')}.`,
  hybridMlp: 'Two layers read the context and the movie side by side.',
  mixed: 'Second layer',
  mixing: 'First layer',
  movie: 'Movie',
  movieSub:
    'This encoder describes movies by numbers of its own: three layers make them from the movie’s features.',
  key: 'Key',
  embedding: 'Embedding',
  hidden: 'Hidden layer',
  embedded: (d: number) => `embedding ${d + 1}`,
  kernelSub: 'Added to the score past the backbone',
  context: 'Context',
  shares: {
    mean: (name: string) => `What each support movie adds to “${name}”.`,
    max: (name: string) => `The largest of these is the context’s “${name}”.`,
    sequence: (name: string) =>
      `A GRU reads the movies in order: how each changed “${name}” when it was read.`,
    weighted: (name: string) =>
      `Each movie’s key, times how much of it the encoder takes: what that adds to “${name}”.`,
  },
  contextEmpty: 'The support set is empty, so the context is zero.',
  contextOverridden: 'You hold the context in place of the encoder’s.',
  support: 'Support pairs',
  pair: 'Support movie that is taken apart',
  made: {
    mean: 'Above: what the encoder reads of this movie. Below: what it makes of it and its label.',
    max: 'Above: what the encoder reads of this movie. Below: what it makes of it and its label.',
    sequence: 'Above: what the encoder reads of this movie. Below: the context once it was read.',
    weighted: 'Above: what the encoder reads of this movie. Below: its key.',
  },
  readOnly: 'What the encoder reads of this movie; the context that you hold takes its place.',
  read: (title: string) => `${title} as it is read`,
  encoded: (title: string) => `${title} as it is encoded`,
  label: (label: number, setting: 'scenario' | 'user') =>
    setting === 'user' ? `★ ${label.toLocaleString('en')}` : label > 0 ? 'liked' : 'disliked',
  factor: (n: number) => `taste factor ${n}`,
  decade: (year: number) => `${year}s`,
  average: 'average of the movie',
  popularity: 'popularity',
  show: (part: string) => `Show the ${part} in the picture`,
  multiplies: (error: string) =>
    `Multiplied out again from the numbers shown, the chain gives this score within ${error}.`,
  mismatch: 'The numbers shown do not multiply out to the score. Please report this.',
  strip: (name: string, count: number) => `${name}: ${count} values`,
};
