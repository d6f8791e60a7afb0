import type { later as en } from '../en/later';
import { lab } from './lab';
import { race } from './race';

export const later: typeof en = { lab, race };
