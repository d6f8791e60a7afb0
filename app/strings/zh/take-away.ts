import type { takeAway as en } from '../en/take-away';

export const takeAway: typeof en = {
  title: '带走结果',
  what: '保存什么',
  things: {
    ranking: '完整的排名',
    support: '支持集',
    context: '上下文向量',
    map: '地图上的点，您的在最前',
  },
  csv: '保存为 CSV',
  json: '保存为 JSON',
  notYet: '还没有：模型正在计算，或者它的面板还没有出现在视野里。',
};
