import type { searchHelp as en } from '../en/search-help';

export const searchHelp: typeof en = {
  tryOther: '少输几个字母，或者试试原名。',
  near: '相近的片名：',
  andNear: (n) => `另有 ${n} 部片名相近`,
  genre: {
    scenario: '这是一个类型：请在类型选择器里选，或在这里选：',
    user: '这是一个类型：类型要在“类型”设定的选择器里选。',
  },
};
