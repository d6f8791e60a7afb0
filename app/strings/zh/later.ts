import type { later as en } from '../en/later';
import { challenge } from './challenge';
import { compare } from './compare';
import { explain } from './explain';
import { imports } from './imports';
import { lab } from './lab';
import { lessons } from './lessons';
import { race } from './race';

export const later: typeof en = { challenge, compare, explain, imports, lab, lessons, race };
