import type { newborn as en } from '../en/newborn';

export const newborn: typeof en = {
  title: '新生的网络',
  about:
    '它还什么都不知道。看它学习时，它为开始时你手中的电影列出的前五部怎样变化；电脑没有别的事做时约十秒。',
  start: '让一个新生网络开始',
  again: '重新开始',
  goOn: '继续',
  stop: '就停在这里',
  stopsItself: '自己停下',
  rule: (patience, least) =>
    `连续 ${patience} 次测量都不比之前最好的更好时停下；不会早于第 ${least} 步。`,
  map: '电影特征的位置不是学习的迹象：地图的“原始特征”视图在训练之前就一样整齐。训练改变的是这份列表。',
  overridden:
    '你干预了模型：上面的推荐列表里有你固定的内容。这里的列表和测量是网络自己的，不含干预。',
  letGo: '放开',
  before: '之前：随机权重',
  now: (step) => `${step} 步之后`,
  nowWaiting: '训练之后',
  list: { before: '未训练网络的前五部', now: '训练后网络的前五部' },
  metrics: {
    'recall@20': (value) => `在没给它看过的类型里，前 20 部找到别人喜欢的 ${value}`,
    mae: (value) => `对没给它看过的人，平均差 ${value} 星`,
  },
  measuredAt: (step) => `最近一次测量：第 ${step} 步`,
  measuring: '尚未测量',
  states: {
    starting: '它正在诞生：随机权重。',
    running: '它在学习。列表大约每秒读取一次。',
    paused: '它在休息。',
    itself: (step) => `它在第 ${step} 步自己停下了：不再变好。`,
    hand: (step) => `你在第 ${step} 步让它停下。`,
    left: '另一个模型或另一次训练取代了它，所以它被放下了。',
    failed: '训练出了故障，消息里说明了原因；可以再开始一个。',
  },
};
