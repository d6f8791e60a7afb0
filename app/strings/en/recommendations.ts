/** Made once: every row of the list reads its places. */
const number = new Intl.NumberFormat('en');
const places = (n: number) => (n === 1 ? '1 place' : `${number.format(n)} places`);

export const recommendations = {
  title: 'Recommendations',
  symbol: 'f(u, i)',
  symbolHelp:
    'f(u, i): the score that the adapted network gives to a pair of user u and movie i. The list is all movies by that score.',
  sub: {
    genre: 'Ranked by the adapted network.',
    newcomer: 'Stars the adapted network predicts for you.',
    unadapted: 'No support set: the ranking before any adaptation.',
  },
  scope: 'Movies in the list',
  all: 'All',
  inGenre: 'In genre',
  list: (n: number) => `Ranked movies, ${n.toLocaleString('en')}`,
  arrows: {
    unadapted: 'Arrows: places since the unadapted ranking.',
    edit: 'Arrows: places since your last change.',
    unheld: 'Arrows: places since before you held anything.',
    pinned: 'Arrows: places since the ranking you pinned.',
  },
  without: (title: string) => `Without ${title}: where each would go.`,
  pin: 'Pin this ranking',
  pinWord: 'Pin',
  unpinWord: 'Unpin',
  pinHelp: 'Keep this ranking and measure every later one against it',
  unpin: 'Unpin the ranking',
  up: (n: number) => `up ${places(n)}`,
  down: (n: number) => `down ${places(n)}`,
  same: 'same place',
  entered: 'new in the list',
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
  untrained: 'This variant has no trained parameters yet, so the order is that of random weights.',
  announce: (first: string, fresh: number, n: number) =>
    fresh === 0
      ? `Ranking updated. First: ${first}. The same movies lead.`
      : `Ranking updated. First: ${first}. ${fresh} of the first ${n} are new.`,
};
