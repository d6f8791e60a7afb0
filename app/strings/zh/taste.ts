import type { taste as en } from '../en/taste';

const number = (n: number) => n.toLocaleString('zh');

export const taste: typeof en = {
  title: '我的口味',
  use: '用作我的支持集',
  pasted: '您的清单',
  paste: '或粘贴一份影片清单',
  pasteHow:
    '每行一部影片，片名用英文或原名，与 MovieLens 一致（中文译名认不出）。后面可以写年份和评分：',
  pasteForms: ['Heat', 'Heat 1995', 'Heat (1995), 4.5', 'Heat - 4', 'Heat 8/10', 'Heat ★★★★'],
  pasteNoRating: '没有评分的影片算作喜欢。',
  pasteExample: 'The Matrix (1999), 5\nAmélie (2001), 4.5\nKing Kong (1933), 3',
  pasteFirst: '请先写一部影片。',
  look: '查找这些影片',
  waiting: '影片目录到齐后就开始匹配。',
  read: (films, lines, leftOut) =>
    `${number(lines)} 行里有 ${number(films)} 部影片${leftOut === 0 ? '' : `；${number(leftOut)} 行不是影片（剧集、空行）`}。`,
  matched: (found, unsure, unmatched, repeated) =>
    `其中 ${number(found)} 部在这个目录里${unsure === 0 ? '' : `，${number(unsure)} 部可能是几部之一`}${unmatched === 0 ? '' : `，${number(unmatched)} 部不在`}${repeated === 0 ? '' : `，${number(repeated)} 部写了两遍`}。`,
  withoutRating: (n) => `清单里有评分，但其中 ${number(n)} 部没有可读的评分，已略去`,
  liked: (n) => `${number(n)} 部没有评分，算作喜欢（在“新访客”里是 4.5 星）`,
  repeated: (n) => `${number(n)} 部与另一行是同一部影片，已略去`,
  others: (n) => `${number(n)} 个是剧集、游戏之类，已略去`,
  ask: '您指的是哪一部？',
  noneOfThese: '都不是',
  unmatched: (n) => `${number(n)} 部影片不在这个目录里`,
  take: (n) => `采用这 ${number(n)} 部影片`,
  willKeep: (told, kept) =>
    `${number(told)} 部将成为您的支持集，${number(kept)} 部留出来检验模型。`,
  atMost: (told) => `${number(told)} 部将成为您的支持集：再多放不下。`,
  nothing: '没有一部影片在这个目录里：没有可采用的。',
  taken: (told, kept, median) =>
    `您的 ${number(told)} 部影片成为支持集：在“新访客”里是星级，在“类型”里是喜欢（不低于您自己的中位数 ${median} 星）。${kept === 0 ? '' : `另有 ${number(kept)} 部评过分的没有告诉模型。`}`,
  unrated: (n) => `${number(n)} 部没有评分的影片算作喜欢，4.5 星。`,
  toMap: '看您在地图上的位置',
  toRanking: '看您的排名',
  testing: '正在问模型它不知道的那些影片……',
  fewToTest: '评过分的影片不到 8 部：太少，不能留出几部来检验。',
  test: '您评过分而没有告诉模型的影片',
  off: (n, stars) => `在您评过分而没有告诉模型的 ${n} 部影片上，它平均相差 ${stars} 星。`,
  averageOff: (stars) => `在知道您的任何影片之前，它对普通人的看法相差 ${stars} 星。`,
  fewFilms: '影片这么少，说明不了多少：半颗星的差别可能是偶然。',
  trained: '这里用的是在本页训练过的模型。',
  columns: ['影片', '您', '模型', '普通人'],
};
