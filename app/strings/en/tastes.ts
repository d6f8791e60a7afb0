/** The scene of two tastes in one support set. */
export const tastes = {
  label: (a: string, b: string) =>
    `Two tastes in one support set: ${a} and ${b}. On one side what a single vector makes of it, on the other what attention by candidate makes of it, with lines from each film to each recommendation.`,
  press: 'Like four films of each:',
  pair: (a: string, b: string) => `${a} and ${b}`,
  vector: 'One vector',
  vectorSub: 'All films are averaged; every candidate meets the same vector.',
  attention: 'Attention',
  attentionSub: 'Every candidate weighs the films itself.',
  yours: 'Your films',
  share: (a: number, b: number, of: number) => `A ${a} · B ${b} of the first ${of}`,
  both: 'of both',
  neither: 'of neither',
  sharpness: 'Weights',
  uniform: 'all alike',
  learned: 'as learned',
  because: (title: string, films: string[][]) =>
    `${title}, because of ${films.map(([film, weight]) => `${film} ${weight}`).join(', ')}.`,
  choose: 'Choose a recommendation to see whose likes it stands on.',
  noLikes: 'No film is liked: there is nothing to attend over.',
  like: (title: string) => `Like ${title} again`,
  dislike: (title: string) => `Dislike ${title}`,
  disliked: 'disliked',
  more: (n: number) => `and ${n} more`,
  waiting: 'Asking both models…',
  failed: 'The models did not answer.',
  again: 'Ask again',
  untrained: 'These models come trained for the bundled films only.',
  empty:
    'Press a pair: four films of each go into the support set, in place of those there now. Undo brings them back.',
  made: 'Two checkpoints of this page answer, trained alike on such tasks, each with one forward pass for every edit, and rank the 2,000 most rated films.',
  columns: {
    place: 'place',
    vector: 'one vector',
    attention: 'attention',
    taste: 'taste',
    weight: (title: string) => `weight of ${title}`,
  },
  families: {
    view: 'Two tastes',
    sub: 'Tasks that one vector cannot pass, declared before they were measured: two tastes, this but not that, few likes.',
    loading: 'Loading recorded results…',
    failed: 'The recorded results could not be loaded.',
    elsewhere: 'These results are of the bundled data, not of yours.',
    choose: 'Measure',
    label: (metric: string) =>
      `${metric} of each system, and its difference from the plain network`,
    metrics: {
      'two-tastes': {
        name: 'two tastes, R@20',
        help: 'Held-out likes of both tastes in the first twenty.',
      },
      'two-tastes/worse': {
        name: 'two tastes, worse half',
        help: 'R@20 of the taste that is served worse.',
      },
      'two-tastes/inside': {
        name: 'two tastes, first 20 in A or B',
        help: 'How much of the list is of a taste asked for.',
      },
      'two-tastes/smaller': {
        name: 'two tastes, the smaller share',
        help: 'Share of the taste with fewer films in the first twenty.',
      },
      'but-not': {
        name: 'this but not that, R@20',
        help: 'A genre is liked but for its films of another genre.',
      },
      few: { name: 'one to eight likes, R@20', help: 'Few likes of one taste, no dislikes.' },
      ordinary: {
        name: 'ordinary tasks, R@20',
        help: '32 likes of one taste: what must not be lost.',
      },
    },
    systems: {
      plain: 'plain network on [x, C*x]',
      'film-attention': 'FiLM with attention',
      'film-uniform': 'FiLM, uniform weights',
      'plain-attention': 'plain network with attention',
      film: 'FiLM',
      'anonymous-plain': 'visitor: plain network',
      'anonymous-film-attention': 'visitor: FiLM with attention',
    } as Record<string, string>,
    reference: 'the reference',
    noReference: 'run its plain network under the same seeds for a difference',
    runAll: 'Run all of them here',
    runHelp:
      'Each seed draws new folds, trains a network from nothing and asks it about some 120 tasks: minutes for a system. With fewer steps than recorded it reaches less. What was run here with another number of steps is taken out.',
    tie: '(no difference shown)',
    less: 'less the plain network',
    system: 'system',
    seedsHead: 'seeds',
    seeds: (n: number) => (n === 1 ? '1 seed' : `${n} seeds`),
    reading:
      'Percent. In brackets and as bars: 95% hierarchical bootstrap over seeds and episodes. A difference is coloured only where Student’s t over the seeds leaves out 0 too. A visitor’s systems are compared with the visitor’s plain network.',
    made: (steps: number, commits: string, date: string) =>
      `scripts/evaluate-families.ts, ${steps} steps, folds drawn anew by seed, commits ${commits}, ${date}. Declared and discussed in docs/two-tastes.md.`,
  },
};
