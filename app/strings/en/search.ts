export const search = {
  label: 'Find a movie to add',
  placeholder: 'Drop or find a movie…',
  ownList: 'Have a Letterboxd or IMDb list?',
  loading: 'Titles are loading…',
  none: (query: string) => `No title matches “${query}”.`,
  found: (n: number, scrolls: boolean) =>
    n === 1 ? '1 title' : `${n.toLocaleString('en')} titles${scrolls ? ': scroll' : ''}`,
  hint: { scenario: 'Enter: liked · Shift Enter: disliked', user: 'Enter: add with 4 stars' },
  touchHint: {
    scenario: 'Tap a title: liked · tap its minus: disliked',
    user: 'Tap: add with 4 stars',
  },
  addLiked: 'Add to liked',
  addDisliked: 'Add to disliked',
  addRated: 'Add with 4 stars',
  already: 'in the support set',
};
