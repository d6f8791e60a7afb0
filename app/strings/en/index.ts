/** The page's English: one file a panel. Its shape is what every other language fills in. */
import { backbone } from './backbone';
import { common } from './common';
import { context } from './context';
import { report } from './report';
import { handles } from './handles';
import { header } from './header';
import { noticeLabels, notices } from './notices';
import { opening } from './opening';
import { pickers } from './pickers';
import { recommendations } from './recommendations';
import { researchers } from './researchers';
import { search } from './search';
import { support } from './support';

export const strings = {
  common,
  handles,
  header,
  support,
  search,
  context,
  backbone,
  recommendations,
  researchers,
  opening,
  pickers,
  notices,
  noticeLabels,
  report,
};
