import type { search as en } from '../en/search';

export const search: typeof en = {
  label: '查找要加入的电影',
  placeholder: '拖来或搜索电影……',
  ownList: '有 Letterboxd 或 IMDb 的清单？',
  loading: '片名加载中……',
  none: (query) => `没有片名与“${query}”匹配。`,
  found: (n, scrolls) => `${n.toLocaleString('zh')} 部${scrolls ? '，可滚动' : ''}`,
  hint: { scenario: '回车：喜欢 · Shift 加回车：不喜欢', user: '回车：以 4 星加入' },
  touchHint: { scenario: '点片名：喜欢 · 点减号：不喜欢', user: '点一下：以 4 星加入' },
  addLiked: '加到喜欢',
  addDisliked: '加到不喜欢',
  addRated: '以 4 星加入',
  already: '已在支持集里',
};
