/** Where names, dots and numbers of a plot of systems stand. */

/** Below this width names stand above their dots instead of beside them. */
export const NARROW = 520;
export const TOP = 22;
/** Text is to the left and right of the dots, or above them. */
export const WIDE = { label: 200, value: 104, row: 24, names: 16, dots: 12 };
export const STACKED = { label: 6, value: 6, row: 40, names: 14, dots: 27 };
