/** The frame around the lessons; their prose is in app/lessons. */
export const lessons = {
  title: 'Ten short lessons',
  intro:
    'Each one reads by itself. Each one can also set up the picture above, ask for one action, and notice when you have done it. Point at a marked word to find it in the picture.',
  contents: 'Contents',
  number: (n: number) => `Lesson ${n}`,
  setUp: 'Set up the picture',
  setUpAgain: 'Set it up again',
  tryIt: 'Try it.',
  done: 'Done.',
  doneLabel: 'done',
  source: (place: string) => `${place} of the paper`,
  equation: 'Equation',
  link: 'Link to this lesson',
  progress: (done: number, of: number) => `${done} of ${of} done`,
};
