export const pickers = {
  genre: 'Genre',
  pick: 'Pick a genre',
  find: 'Find a genre',
  loading: 'Genres are loading…',
  none: 'No genre matches.',
  heldOut: 'held out',
  heldOutHelp: 'Never seen in training: a genuine cold start.',
  movies: (n: number) => `${n} movies`,
  families: {
    horror: 'Horror',
    suspense: 'Suspense',
    romance: 'Romance',
    war: 'War',
    other: 'Other genres',
  },
};
