import type { handles as en } from '../en/handles';

export const handles: typeof en = {
  badge: '已干预',
  badgeHelp: '你固定了模型里的某些值。这里显示的是由此得出的结果，而不只是支持集给出的。',
  overrides: () => '你固定了模型的 {n} 个值。',
  unmodulated: (layers) => `第 ${layers.join('、')} 层不加调制。`,
  contextOf: (name) => `上下文换成了 ${name} 的。`,
  reset: '全部放开',
  swap: '换上别的上下文',
  ownContext: '自己的上下文',
};
