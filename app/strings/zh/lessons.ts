import type { lessons as en } from '../en/lessons';

export const lessons: typeof en = {
  title: '十一节短课',
  intro:
    '每一课都可以单独阅读，也可以替你摆好上面的画面，请你做一个动作，并在你做完时察觉。把指针移到有底色的词上，就能在画面里找到它。',
  number: (n) => `第 ${n} 课`,
  setUp: '摆好画面',
  setUpAgain: '重新摆好',
  tryIt: '试一试。',
  done: '完成。',
  doneLabel: '已完成',
  source: (place) => `论文：${place}`,
  /** Where each equation stands in the paper, by lesson. */
  sources: {
    'cold-start': '第 2.1 节',
    tasks: '公式 1',
    context: '公式 6，平均池化',
    hybrid: '公式 8，点乘',
    weights: '公式 9',
    film: '公式 11',
    routes: '公式 12 与 13',
    episodes: '公式 4 与算法 1',
    gradients: '表 1',
  },
  equation: '公式',
  link: '本课链接',
  progress: (done, of) => `已完成 ${done} / ${of}`,
  back: '回到这一课',
  flow: '从左到右的画面',
  symbols: '公式里的符号',
  parts: {
    support: '支持集',
    context: '上下文',
    hybrid: '混合上下文',
    modulation: '调制',
    backbone: '主干网络',
    recommendations: '排序',
    training: '训练',
    race: '比赛',
  },
};
