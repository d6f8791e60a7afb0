/** The asker of a new visitor: which film to rate next, and why that one. */
export const askNext = {
  open: 'What should I rate next?',
  close: 'Close the questions',
  title: 'What should I rate next?',
  rate: (title: string) => `Your stars for ${title}`,
  confirm: (stars: string) => `Rate ${stars} ★`,
  hint: 'Tap the stars.',
  notSeen: 'Haven’t seen it',
  undo: 'Undo',
  asking: 'Working out what your answer to each film would teach…',
  failed: 'The model did not answer.',
  again: 'Ask again',
  none: 'All films of the list are rated or not seen.',
  full: (n: number) => `A support set holds ${n} films: there is no room for another answer.`,
  answered: (n: number) => (n === 1 ? '1 answer' : `${n} answers`),
  by: 'Chosen by',
  methods: {
    shift: 'what moves the ranking most',
    evidence: 'MeLU’s evidence candidates',
  },
  whyThis: 'Why this film?',
  why: (places: string, stars: string, seen: string, known: number, compared: number) =>
    `Of the ${known} best known films, your answer to this one should move the ranking most: each of ${compared} films by ${places} places, on average over the likely answers. ${seen} of people have seen it; the model expects ${stars} stars, give or take 0.9.`,
  evidence: (place: number, known: number) =>
    `Place ${place} of MeLU’s evidence candidates (Lee et al., 2019), recorded: how hard an answer would push MeLU’s decision layers, times how well known the film is, over ${known} films. The list is the same for everybody.`,
  evidenceMissing: 'The list of evidence candidates could not be loaded.',
  evidenceElsewhere: 'The evidence candidates are of the bundled data, not of yours.',
  measured: 'Does asking help? Measured on held-out people',
  /** @param sign of the error after the last round less that with random films, where an interval tells it from 0 */
  verdict: (
    unit: 'questions' | 'answers',
    rounds: number,
    by: string,
    half: string,
    sign: -1 | 0 | 1,
  ) => {
    const after =
      unit === 'questions'
        ? `After ${rounds} questions, of which some are answered with “haven’t seen it”,`
        : `After ${rounds} ratings, however many questions they took,`;
    return sign === 0
      ? `${after} no difference from random known films is shown (${by} ± ${half} stars).`
      : `${after} the error is ${by} ± ${half} stars ${sign < 0 ? 'lower' : 'higher'} than with random known films.`;
  },
  measuredHow: (people: number, draws: number, commit: string, date: string) =>
    `Mean error in stars on 10 ratings that the model never saw, after so many questions; ${people} held-out people, ${draws} draws each, 95% intervals over people. Recorded by npm run evaluate -- --ask-next (${commit}, ${date}).`,
  measuredColumns: {
    questions: 'questions',
    rated: 'rated by then',
    asked: 'moves the ranking',
    evidence: 'evidence',
    popular: 'most rated',
    random: 'random',
  },
};
