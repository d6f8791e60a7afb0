/** Which browsers the page needs; also said to those that are too old, before any of its code runs. */
import { MINIMUM } from '../../minimum-browsers';

const { chrome, edge, firefox, safari, ios } = MINIMUM;
const list = `Chrome ${chrome}, Edge ${edge}, Firefox ${firefox}, Safari ${safari} or iOS ${ios}`;

export const browsers = {
  needs: `This page runs in ${list} and anything newer.`,
  tooOld: `This browser is too old for this page, which needs ${list} or anything newer. The same link works there.`,
  noScript:
    'This page runs a small neural network in your browser, so it needs JavaScript. Nothing you do here leaves your machine.',
};
