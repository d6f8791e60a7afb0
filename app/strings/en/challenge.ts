/** The first lesson's challenge: guess what somebody likes. */
export const challenge = {
  title: 'You try first.',
  liked: 'Somebody loved these four films:',
  question:
    'They also rated these six. Three of them they loved, three they did not. Which did they love?',
  show: 'Show the answer',
  chosen: (n: number, of: number) => `${n} of ${of} chosen`,
  verdict: (you: number, model: number, everybody: number, of: number) =>
    `You found ${you} of the ${of}. The model, shown the same four films, found ${model}. What everybody likes on average would have found ${everybody}.`,
  table: 'Your guess, the model’s and the truth',
  film: 'Film',
  you: 'You',
  model: 'Model',
  truth: 'They gave',
  chose: '✓',
  loved: 'loved it',
  next: 'Another person',
  handOver: 'Give these four to the model above',
  missing: 'The people of this challenge could not be loaded. The lesson reads without them.',
  made: (user: number, data: string, date: string, people: number) =>
    `A real person: user ${user} of ${data}, never used in training, one of ${people} drawn by lot. Recorded stars are of ${date}.`,
};
