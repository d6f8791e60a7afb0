/** What the page asks of the workers' client; tests pass a small stand-in. */
import type { Client } from '../../workers/client';

export type ModelClient = Pick<
  Client,
  | 'on'
  | 'start'
  | 'load'
  | 'adapt'
  | 'pictures'
  | 'explain'
  | 'leaveOneOut'
  | 'map'
  | 'sample'
  | 'train'
  | 'setHyperparameters'
  | 'reset'
  | 'checkpoints'
  | 'rewind'
  | 'trainFrom'
  | 'parameters'
  | 'restore'
  | 'trainingState'
  | 'exportWeights'
  | 'importWeights'
>;

/** Code and sentence of whatever a call was rejected with. */
export function failureOf(error: unknown): { code: string; detail: string } {
  const detail = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | null)?.code;
  return { code: typeof code === 'string' ? code : 'internal', detail };
}
