import type { Modulation } from './types';

/** The control: a plain backbone that reads no modulation. */
export const modulateNone = (): Modulation => ({ kind: 'none' });
