/** Names of data sets: folders of the page, or `own-...`, which this browser keeps. */
export const OWN = 'own-';
export const BUNDLED_DATA = 'movielens-small';

export const isOwn = (data: string): boolean => data.startsWith(OWN);
