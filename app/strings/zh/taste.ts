import type { taste as en } from '../en/taste';

export const taste: typeof en = {
  title: '我的口味',
  use: '用作我的支持集',
  pasted: '您的清单',
  paste: '或粘贴一份影片清单',
  pasteHow: '每行一部影片，知道年份就写上；有评分就写在逗号后面：',
  pasteExample: 'The Matrix (1999), 5\nAmélie (2001), 4.5\nKing Kong (1933), 3',
  pasteFirst: '请先写一部影片。',
  look: '查找这些影片',
  waiting: '影片目录到齐后就开始匹配。',
  read: (films, lines, leftOut) =>
    `${lines} 行里有 ${films} 部影片${leftOut === '0' ? '' : `；${leftOut} 行不是影片（剧集、空行）`}。`,
  matched: (found, unsure, unmatched, repeated) =>
    `其中 ${found} 部在这个目录里${unsure === '0' ? '' : `，${unsure} 部可能是几部之一`}${unmatched === '0' ? '' : `，${unmatched} 部不在`}${repeated === '0' ? '' : `，${repeated} 部写了两遍`}。`,
  withoutRating: (n) => `清单里有评分，但其中 ${n} 部没有可读的评分，已略去`,
  repeated: (n) => `${n} 部与另一行是同一部影片，已略去`,
  others: (n) => `${n} 个是剧集、游戏之类，已略去`,
  ask: '您指的是哪一部？',
  noneOfThese: '都不是',
  unmatched: (n) => `${n} 部影片不在这个目录里`,
  take: (n) => `采用这 ${n} 部影片`,
  nothing: '没有一部影片在这个目录里：没有可采用的。',
  taken: (told, kept, median) =>
    `${told} 部影片成为您的支持集：在“新访客”里是星级，在“类型”里是喜欢（不低于您自己的中位数 ${median} 星）。${kept === '0' ? '' : `另有 ${kept} 部评过分的没有告诉模型。`}`,
  unrated: (n) => `${n} 部没有评分的影片算作喜欢，4.5 星。`,
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
