import type { routes as en } from '../en/routes';

export const routes: typeof en = {
  label: (name) => `《${name}》在模块之间的路由`,
  graph: '路由',
  pair: (name) => (name ? `《${name}》，这个支持集` : '这一对'),
  average: '排在前面的推荐的平均',
  comparison: '比较',
  beside: '两条路由',
  difference: (name) => `与${name}之差`,
  differenceColumn: '差',
  readout: '分数',
  link: (from, to) => `模块 ${from} 到 ${to}`,
  weighs: (link, weight) => `${link}：${weight}`,
  weighsAgainst: (link, weight, other, there, gap) =>
    `${link}：${weight}；${other}：${there}（${gap}）`,
  hint: '每个模块混合前一层的各模块，权重之和为 1。下面的数说明混合有多均匀（熵）：0 表示全部来自一个模块，2 表示四个模块一样多。',
  editHint: '选一条路由，把它固定在你要的权重上，看排序跟着变。',
  override: (link) => `固定${link}`,
  release: '松开',
  into: (layer, isReadout) => (isReadout ? '进入分数的路由' : `进入第 ${layer} 层的路由`),
  from: '从',
  to: '到',
  weight: '权重',
  entropy: '流入目标的熵（比特）',
};
