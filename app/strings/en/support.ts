const movies = (n: number) => (n === 1 ? '1 movie' : `${n} movies`);

export const support = {
  title: 'Support set',
  symbol: 'Dˢ',
  symbolHelp:
    'D with a small s: the support set, the few labelled examples that a task gives to adapt to.',
  sub: {
    scenario: 'These films are all that the model knows about this taste.',
    user: 'These ratings are all that the model knows about you.',
    stranger: 'These ratings are the stranger’s, for as long as the game lasts.',
  },
  liked: 'Liked',
  disliked: 'Disliked',
  rated: 'Rated',
  count: (n: number) => String(n),
  tray: (name: string, n: number) => `${name}, ${movies(n)}`,
  emptyLiked: 'No likes yet. Drop a movie here, or add one from the list.',
  emptyDisliked: 'Drop a movie you dislike.',
  emptyDislikedTouch: 'Hold a movie and drag it here, or tap its arrow.',
  emptyRated: 'Rate two or three movies you know: search above, or add one from the list.',
  remove: (title: string) => `Remove ${title}`,
  toLiked: (title: string) => `Move ${title} to liked`,
  toDisliked: (title: string) => `Move ${title} to disliked`,
  rating: (title: string) => `Your stars for ${title}`,
  undo: 'Undo',
  redo: 'Redo',
  shuffle: 'Shuffle order',
  shuffleHelp: 'Same movies, another order. A mean encoder does not care; a recurrent one may.',
  clear: 'Clear',
  own: 'The genre’s own',
  ownHelp: 'Take me back to the genre’s own support set',
  tools: 'Edit the support set',
  arriving: (n: number) => `${movies(n)} still to come`,
  leftOut: (title: string, share: string | null, leaving: number, n: number) =>
    `Without ${title} ${share === null ? '' : `the context moves by ${share} of its length, and `}${
      leaving === 0 ? 'none' : leaving
    } of the first ${n} movies ${leaving === 1 ? 'goes' : 'go'}.`,
  cost: {
    forward: (n: number): string => (n === 1 ? '{n} forward pass' : '{n} forward passes'),
    gradient: '{n} gradient steps',
    none: 'Costs appear with the first answer.',
  },
};
