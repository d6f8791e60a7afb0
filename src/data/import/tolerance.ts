/** When a file of a known kind has so many wrong lines that it is another kind of file. */
const TOLERATED_SHARE = 0.01;
/** Any table may hold more of them: each is counted, and said. */
const TABLE_SHARE = 0.1;
/** After so many wrong lines, most of all, the rest of a large file need not be read. */
const GIVE_UP = { wrong: 1000, share: 0.5 } as const;

const shareOf = (good: number, bad: number): number => bad / Math.max(good + bad, 1);

export const isTooWrong = (good: number, bad: number): boolean =>
  shareOf(good, bad) > TOLERATED_SHARE;

export const isTooMixed = (good: number, bad: number): boolean => shareOf(good, bad) > TABLE_SHARE;

export const isHopeless = (good: number, bad: number): boolean =>
  bad >= GIVE_UP.wrong && shareOf(good, bad) > GIVE_UP.share;
