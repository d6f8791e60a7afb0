/** The page's English: one file a panel. Its shape is what every other language fills in. */
import { backbone } from './backbone';
import { common } from './common';
import { context } from './context';
import { explain } from './explain';
import { header } from './header';
import { lessons } from './lessons';
import { noticeLabels, notices } from './notices';
import { pickers } from './pickers';
import { recommendations } from './recommendations';
import { search } from './search';
import { support } from './support';
import { training } from './training';

export const strings = {
  common,
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
  explain,
  lessons,
};
