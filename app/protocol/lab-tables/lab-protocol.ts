import type { ProtocolId } from '../../../src/model/types';

/**
 * What a table can be shown under. `open-former`: as `open` was until support movies were taken out of what is ranked and
 * counted, and negatives drawn around what training knows alone. Recorded rows only: nothing is run under it any more.
 */
export type LabProtocol = ProtocolId | 'open-former';
