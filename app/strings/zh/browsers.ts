import { MINIMUM } from '../../minimum-browsers';
import type { browsers as en } from '../en/browsers';

const { chrome, edge, firefox, safari, ios } = MINIMUM;
const list = `Chrome ${chrome}、Edge ${edge}、Firefox ${firefox}、Safari ${safari}、iOS ${ios}`;

export const browsers: typeof en = {
  needs: `本页需要 ${list} 或更新的版本。`,
  tooOld: `这个浏览器太旧了，打不开本页。本页需要 ${list} 或更新的版本；在那里打开同一个链接即可。`,
  noScript:
    '本页在你的浏览器里运行一个小神经网络，所以需要 JavaScript。你在这里做的一切都不会离开这台机器。',
};
