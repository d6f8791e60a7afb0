import type { figure as en } from '../en/figure';

export const figure: typeof en = {
  asTable: '看表格',
};
