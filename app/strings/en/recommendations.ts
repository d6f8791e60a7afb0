/** Made once: every row of the list reads its places. */
const number = new Intl.NumberFormat('en');
const places = (n: number) => (n === 1 ? '1 place' : `${number.format(n)} places`);
const rules = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinal = (n: number) => `${number.format(n)}${ENDINGS[rules.select(n)] ?? 'th'}`;

export const recommendations = {
  title: 'Recommendations',
  symbol: 'f(u, i)',
  symbolHelp:
    'f(u, i): the score that the adapted network gives to a pair of user u and movie i. The list is in the order of that score.',
  sub: {
    scenario: 'Every movie, the best guess for this taste first.',
    inGenre: 'The movies of this genre, the best guess for this taste first.',
    user: 'The stars it guesses, best first. Equal stars: by the exact guess, which may pass five.',
    unadapted: 'No films known yet: the ranking before any adaptation.',
  },
  scope: 'Movies in the list',
  all: 'All',
  inGenre: 'In genre',
  list: (n: number) => `Ranked movies, ${n.toLocaleString('en')}`,
  arrows: {
    unadapted: '‘Was’: the place before any adaptation.',
    edit: '‘Was’: the place before your last change.',
    free: '‘Was’: the place before you held anything.',
    pinned: '‘Was’: the place in the ranking you pinned.',
  },
  without: (title: string) => `Without ${title}: where each would go.`,
  pin: 'Pin this ranking',
  pinWord: 'Pin',
  unpinWord: 'Unpin',
  unpin: 'Unpin the ranking',
  up: (n: number) => `up ${places(n)}`,
  down: (n: number) => `down ${places(n)}`,
  same: 'same place',
  was: (rank: number) => `was ${ordinal(rank)}`,
  would: (rank: number) => `to ${ordinal(rank)}`,
  moved: (move: string, was: string) => `${move} (${was})`,
  entered: 'new in the list',
  fresh: 'new',
  bar: 'Bar: score, from the middle of the catalogue (empty) to its best (full).',
  row: (rank: number, movie: string, score: string, move: string) =>
    `${rank}. ${movie}, score ${score}, ${move}`,
  starsRow: (rank: number, movie: string, score: string, move: string) =>
    `${rank}. ${movie}, ${score} stars predicted, ${move}`,
  explain: (title: string, score: string) => `Explain the score ${score} of ${title}`,
  explainStars: (title: string, stars: string) =>
    `Explain the ${stars} stars predicted for ${title}`,
  add: (title: string) => `Add ${title} to liked`,
  dislike: (title: string) => `Add ${title} to disliked`,
  rate: (title: string) => `Add ${title} with 4 stars`,
  more: (n: number) => `Show ${n} more`,
  empty: 'No movie of this genre is left to recommend: all are in the support set.',
  loading: 'The ranking is on its way.',
  untrained: 'This network has learned nothing yet: the order is chance.',
  because: (title: string) => `because of ${title}`,
  becauseDisliked: (title: string) => `because you disliked ${title}`,
  becauseRated: (title: string, stars: string) => `because you gave ${title} ★ ${stars}`,
  against: (difference: string) => `${difference} against everyone`,
};
