import type { pickers as en } from '../en/pickers';

export const pickers: typeof en = {
  genre: '类型',
  pick: '选一个类型',
  find: '查找类型',
  loading: '类型加载中……',
  none: '没有匹配的类型。',
  heldOut: '留出',
  heldOutHelp: '训练时从未见过：真正的冷启动。',
  movies: (n) => `${n} 部电影`,
  families: {
    horror: '恐怖',
    suspense: '悬疑',
    romance: '爱情',
    war: '战争',
    other: '其他类型',
  },
};
