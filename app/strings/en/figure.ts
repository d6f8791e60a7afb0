/** Words that all pictures share. */
export const figure = {
  asTable: 'As table',
  save: 'Save',
  formats: {
    svg: 'Picture (SVG)',
    png: 'Picture (PNG)',
    csv: 'Table (CSV)',
    'points-csv': 'Points in view, with contexts (CSV)',
    'points-json': 'Points in view, with contexts (JSON)',
  },
  saveFailed: (why: string) => `The picture could not be saved: ${why}`,
};
