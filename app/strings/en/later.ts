/** English of panels that come lazily, and their words with them. */
import { lab } from './lab';
import { race } from './race';

export const later = { lab, race };
