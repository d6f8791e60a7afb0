export const race = {
  title: 'The race',
  symbol: 'same support, same query',
  symbolHelp:
    'Everybody gets the same support set, ranks the same movies, on the same backend, in the same worker. Only the way of adapting differs.',
  sub: {
    genre:
      'Who finds the movies that other people of this genre liked, and what it costs to adapt.',
    newcomer: 'Who predicts a rating from all the others, and what it costs to adapt.',
  },
  views: 'Parts of the race',
  present: 'This support set',
  heldOut: 'Held-out tasks',
  cost: 'Cost',

  run: 'Run the race',
  runAgain: 'Run it again',
  stop: 'Stop',
  starting: 'Starting a worker for the race…',
  progress: (done: string, total: string) => `${done} of ${total} runs`,
  stale: 'These results are of another support set or model.',
  training: 'Training is running: all times are longer than they need be.',
  failed: 'The race could not be run.',
  emptyPresent:
    'No adaptation, MeLU with up to 20 gradient steps, s²Meta and CMML adapt to the movies above, one after another.',
  tooFew: {
    genre: 'Without a genre there is nobody to compare with: only times are shown.',
    newcomer: 'Rate two movies or more: each rating is then predicted from the others.',
  },

  entrants: {
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
    entrant: 'Entrant',
    quality: { 'recall@20': 'Recall@20', mae: 'Error, stars' },
    qualityHelp: {
      'recall@20':
        'Share of other people’s held-out likes of this genre that stand among the first 20 of 2,000 movies. Longer is better.',
      mae: 'Mean distance between predicted and given stars. Shorter is better.',
    },
    time: 'Time',
    timeHelp: (candidates: string) =>
      `Median of 7 runs after 2 to warm up: adapting to the support set (dark) and scoring ${candidates} movies (light).`,
    passes: 'Passes',
    passesHelp: 'Over the support set, to adapt: forward and backward.',
    passesOf: (forward: number, backward: number) => `${forward} fwd · ${backward} bwd`,
    memory: 'Memory',
    memoryHelp:
      'Tensors alive at the worst moment of adapting, and of scoring, beyond the model itself.',
    memoryOf: (adapting: string, scoring: string) => `${adapting} · ${scoring}`,
  },
  none: '–',
  steps: 'Inner steps of MeLU',
  lossCurve: 'Support loss of MeLU',
  flat: (steps: number) =>
    `After ${steps} ${steps === 1 ? 'step' : 'steps'} the hinge loss of this support set is 0: every like scores a margin above its negative, no gradient is left, and further steps change nothing.`,
  qualityCurve: {
    'recall@20': 'Held-out Recall@20 of MeLU',
    mae: 'Held-out error of MeLU, stars',
  },
  stepsAxis: 'inner steps',

  held: {
    tasks: 'Held-out tasks',
    of: (n: string) => `${n} tasks`,
    empty: {
      genre:
        'Genres that no training has seen: 8 likes of some people, ranked for others. Every dot is a genre.',
      newcomer:
        'People whom no training has seen: 10 of their ratings are predicted from the others. Every dot is a person.',
    },
    plot: { 'recall@20': 'Recall@20 on held-out genres', mae: 'Error on held-out people, stars' },
    each: { genre: 'a genre', newcomer: 'a person' },
    legend: 'dot: one task · bar: mean and 95% interval',
    meanOf: (mean: string, half: string) => `${mean} ± ${half}`,
    duel: (rival: string, wins: string, losses: string, ties: string) =>
      `CMML against ${rival}: better on ${wins}, worse on ${losses}, equal on ${ties}.`,
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
  trainedAs: 'Rivals, trained with the features, tasks and loop of CMML:',
  noRivals:
    'The rivals were trained on the bundled data and do not know yours: only CMML runs here. The lab trains them on your data.',
  onBackend: (backend: string) => `All on ${backend}, in one worker.`,
};
