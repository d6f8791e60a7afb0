import type { common as en } from '../en/common';

export const common: typeof en = {
  title: '冷启动',
  subtitle: '只需一次前向传播',
  skip: '跳到工作台',
  close: '关闭',
  dismiss: '知道了',
  tryAgain: '再试一次',
  panelFailed: '这个面板停止了工作，页面其余部分照常。',
  recorded: '预先记录',
  live: '实时',
  recordedHelp: '这些数字由同一个模型事先算好。模型在这里加载完毕后，就会变为实时。',
  liveHelp: '由本页中运行的模型刚刚算出。',
  waiting: '正在等待模型……',
  year: (year) => (year === null ? '年份不详' : String(year)),
  movie: (title, year) => (year === null ? title : `${title}（${year}）`),
  stars: (stars) => `${stars} 星`,
};
