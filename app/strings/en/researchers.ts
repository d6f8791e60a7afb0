/** The door at the end of the page. */
export const researchers = {
  title: 'For researchers',
  sub: 'A race against gradient methods, the paper’s tables and figures, and your own data.',
  rooms: { race: 'Race', lab: 'Lab', import: 'Your own data' },
};
