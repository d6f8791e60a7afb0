/** Words that all pictures share. */
export const figure = {
  asTable: 'As table',
};
