/** What else a genre is called, for finding it; by its name in the data. */
const ALSO: Record<string, string> = {
  Children: 'kids family',
  Comedy: 'comedies funny',
  Crime: 'gangster',
  Documentary: 'documentaries',
  Horror: 'scary',
  Mystery: 'mysteries detective',
  Romance: 'romantic love',
  'Sci-Fi': 'scifi science fiction',
  Thriller: 'suspense',
  War: 'military',
};

export const pickers = {
  genre: 'Genre',
  yourFilms: 'Your films',
  find: 'Find a genre',
  loading: 'Genres are loading…',
  none: 'No genre matches.',
  heldOut: 'held out',
  heldOutHelp: 'Never seen in training: a genuine cold start.',
  also: (genre: string): string => ALSO[genre] ?? '',
  /** A scenario of these genres of the data; null: as the data calls it. */
  scenario: (_genres: readonly string[], _decade?: number): string | null => null,
  movies: (n: number) => `${n} movies`,
  families: {
    horror: 'Horror',
    suspense: 'Suspense',
    romance: 'Romance',
    war: 'War',
    other: 'Other genres',
  },
};
