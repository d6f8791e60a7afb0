/** The opening's first frame; what comes after it is in `story.ts`. */
export const opening = {
  question: 'A stranger loved these four films. Which three of the other six did they love too?',
  skip: 'Skip',
  pickGenre: 'Pick a genre',
};
