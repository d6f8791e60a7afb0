/** What the film search says where no title, or hardly one, is what was typed. */
export const searchHelp = {
  tryOther: 'Try fewer letters or the original title.',
  near: 'These titles are near:',
  andNear: (n: number) => (n === 1 ? 'and 1 near title' : `and ${n} near titles`),
  genre: {
    scenario: 'It is a genre: pick it in the genre picker, or here:',
    user: 'It is a genre: genres are picked in the genre picker of the setting “Genre”.',
  },
};
