import type { curves as en } from '../en/curves';

const NAMES: Record<string, string> = {
  'recall@20': '验证 Recall@20',
  mae: '验证平均绝对误差（星）',
};

export const curves: typeof en = {
  label: '训练损失与验证质量，随见过的任务数变化',
  loss: '训练损失',
  lossSmooth: '训练损失（平滑）',
  at: (tasks) => `${Math.round(tasks).toLocaleString('zh')} 处：`,
  heldOut: (metric) => NAMES[metric] ?? `验证 ${metric}`,
  heldOutWaiting: '验证质量：每隔几步测一次',
  validation: '验证：从元训练集中分出的类型和人。本页的训练不用它们；元测试集只留给实验室。',
  seen: '这次训练从随页面发布的模型继续，而它也用这些任务训练过，所以这条曲线对它偏高。重新开始之后就不会。',
  tasksSeen: '见过的任务',
  scrubber: '时间：把所有面板倒回到某个检查点',
  scrubberEmpty: '训练时检查点会积在这里，之后可以把所有面板倒回去。',
  atStep: (step) => `第 ${step.toLocaleString('zh')} 步的检查点`,
  continueHere: '从这里接着训练',
  playHistory: '播放训练过程',
  stopHistory: '停止',
  newest: '最新',
};
