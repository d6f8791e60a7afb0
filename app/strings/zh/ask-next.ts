import type { askNext as en } from '../en/ask-next';

export const askNext: typeof en = {
  open: '接下来该给哪部打分？',
  close: '收起提问',
  title: '接下来该给哪部打分？',
  rate: (title) => `您给《${title}》的星级`,
  confirm: (stars) => `打 ${stars} ★`,
  hint: '点星星即可。',
  notSeen: '没看过',
  undo: '撤销',
  asking: '正在算每部影片的回答各能让模型学到多少……',
  failed: '模型没有回答。',
  again: '再问一次',
  none: '清单里的影片都已评分或没看过。',
  full: (n) => `支持集最多 ${n} 部影片：放不下新的回答了。`,
  answered: (n) => `${n} 个回答`,
  by: '选片方式',
  methods: {
    shift: '最能改变排名的',
    evidence: 'MeLU 的证据候选',
  },
  whyThis: '为什么问这部？',
  why: (places, stars, seen, known, compared) =>
    `在最知名的 ${known} 部影片里，您对这部的回答预计最能改变排名：按可能的回答平均，${compared} 部影片各移动 ${places} 位。${seen} 的人看过它；模型预计 ${stars} 星，上下 0.9。`,
  evidence: (place, known) =>
    `MeLU 证据候选（Lee 等，2019）第 ${place} 位，预先记录：一个回答会多大程度推动 MeLU 的决策层，乘以影片有多知名，在 ${known} 部影片里选。这份清单对所有人都一样。`,
  evidenceMissing: '证据候选清单无法载入。',
  evidenceElsewhere: '证据候选属于自带数据，不属于您的数据。',
  measured: '这样提问有用吗？在留出的人上测量',
  verdict: (unit, rounds, by, half, sign) => {
    const after =
      unit === 'questions'
        ? `${rounds} 个提问之后（其中有些回答“没看过”），`
        : `给出 ${rounds} 个评分之后（不论问了多少次），`;
    return sign === 0
      ? `${after}与随机的知名影片没有看出差别（${by} ± ${half} 星）。`
      : `${after}误差比用随机知名影片${sign < 0 ? '低' : '高'} ${by} ± ${half} 星。`;
  },
  measuredHow: (people, draws, commit, date) =>
    `提出若干问题之后，在模型从未见过的 10 个评分上的平均误差（星）；留出的 ${people} 人，每人 ${draws} 次抽取，95% 区间按人计算。由 npm run evaluate -- --ask-next 记录（${commit}，${date}）。`,
  measuredColumns: {
    questions: '提问数',
    rated: '到此已评分',
    asked: '改变排名',
    evidence: '证据候选',
    popular: '评分最多',
    random: '随机',
  },
};
