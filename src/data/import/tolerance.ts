/** When a file has so many wrong lines that it is another kind of file. */
const TOLERATED_SHARE = 0.01;
/** After so many wrong lines, most of all, the rest of a large file need not be read. */
const GIVE_UP = { wrong: 1000, share: 0.5 } as const;

const shareOf = (good: number, bad: number): number => bad / (good + bad);

export const isTooWrong = (good: number, bad: number): boolean =>
  shareOf(good, bad) > TOLERATED_SHARE;

export const isHopeless = (good: number, bad: number): boolean =>
  bad >= GIVE_UP.wrong && shareOf(good, bad) > GIVE_UP.share;
