import type { recommendations as en } from '../en/recommendations';

/** Made once: every row of the list reads its places. */
const number = new Intl.NumberFormat('zh');
const count = (n: number) => number.format(n);

export const recommendations: typeof en = {
  title: '推荐',
  symbol: 'f(u, i)',
  symbolHelp:
    'f(u, i)：适应后的网络给用户 u 与电影 i 这一对的分数。列表就是按这个分数排的全部电影。',
  sub: {
    genre: '全部电影，最合这种口味的在前。',
    newcomer: '它猜你会给的星数。',
    unadapted: '还不知道任何电影：这是适应之前的排序。',
  },
  scope: '列表里的电影',
  all: '全部',
  inGenre: '本类型',
  list: (n) => `排好序的电影，共 ${count(n)} 部`,
  arrows: {
    unadapted: '“原第”：适应之前的名次。',
    edit: '“原第”：你上次改动之前的名次。',
    unheld: '“原第”：你固定任何值之前的名次。',
    pinned: '“原第”：在你固定的排序里的名次。',
  },
  without: (title) => `如果没有《${title}》：各自会去的位置。`,
  pin: '固定这个排序',
  pinWord: '固定',
  unpinWord: '取消',
  pinHelp: '保留这个排序，之后的都与它相比',
  unpin: '取消固定',
  up: (n) => `上升 ${count(n)} 位`,
  down: (n) => `下降 ${count(n)} 位`,
  same: '名次不变',
  was: (rank) => `原第 ${count(rank)}`,
  would: (rank) => `到第 ${count(rank)} 名`,
  moved: (move, was) => `${move}（${was}）`,
  entered: '新进列表',
  fresh: '新进',
  bar: '条：分数，从片库的中位（空）到最高（满）。',
  row: (rank, movie, score, move) => `第 ${rank} 名，${movie}，分数 ${score}，${move}`,
  starsRow: (rank, movie, score, move) => `第 ${rank} 名，${movie}，预测 ${score} 星，${move}`,
  explain: (title, score) => `解释《${title}》的分数 ${score}`,
  explainStars: (title, stars) => `解释为《${title}》预测的 ${stars} 星`,
  add: (title) => `把《${title}》加到喜欢`,
  dislike: (title) => `把《${title}》加到不喜欢`,
  rate: (title) => `以 4 星加入《${title}》`,
  more: (n) => `再显示 ${n} 部`,
  empty: '这个类型没有可推荐的电影了：全都在支持集里。',
  loading: '排序就来。',
  untrained: '这个变体还没有训练好的参数，所以这是随机权重给出的次序。',
  because: (title) => `因为《${title}》`,
  against: (difference) => `比大家 ${difference}`,
};
