/** The opening: guess a stranger's taste, see the model guess it, then give it your own. */
export const story = {
  shown: 'They loved',
  asked: 'Choose three',
  letItGuess: 'Let it guess',
  chosen: (n: number, of: number) => `${n} of ${of} chosen`,
  outcome: 'Your guess, the model’s, what everybody likes, and the truth',
  loved: 'They loved',
  you: 'You',
  model: 'The model',
  everybody: 'What everybody likes',
  right: 'right',
  wrong: 'wrong',
  found: (n: number, of: number) => `${n} of ${of}`,
  another: 'Another stranger',
  yourTurn: 'Your turn',
  pick: 'Your turn: pick three films that you love, and watch the dot and the list below.',
  picked: 'That is all it needs: the list below is ranked for these films.',
  shelf: 'Twelve well-known films, far apart on the map',
  shelfNote: (known: number) =>
    `The twelve that lie farthest apart on the map, of the ${known} films that most people have rated.`,
  goOn: 'Go on with the whole page',
  missing: 'The game could not be loaded. The page below works without it.',
};
