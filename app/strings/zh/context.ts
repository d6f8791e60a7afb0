import type { context as en } from '../en/context';

export const context: typeof en = {
  title: '任务上下文',
  symbol: 'C',
  symbolHelp: 'C：上下文。编码器把整个支持集压成这一个向量，右边的一切都由它而来。',
  sub: '每个点是一种口味，大的就是现在这一种。',
  loading: '所有任务的地图就来。',
  vector: (n) => `C 本身，${n} 个数：橙色小于零，紫色大于零。`,
  itself: (n) => `C 本身，${n} 个数`,
  number: (index) => `C 的第 ${index} 个数`,
  numberColumn: '含义',
  valueColumn: '值',
  failed: '地图没能画出来。',
};
