/** The lab: the paper's tables on the bundled data. */
export const lab = {
  title: 'Lab',
  views: 'Parts of the lab',
  view: { tables: 'Tables', contexts: 'Figure 3: contexts', routes: 'Figure 4: routes' },
  sub: {
    tables:
      'The paper’s tables, measured again on the data of this page. Recorded results are there at once; any row can be run again here, in your browser.',
    contexts: 'The paper’s Figure 3, drawn now by the model of this page.',
    routes: 'The paper’s Figure 4, drawn now by the model of this page.',
  },
  tables: {
    scenario: 'All systems, ranking by genre',
    rating: 'All systems, rating by visitor',
    encoder: 'Encoder and hybrid context',
    modulation: 'Modulation network',
    anonymous: 'A visitor: people and genres',
  } as Record<string, string>,
  system: 'System',
  /** Where a row's own name is to be translated. */
  systems: {} as Partial<Record<string, string>>,
  ours: 'Recorded, on MovieLens small',
  yours: 'On your data, run here',
  paper: 'In the paper:',
  prints: 'Which of the paper’s tables',
  print: (number: string, data: string, seeds: number) =>
    `table ${number}, ${data}${seeds > 1 ? `, ${seeds} seeds` : ''}`,
  inPaper: 'paper',
  paperNote:
    'The paper’s figures are of other, larger data and another protocol. Compare the order of systems, not the numbers.',
  elsewhere:
    'Not measured again: Taobao’s click log is not part of this project. What the paper claims of two domains as one is measured below on two that are here; on yours it can be tried: import two tables together, and run these rows on them.',
  domains: {
    title: 'Two domains as one: these movies and a generated shop',
    reading:
      'The paper says that systems that adapt by gradient steps are behind where tasks come from two domains, and that the hybrid context helps. One model for both; no person and no item is in both; rules and training as this page’s, plain. Each seed draws the shop, the tasks held out and the splits anew. Differences are paired; ± over seeds, brackets by bootstrap over seeds and tasks.',
    both: 'both',
    films: 'movies',
    shop: 'shop',
    withoutHybrid: (name: string) => `${name}, no hybrid`,
    less: (system: string, other: string) => `${system} less ${other}`,
    made: (command: string, commits: string, date: string) =>
      `Recorded by ${command}, the latest on ${date}; commits: ${commits}.`,
    none: (command: string) => `Nothing is recorded of it yet: ${command} does it.`,
    failed: 'What was recorded of two domains could not be loaded.',
  },
  notMeasured: 'not measured',
  notInPaper: '—',
  sortBy: (column: string) => `Sort by ${column}`,
  recorded: 'recorded',
  runHere: 'run here',
  origin: 'Origin',
  effort: (seeds: number, steps: string) => {
    const runs = seeds === 1 ? '1 seed' : `${seeds} seeds`;
    return steps === '0' ? runs : `${runs}, ${steps} steps`;
  },
  live: (effort: string) => `run here, ${effort}`,
  about: (metric: string) => `What is ${metric}?`,
  recordedHow: (commits: string, date: string) =>
    `Recorded by npm run record, the latest on ${date}; commits: ${commits}. JSON names the command behind each run.`,
  recordedWith: (seeds: string, steps: string) =>
    `${seeds} seeds a row, ${steps} training steps: beside each name. ± is the 95% interval over seeds, by Student’s t. Rows without an interval were run once; rows with fewer steps may be undertrained.`,
  otherData: 'The recorded results are of the bundled data. On yours, every row can be run here.',
  loading: 'Loading recorded results…',
  noRecorded: 'The recorded results could not be loaded. You can still run every row here.',
  runRow: (system: string) => `Run ${system} here`,
  runRowUnder: (system: string, protocol: string) => `Run ${system} here, by ${protocol}`,
  runAll: 'Run the whole table here',
  runAllUnder: (protocol: string) => `Run the whole table here, by ${protocol}`,
  ranUnder: (protocol: string) => `What was run here is in the table of ${protocol}.`,
  showUnder: (protocol: string) => `Show ${protocol}`,
  steps: 'Training steps',
  stepsHelp: 'Fewer steps finish sooner and reach less than what was recorded with more.',
  seedsLabel: 'Seeds',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Cancel',
  progress: (system: string, seed: number, step: number, of: number) =>
    `${system}, seed ${seed}: step ${step} of ${of}`,
  evaluating: (system: string, seed: number, percent: string) =>
    `${system}, seed ${seed}: measuring, ${percent}`,
  starting: 'Starting a worker…',
  paused: (what: string) => `Paused. ${what}`,
  pausing: (what: string) => `${what}. Pauses when this is measured.`,
  queued: (n: number) => (n === 1 ? '1 run waiting' : `${n} runs waiting`),
  cancelled: 'Cancelled. What was finished stays in the table.',
  failed: (detail: string) => `The run stopped: ${detail}. What was finished stays in the table.`,
  exportCsv: 'CSV',
  exportJson: 'JSON',
  exportLabel: 'Export this table',
  chart: 'mean and 95% interval over seeds',
  chartOf: 'Metric of the chart',
  metrics: {
    'recall@10': 'Recall@10',
    'recall@20': 'Recall@20',
    'recall@50': 'Recall@50',
    'recall@100': 'Recall@100',
    'recall@20/10-likes': 'Recall@20, 10 likes of a person',
    'recall@20/scenario': 'Recall@20, 5 likes of a genre',
    mae: 'MAE',
    'ndcg@3': 'NDCG@3',
    'mae@levels': 'MAE of levels',
  },
  metricHelp: {
    recall:
      'Share of a person’s held-out films that are among the first N. In percent; higher is better.',
    mae: 'Mean distance between predicted and given stars, as the page predicts them. Lower is better.',
    levels:
      'The same when every system has to answer with one of the ten levels of stars: the one in the middle of what this person is likely to give, judging by the prediction and by how often they gave each level. One rule for all systems. Lower is better.',
    ndcg: 'How well the first three are ordered, from 0 to 1. Higher is better.',
  },
  protocol: 'Protocol',
  protocols: {
    open: 'this page’s rules',
    'paper-scenario': 'as in the paper',
    'paper-user': 'as in the paper, W-W',
    'paper-user-cw': 'as in the paper, C-W',
    'open-former': 'this page’s earlier rules',
  },
  opensOnFormer: (now: string) =>
    `The table opens here because more rows are measured by these rules than by ${now}.`,
  protocolHelp: {
    open: 'Features with genres and decades; candidates are the most rated movies, and what the support set names is neither recommended nor counted, as on the page.',
    'paper-scenario':
      'Factors alone, 64 likes and 128 negatives, candidates and negatives inside the genre, the paper’s sizes and learning rate. On data as small as these a model can do without its support set here: compare each CMML row with what it reaches when given another genre’s.',
    'paper-user':
      'A learned vector for each movie, genres and decade; trained and tested on the half of the people who rated most.',
    'paper-user-cw':
      'The same, trained on the half of the people who rated least. The paper divides people by when they came; these data keep no times.',
    'open-former':
      'As it was before: movies of the support set could be recommended and counted as hits (44.5% of what was to be found had been liked in a support set by somebody else), and negatives avoided held-out ratings. Kept until every row is measured anew; never compared with rows of another protocol.',
  },
  wrongSupport: (value: string) => `another’s support set: ${value}`,
  anonymousChart: 'Five likes of a person against five likes of a genre',
  differences: {
    against: 'Compare with',
    levels: 'nothing: levels',
    title: (metric: string, reference: string) => `${metric}: difference from ${reference}`,
    reading:
      'Paired: the same seeds, tasks and support sets. Thick: 95% interval over seeds, by Student’s t. Thin: 95% bootstrap over seeds and the tasks within them. A difference is called one only where neither holds 0.',
    none: 'No other row shares a seed with this one.',
    bySeed: 'Difference, interval over seeds',
    byTask: 'Bootstrap over tasks',
    finding: 'Finding',
    findings: {
      more: 'higher',
      less: 'lower',
      'none shown': 'no difference shown',
      unknown: 'one run: no interval',
    },
  },
  treatment: 'Training',
  treatments: { plain: 'plain training', full: 'full training for all' },
  treatmentHelp: {
    plain:
      'Every system is trained on the sampled tasks alone. Only our recipe, marked “full”, has the extra tasks and features of full training.',
    full: 'Every system gets the same extra tasks and features, so far as it can use them. Losses differ: in the rating setting, the Huber and pairwise losses, feature noise and dropout are CMML’s alone.',
  },
  sameAsPopularity:
    'It puts the liked movies of the support set first and orders the rest by popularity. Here no movie of the support set is ranked, so its list is that of Popularity.',
  /** What a search kept (`found` of a row): operations by place. */
  found: (seed: number, structure: string) => `Seed ${seed} kept ${structure}`,
  /** Errors in stars, and the spread of the scores. */
  sureness: (surest: string, others: string, spread: string) =>
    `MAE ${surest} on the half of each person’s films that it is surest of, ${others} on the other half; its scores spread by ${spread} stars`,
  kinds: {
    reference: 'simple reference',
    plain: 'trained, no adaptation',
    gradient: 'adapts by gradient steps',
    forward: 'adapts by a forward pass, and is not CMML',
    cmml: 'adapts by a forward pass',
  },
  figures: {
    sizes: 'Likes in a support set',
    size: (n: string) => `${n} likes`,
    again: 'Draw again',
    stop: 'Stop',
    drawing: 'A worker draws it…',
    waiting: 'The figure appears here when the worker has drawn it.',
    failed: 'The figure could not be drawn.',
    shipped: 'Drawn with the model that ships with the page.',
    trained: (steps: string) => `Drawn with the model after ${steps} steps of training here.`,
    untrained: 'Drawn with an untrained model: train it, and draw again.',
    stale: 'The model is another one since. Draw it again.',
    contexts: {
      title: 'Contexts of eight held-out genres in four families, 30 support sets each',
      reading: {
        scenario:
          'Every dot is one of 30 sampled support sets of a genre that training has not seen. On the left its context C, on the right the plain mean of its movies’ features, without any model. Both cluster about as well: that genres lie apart is in the features already, and the encoder keeps it.',
        user: 'Every dot is one of 30 sampled support sets of a genre that training has not seen. In this setting the context holds how a person deviates from everybody’s ratings, not what the movies are about: genres do not cluster in it, while in the plain features they do. Change to the genre setting for the paper’s picture.',
      },
      maps: { context: 'Context C', features: 'Mean of the movies’ features' },
      silhouette: (genre: string, family: string) =>
        `Silhouette: ${genre} by genre, ${family} by family.`,
      purity: (genre: string, family: string) =>
        `Of the five nearest, ${genre} are of the same genre, ${family} of the same family.`,
      none: 'This data set has none of the eight genres of the paper’s figure.',
      measure: 'Measure',
      rows: {
        silhouetteGenre: 'Silhouette by genre',
        silhouetteFamily: 'Silhouette by family',
        purityGenre: 'Five nearest of the same genre',
        purityFamily: 'Five nearest of the same family',
        variance: 'Variance on the two axes',
        middle: (genre: string, family: string) => `Middle of ${genre} (${family}): x; y`,
      },
    },
    routes: {
      shippedSoft:
        'Your model has no routes, so these are of the model with soft modularization that ships with the page.',
      needsSoft:
        'Figure 4 shows routes between modules, which only soft modularization has. This variant modulates another way.',
      reading:
        'The same visitor and the same movie under the support sets of two genres: which modules feed which. Below, the averages over many movies. The difference is the first minus the second; dashed orange is less, purple more.',
      first: 'First task',
      second: 'Second task',
      movie: 'Movie of the pair',
      title: (movie: string, first: string, second: string) =>
        `Routes for ${movie} under support sets of ${first} and of ${second}`,
      pair: (movie: string) => `You and ${movie}`,
      average: (n: string) => `Average of ${n} movies`,
      kinds: { pair: 'pair', average: 'average' },
      column: (name: string, kind: string) => `${name} (${kind})`,
      between: (layers: string) =>
        `Weight that lies elsewhere under the other genre, by layer: ${layers}.`,
      within: (layers: string, draws: string) =>
        `Under another support set of the same genre (${draws} of each): ${layers}.`,
      supports: 'The two support sets',
      none: 'This data set has no two genres that training has not seen.',
    },
  },
};
