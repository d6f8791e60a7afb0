import type { challenge as en } from '../en/challenge';

export const challenge: typeof en = {
  title: '你先来试试。',
  liked: '有个人很喜欢这四部电影：',
  question: '这个人还评过下面六部，其中三部很喜欢，三部不喜欢。喜欢的是哪三部？',
  show: '看答案',
  chosen: (n, of) => `已选 ${n} / ${of}`,
  verdict: (you, model, everybody, of) =>
    `${of} 部里你猜中 ${you} 部。模型看了同样的四部电影，猜中 ${model} 部。只按大家的平均喜好，会猜中 ${everybody} 部。`,
  table: '你的猜测、模型的猜测与真相',
  film: '电影',
  you: '你',
  model: '模型',
  truth: '实际打分',
  chose: '✓',
  loved: '很喜欢',
  next: '换一个人',
  handOver: '把这四部交给上面的模型',
  missing: '没能读到这个挑战里的人。不做挑战，这一课也能读。',
  made: (user, data, date, people) =>
    `真实的人：${data} 的第 ${user} 号用户，从未用于训练，是抽签选出的 ${people} 人之一。记录的星数出自 ${date}。`,
};
