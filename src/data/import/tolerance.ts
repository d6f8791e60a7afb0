/** A file in which more than this share of lines is wrong is another kind of file. */
export const TOLERATED_SHARE = 0.01;
