/** A newborn network: from random weights, in sight. */
export const newborn = {
  title: 'A newborn network',
  about:
    'It knows nothing yet. Watch the first five of its list while it learns, for the films that you hold as it begins: some ten seconds on a computer with nothing else to do.',
  start: 'Start a newborn network',
  again: 'Start it again',
  goOn: 'Go on',
  stop: 'Stop here',
  stopsItself: 'Stops by itself',
  rule: (patience: number, least: string) =>
    `Once ${patience} measurements in a row bring nothing better than the best before them; never before step ${least}.`,
  map: 'Where the films’ features lie is no sign of learning: the map’s view ‘Raw features’ is as tidy before training. What training changes is this list.',
  overridden:
    'You override the model: the ranking above shows that. Lists and measurements here are the network’s own, without it.',
  letGo: 'Let go of it',
  before: 'Before: random weights',
  now: (step: string) => (step === '1' ? 'After 1 step' : `After ${step} steps`),
  nowWaiting: 'After training',
  list: {
    before: 'First five of the untrained network',
    now: 'First five of the trained network',
  },
  metrics: {
    'recall@20': (value: string) =>
      `in its first 20 finds ${value} of what others like, in genres kept from it`,
    mae: (value: string) => `off by ${value} stars, for people kept from it`,
  },
  measuredAt: (step: string) => `last measured at step ${step}`,
  measuring: 'not measured yet',
  states: {
    starting: 'It is being born: random weights.',
    running: 'It learns. Its list is read about once a second.',
    paused: 'It rests.',
    itself: (step: string) => `It stopped by itself at step ${step}: it no longer got better.`,
    hand: (step: string) => `You stopped it at step ${step}.`,
    left: 'Another model or another run took its place, so it was let go.',
    failed: 'Training broke down. The message says why; another one can be started.',
  },
};
