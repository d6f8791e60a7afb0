import type { report as en } from '../en/report';

export const report: typeof en = {
  reload: '重新加载',
  onCpu: '用纯 JavaScript 计算',
  advice: '如果都不行，请换一个浏览器打开本页：较新的 Chrome、Edge、Firefox 或 Safari。',
  title: '报告问题',
  holds:
    '把它复制到问题报告里。里面有浏览器、试过的后端和出了什么错，没有关于你和你的选择的任何内容。',
  copy: '复制报告',
};
