import type { researchers as en } from '../en/researchers';

export const researchers: typeof en = {
  title: '供研究者使用',
  sub: '与梯度方法的比赛、论文里的表和图，以及你自己的数据。',
  rooms: { race: '比赛', lab: '实验室', import: '自己的数据' },
};
