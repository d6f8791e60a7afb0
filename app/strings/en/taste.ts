/** A visitor's own films: matched, taken as a support set, and tested on those kept back. */
export const taste = {
  title: 'My taste',
  use: 'Use as my support set',
  pasted: 'your list',
  paste: 'Or paste a list of films',
  pasteHow:
    'One film a line, with its year where you know it, and your rating behind a comma where you have one:',
  pasteExample: 'The Matrix (1999), 5\nAmélie (2001), 4.5\nKing Kong (1933), 3',
  pasteFirst: 'Write a film first.',
  look: 'Look for these films',
  waiting: 'The list is matched once the movies are there.',
  read: (films: string, lines: string, leftOut: string) =>
    `${films} films in ${lines} lines${leftOut === '0' ? '' : `; lines without a film (series, blank): ${leftOut}`}.`,
  matched: (found: string, unsure: string, unmatched: string, repeated: string) =>
    `${found} of them are in this catalogue${unsure === '0' ? '' : `, ${unsure} may be one of several`}${unmatched === '0' ? '' : `, ${unmatched} are not`}${repeated === '0' ? '' : `, ${repeated} are named twice`}.`,
  withoutRating: (n: string) =>
    `Left out, as they have no rating that can be read on a list that has ratings: ${n}`,
  repeated: (n: string) => `Left out, as another line names the same film: ${n}`,
  others: (n: string) => `Left out, as they are series, games or the like: ${n}`,
  ask: 'Which of these do you mean?',
  noneOfThese: 'none of these',
  unmatched: (n: string) => `${n} films that this catalogue does not have`,
  take: (n: string) => `Take these ${n} films`,
  nothing: 'None of the films is in this catalogue: there is nothing to take.',
  taken: (told: string, kept: string, median: string) =>
    `${told} films are your support set: as stars for “New visitor”, as likes (your own median, ${median} stars, and above) for “Genre”.${kept === '0' ? '' : ` ${kept} rated ones were kept from the model.`}`,
  unrated: (n: string) => `${n} films without a rating were taken as liked, 4.5 stars.`,
  toMap: 'See your point on the map',
  toRanking: 'See your ranking',
  testing: 'Asking the model about the films it was not told of…',
  fewToTest: 'There are fewer than 8 rated films: too few to keep some back and test on them.',
  test: 'Films you rated and we kept from the model',
  off: (n: string, stars: string) =>
    `On ${n} films that you rated and we kept from the model, it was ${stars} stars off.`,
  averageOff: (stars: string) =>
    `What it says of the average person, before it knows a film of yours, is ${stars} stars off.`,
  fewFilms: 'So few films say little: half a star either way is chance.',
  trained: 'The model is the one that was trained on this page.',
  columns: ['Film', 'You', 'Model', 'Average person'],
};
