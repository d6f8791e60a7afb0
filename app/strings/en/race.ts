export const race = {
  title: 'The race',
  symbol: 'same support, same query',
  symbolHelp:
    'Everybody gets the same support set, ranks the same movies, on the same backend, in the same worker. What differs is the way of adapting, and two things more: how many training tasks each has seen, and that the baselines, whose loss needs them, get as many negatives as likes drawn for them.',
  sub: {
    scenario:
      'Who finds the movies that other people of this genre liked, and what it costs to adapt.',
    user: 'Who predicts a rating from all the others, and what it costs to adapt.',
  },
  views: 'Parts of the race',
  current: 'This support set',
  heldOut: 'Validation tasks',
  cost: 'Cost',

  run: 'Run the race',
  runAgain: 'Run it again',
  stop: 'Stop',
  starting: 'Starting a worker for the race…',
  progress: (done: string, total: string) => `${done} of ${total} runs`,
  stale: 'These results are of another support set or model.',
  training: 'Training is running, so these times are slower than usual.',
  failed: 'The race could not be run.',
  emptyPresent:
    'No adaptation, MeLU with up to 20 gradient steps, s²Meta and CMML adapt to the movies above, one after another.',
  stopped: {
    atOnce: 'Stopped before the first run.',
    runs: (done: string, total: string) => `Stopped after ${done} of ${total} runs.`,
    missing: (names: string) => `Not run: ${names}.`,
    curves: 'Every row of the table has run; the curves have gaps.',
    tasks: (done: string, total: string) =>
      `Stopped: ${done} of ${total} tasks were run, and only they are shown.`,
  },
  needsSupport: {
    scenario: 'Add a movie or more: an empty support set gives nothing to adapt to.',
    user: 'Rate two movies or more: each rating is then predicted from the others.',
  },
  tooFew: {
    scenario: 'Without a genre there is nobody to compare with: only times are shown.',
    user: 'Rate two movies or more: each rating is then predicted from the others.',
  },

  systems: {
    dcn: { name: 'No adaptation', help: 'DCN: trained over all tasks, blind to the support set.' },
    melu: {
      name: (steps: number) => `MeLU, ${steps} ${steps === 1 ? 'step' : 'steps'}`,
      help: 'Gradient steps on the decision layers, from weights that were learned for it by second-order gradients.',
    },
    s2meta: {
      name: (steps: number | null) => (steps === null ? 's²Meta' : `s²Meta, ${steps} steps`),
      help: 'Learned starting weights, a learned update rule for every parameter, and a learned moment to stop.',
    },
    cmml: { name: 'CMML', help: 'One forward pass over the support set. No gradient.' },
  },
  columns: {
    system: 'System',
    quality: { 'recall@20': 'Recall@20', mae: 'Error, stars' },
    qualityHelp: {
      'recall@20':
        'Share of this genre’s likes, of people of the validation fold, that stand among the first 20 of 2,000 movies. Longer is better.',
      mae: 'Mean distance between predicted and given stars. Shorter is better.',
    },
    adapt: 'To adapt',
    adaptHelp: 'Median of 7 runs after 2 to warm up: reading the support set. Shorter is better.',
    score: 'To score',
    scoreHelp: (candidates: string) =>
      `Median of 7 runs after 2 to warm up: scoring ${candidates} movies once it has adapted. Shorter is better.`,
    passes: 'Passes',
    passesHelp: 'Over the support set, to adapt: forward and backward.',
    passesOf: (forward: number, backward: number) => `${forward} fwd · ${backward} bwd`,
    memory: 'Memory',
    memoryHelp:
      'Tensors alive at the worst moment of adapting, and of scoring, beyond the model itself.',
    memoryOf: (adapting: string, scoring: string) => `${adapting} · ${scoring}`,
  },
  claim: {
    adapting: (own: string, name: string, other: string, ratio: string) =>
      `To adapt: CMML ${own}, ${name} ${other}, ${ratio} times as long.`,
    scoring: (candidates: string, own: string, other: string) =>
      `To score ${candidates} movies afterwards: ${own} and ${other}.`,
  },
  none: '–',
  steps: 'Inner steps of MeLU',
  lossCurve: 'Support loss of MeLU',
  flat: (steps: number) =>
    `After ${steps} ${steps === 1 ? 'step' : 'steps'} the hinge loss of this support set is 0: every like scores a margin above its negative, no gradient is left, and further steps change nothing.`,
  qualityCurve: {
    'recall@20': 'Validation Recall@20 of MeLU',
    mae: 'Error of MeLU on your own ratings, stars',
  },
  stepsAxis: 'inner steps',

  held: {
    tasks: 'Validation tasks',
    of: (n: string) => `${n} tasks`,
    empty: {
      scenario:
        'Genres and people of the validation fold, which no training on this page sees: 8 likes of some, ranked for others. Every dot is a genre.',
      user: 'People of the validation fold, whom no training on this page sees: 10 of their ratings are predicted from the others. Every dot is a person.',
    },
    seen: 'What ships (the baselines, and CMML until you restart its training) was trained on all of meta-training, these tasks included. Read this as cost against quality on known ground; what nobody has seen is measured in the lab alone.',
    plot: {
      'recall@20': 'Recall@20 on validation genres',
      mae: 'Error on validation people, stars',
    },
    each: { scenario: 'a genre', user: 'a person' },
    legend: 'dot: one task · bar: mean and 95% interval',
    meanOf: (mean: string, half: string) => `${mean} ± ${half}`,
    duel: (baseline: string, wins: string, losses: string, ties: string) =>
      `CMML against ${baseline}: better on ${wins}, worse on ${losses}, equal on ${ties}.`,
    lost: 'Where gradients win:',
    noneLost: 'On these tasks gradients win nowhere.',
    user: (id: string) => `person ${id}`,
    by: (amount: string) => `by ${amount}`,
  },

  figure: {
    title: 'Figure 2 of the paper, live',
    needsRace:
      'Run the race on this support set for the costs of adapting, and time a training step for those of meta-training.',
    runTraining: 'Time a training step',
    adaptTime: 'Time to adapt, ms',
    adaptMemory: 'Tensors while adapting, MB',
    trainTime: 'Time of a meta-training step, ms',
    trainMemory: 'Tensors in a meta-training step, MB',
    melu: 'MeLU',
  },
  table1: {
    title: 'Table 1 of the paper, live',
    sub: 'm support pairs, k inner steps, f and b one forward and one backward pass; × is times CMML.',
    algorithm: 'Algorithm',
    inference: 'To adapt',
    training: (tasks: number | null) =>
      tasks === null ? 'To meta-train' : `To meta-train, a step of ${tasks} tasks`,
    timesCmml: (ratio: string) => `${ratio}×`,
    time: 'Time',
    space: 'Memory',
    formulas: {
      melu: {
        inference: { time: 'O(m k (f + b))', space: 'O(m k (f + b))' },
        training: { time: 'O(5 k m b)', space: 'O(2 k m b)' },
      },
      cmml: {
        inference: { time: 'O(m f)', space: 'O(m f)' },
        training: { time: 'O(m b)', space: 'O(m b)' },
      },
      s2meta: {
        inference: { time: 'MAML’s, and controllers', space: 'MAML’s, and controllers' },
        training: { time: 'more than MAML’s', space: 'more than MAML’s' },
      },
    },
    accurate: {
      name: 'MAML to accuracy δ',
      time: 'O(5 m b κ log(D/δ))',
      space: 'O(2 m b κ log(D/δ))',
    },
    note: 'The constants 5 and 2 are what a Hessian-vector product costs over a gradient; κ is the condition number of the inner loop, D the diameter of its parameters. On networks as small as these every operation costs more than its arithmetic, so the measured ratios differ from the formulas. Memory of adapting does not grow with the steps here, because each step is freed before the next.',
  },
  provenance: (name: string, steps: string, date: string) => `${name}: ${steps} steps, ${date}`,
  onFromMelu: 's²Meta, on from MeLU',
  trainedAs: 'Baselines, trained with the features, tasks and loop of CMML:',
  noBaselines:
    'The baselines were trained on the bundled data and do not know yours: only CMML runs here. The lab trains them on your data.',
  onBackend: (backend: string) => `All on ${backend}, in one worker.`,
};
