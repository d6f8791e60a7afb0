/** Names of data sets: folders of the page, or `own-...`, which this browser keeps. */
export const OWN = 'own-';
export const BUNDLED_DATA = 'movielens-small';

export const isOwn = (data: string): boolean => data.startsWith(OWN);

/** What is thrown for a data set that this browser does not have, with its name behind. */
export const NOT_KEPT = 'this browser keeps no data set';
