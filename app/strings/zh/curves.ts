import type { curves as en } from '../en/curves';

const NAMES: Record<string, string> = {
  'recall@20': '留出任务的 Recall@20',
  mae: '留出任务的平均绝对误差（星）',
};

export const curves: typeof en = {
  label: '训练损失与留出任务上的质量，随见过的任务数变化',
  loss: '训练损失',
  lossSmooth: '训练损失（平滑）',
  at: (tasks) => `${Math.round(tasks).toLocaleString('zh')} 处：`,
  heldOut: (metric) => NAMES[metric] ?? `留出任务的 ${metric}`,
  heldOutWaiting: '留出任务上的质量：每隔几步测一次',
  tasksSeen: '见过的任务',
  scrubber: '时间：把所有面板倒回到某个检查点',
  scrubberEmpty: '训练时检查点会积在这里，之后可以把所有面板倒回去。',
  atStep: (step) => `第 ${step.toLocaleString('zh')} 步`,
  continueHere: '从这里接着训练',
  playHistory: '播放训练过程',
  stopHistory: '停止',
  newest: '最新',
};
