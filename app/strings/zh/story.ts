import type { story as en } from '../en/story';

export const story: typeof en = {
  shown: '他很喜欢',
  asked: '选三部',
  letItGuess: '让模型猜',
  chosen: (n, of) => `已选 ${n} / ${of}`,
  outcome: '你的猜测、模型的猜测、大家都喜欢的，以及事实',
  loved: '他很喜欢',
  you: '你',
  model: '模型',
  everybody: '大家都喜欢的',
  right: '对',
  wrong: '错',
  found: (n, of) => `${of} 部中 ${n} 部`,
  another: '换一位陌生人',
  yourTurn: '轮到你了',
  pick: '轮到你了：选三部你很喜欢的电影，看下面的点和列表。',
  picked: '这就够了：下面的列表是按这几部电影排的。',
  shelf: '十二部有名的电影，在地图上彼此离得远',
  shelfNote: (known) => `从评分最多的 ${known} 部电影里，取地图上彼此最远的十二部。`,
  goOn: '继续看整个页面',
  missing: '游戏没能加载。下面的页面照常可用。',
};
