import type { opening as en } from '../en/opening';

export const opening: typeof en = {
  question: '一位陌生人很喜欢这四部电影。另外六部里，他还很喜欢哪三部？',
  skip: '跳过',
  pickGenre: '选一个类型',
};
