/** 本页的中文，每个面板一个文件。 */
import type { strings as en } from '../en';
import { data } from './data';
import { backbone } from './backbone';
import { common } from './common';
import { context } from './context';
import { curves } from './curves';
import { figure } from './figure';
import { film } from './film';
import { map } from './map';
import { routes } from './routes';
import { handles } from './handles';
import { header } from './header';
import { noticeLabels, notices } from './notices';
import { pickers } from './pickers';
import { recommendations } from './recommendations';
import { search } from './search';
import { support } from './support';
import { training } from './training';

export const strings: typeof en = {
  common,
  handles,
  header,
  support,
  search,
  context,
  backbone,
  recommendations,
  training,
  pickers,
  notices,
  noticeLabels,
  curves,
  figure,
  film,
  map,
  routes,
  data,
};
