import type { routes as en } from '../en/routes';

export const routes: typeof en = {
  label: (name) => `《${name}》在模块之间的路由`,
  pair: '这部电影，这个支持集',
  average: '对排在前面的推荐取平均',
  difference: (name) => `与${name}之差`,
  readout: '分数',
  link: (from, to, weight) => `模块 ${from} 到 ${to}：${weight}`,
  hint: '进入一个模块的权重之和为 1。模块下面的数是流入的熵：2 比特表示一视同仁。',
  editHint: '选一条路由，把它按在你要的权重上，看排序跟着变。',
  hold: (link) => `按住${link}`,
  release: '松开',
  from: '从',
  to: '到',
  weight: '权重',
};
