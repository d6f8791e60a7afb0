/** English of panels that come lazily, and their words with them. */
import { challenge } from './challenge';
import { compare } from './compare';
import { explain } from './explain';
import { imports } from './imports';
import { lab } from './lab';
import { lessons } from './lessons';
import { race } from './race';

export const later = { challenge, compare, explain, imports, lab, lessons, race };
