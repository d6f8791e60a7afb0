import type { figure as en } from '../en/figure';

export const figure: typeof en = {
  asTable: '看表格',
  save: '保存',
  formats: {
    svg: '图片（SVG）',
    png: '图片（PNG）',
    csv: '表格（CSV）',
    'points-csv': '可见的点及其上下文（CSV）',
    'points-json': '可见的点及其上下文（JSON）',
  },
  saveFailed: (why) => `图片没有保存成功：${why}`,
};
