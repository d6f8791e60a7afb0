import type { backbone as en } from '../en/backbone';

export const backbone: typeof en = {
  title: '被调制的主干网络',
  symbols: {
    film: 'γ ⊙ h + β',
    sigmoid: 'σ(g) ⊙ h',
    linear: 'w · h + b',
    soft: 'Σ p h',
    none: 'h',
  },
  symbolHelp: {
    film: 'FiLM：上下文给每个单元 h 一个缩放 gamma 和一个平移 beta。',
    sigmoid: 'Sigmoid 门：上下文把每个单元 h 在 0 与 1 之间打开或关上。',
    linear: '上下文写出最后一层的权重。',
    soft: '软模块化：上下文决定每个模块 p 给下一层多少。',
    none: '不调制：对照组，只读取上下文的网络。',
  },
  views: '主干网络的视图',
  film: 'FiLM',
  cells: '格子',
  routes: '路由',
  explain: '解释',
  sub: '上下文怎样为《{movie}》重新接线。',
  subEmpty: '面对 {movie}，还没有你的影片可依据。',
  subNone: '上下文怎样给网络重新接线。选一部电影看它自己的。',
  loading: 'gamma 和 beta 会随第一个实时结果出现。',
  noRoutes: '路由属于软模块化。这个变体用另一种方式调制。',
  useSoft: '换成软模块化',
  noCells: '软模块化用路由代替 gamma 和 beta。',
  seeRoutes: '看路由',
  pin: '与其他比较',
  unpin: '停止比较',
};
