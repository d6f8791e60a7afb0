/** A visitor's own films: matched, taken as a support set, and tested on those kept back. */
const number = (n: number) => n.toLocaleString('en');
const filmsOf = (n: number) => (n === 1 ? '1 film' : `${number(n)} films`);
const are = (n: number) => (n === 1 ? 'is' : 'are');

export const taste = {
  title: 'My taste',
  use: 'Use as my support set',
  pasted: 'your list',
  paste: 'Or paste a list of films',
  pasteHow:
    'One film a line, with the title in English or the original one, as MovieLens has it. A year and your rating may follow:',
  pasteForms: ['Heat', 'Heat 1995', 'Heat (1995), 4.5', 'Heat - 4', 'Heat 8/10', 'Heat ★★★★'],
  pasteNoRating: 'A film without a rating counts as liked.',
  pasteExample: 'The Matrix (1999), 5\nAmélie (2001), 4.5\nKing Kong (1933), 3',
  pasteFirst: 'Write a film first.',
  look: 'Look for these films',
  waiting: 'The list is matched once the movies are there.',
  read: (films: number, lines: number, leftOut: number) =>
    `${filmsOf(films)} in ${lines === 1 ? '1 line' : `${number(lines)} lines`}${leftOut === 0 ? '' : `; lines without a film (series, blank): ${number(leftOut)}`}.`,
  matched: (found: number, unsure: number, unmatched: number, repeated: number) =>
    `${number(found)} of them ${are(found)} in this catalogue${unsure === 0 ? '' : `, ${number(unsure)} may be one of several`}${unmatched === 0 ? '' : `, ${number(unmatched)} ${are(unmatched)} not`}${repeated === 0 ? '' : `, ${number(repeated)} ${are(repeated)} named twice`}.`,
  withoutRating: (n: number) =>
    `Left out, as they have no rating that can be read on a list that has ratings: ${number(n)}`,
  liked: (n: number) =>
    `Without a rating, so taken as liked (4.5 stars for “New visitor”): ${number(n)}`,
  repeated: (n: number) => `Left out, as another line names the same film: ${number(n)}`,
  others: (n: number) => `Left out, as they are series, games or the like: ${number(n)}`,
  ask: 'Which of these do you mean?',
  noneOfThese: 'none of these',
  unmatched: (n: number) => `${filmsOf(n)} that this catalogue does not have`,
  take: (n: number) => (n === 1 ? 'Take this film' : `Take these ${number(n)} films`),
  willKeep: (told: number, kept: number) =>
    `${number(told)} will be your support set, ${number(kept)} ${are(kept)} kept back to test the model on.`,
  atMost: (told: number) => `${number(told)} will be your support set: it holds no more.`,
  nothing: 'None of the films is in this catalogue: there is nothing to take.',
  taken: (told: number, kept: number, median: string) =>
    `${filmsOf(told)} of yours ${are(told)} the support set: as stars for “New visitor”, as likes (your own median, ${median} stars, and above) for “Genre”.${kept === 0 ? '' : ` ${number(kept)} rated ${kept === 1 ? 'one was' : 'ones were'} kept from the model.`}`,
  unrated: (n: number) =>
    `${filmsOf(n)} without a rating ${n === 1 ? 'was' : 'were'} taken as liked, 4.5 stars.`,
  toMap: 'See your point on the map',
  toRanking: 'See your ranking',
  testing: 'Asking the model about the films it was not told of…',
  fewToTest: 'There are fewer than 8 rated films: too few to keep some back and test on them.',
  test: 'Films you rated and we kept from the model',
  off: (n: number, stars: string) =>
    `On ${filmsOf(n)} that you rated and we kept from the model, it was ${stars} stars off.`,
  averageOff: (stars: string) =>
    `What it says of the average person, before it knows a film of yours, is ${stars} stars off.`,
  fewFilms: 'So few films say little: half a star either way is chance.',
  trained: 'The model is the one that was trained on this page.',
  columns: ['Film', 'You', 'Model', 'Average person'],
};
