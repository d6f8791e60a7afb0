/** The declared protocols, by name. */
import type { ProtocolId } from '../types';
import { open } from './open';
import { paperScenario } from './paper-scenario';
import { paperUserCw, paperUserWw } from './paper-user';
import type { Protocol } from './protocol';

export const PROTOCOLS: Record<ProtocolId, Protocol> = {
  open,
  'paper-scenario': paperScenario,
  'paper-user': paperUserWw,
  'paper-user-cw': paperUserCw,
};

/** The protocol of a training room; `open` unless told. */
export const protocolOf = ({ protocol = 'open' }: { protocol?: ProtocolId }): Protocol =>
  PROTOCOLS[protocol];
