import type { sheet as en } from '../en/sheet';

export const sheet: typeof en = {
  toList: (titles) => `列表最前面：${titles.join('；')}。去看列表`,
};
