/** Saving what is on the page for other programs. */
export const takeAway = {
  title: 'Take it with you',
  what: 'What to save',
  things: {
    ranking: 'the ranking, all of it',
    support: 'the support set',
    context: 'the context vector',
    map: 'the points of the map, yours first',
  },
  csv: 'Save as CSV',
  json: 'Save as JSON',
  notYet: 'It is not there yet: the model is still at work on it, or its panel was not in sight.',
};
