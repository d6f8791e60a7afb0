/** Words that all pictures share. */
export const figure = {
  asTable: 'As table',
  save: 'Save',
  formats: { svg: 'Picture (SVG)', png: 'Picture (PNG)', csv: 'Table (CSV)' },
  saveFailed: (why: string) => `The picture could not be saved: ${why}`,
};
