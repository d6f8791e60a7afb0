/**
 * The messages between the page and its workers: types only, no code.
 *
 * Adapter, trainer and racer are workers of one script. The *adapter* answers the visitor: it holds the
 * present parameters, turns a support set into a context, a ranking and what is drawn of them, and never trains.
 * The *trainer* starts on first use, runs the training loop and sends parameter snapshots, which
 * the page hands to the adapter. So an edit never waits behind a training step, and either can die
 * without taking the other along. The *racer* runs races and figures of the lab (`race.ts`).
 *
 * Every call (`calls.ts`) has an id and is answered by one `reply` or `failure` with the same id, except
 * that of latest-wins calls (`adapt`) only the newest is answered and the others get `superseded`.
 * Large arrays are transferred.
 */
import type { Condition } from './condition';
import type { TrainerNotice } from './trainer';
import type { BackendReport } from './vocabulary';

/** Unasked-for messages of a worker. */
export type Notice =
  | TrainerNotice
  | { type: 'line'; level: 'info' | 'warning' | 'error'; code: string; detail: string }
  | { type: 'heartbeat' };

/** A call: which, and what is asked. */
export interface ToWorker {
  id: number;
  call: string;
  question: unknown;
}

/** @typeParam N what the worker says unasked */
export type FromWorker<N = Notice> =
  | { kind: 'reply'; id: number; call: string; answer: unknown }
  /** A first answer to a call that is still being worked on (`adapt` with `first`). */
  | { kind: 'partial'; id: number; answer: unknown }
  | { kind: 'superseded'; id: number }
  | {
      kind: 'failure';
      id: number;
      message: string;
      code: string;
      tried?: BackendReport['tried'];
      /** What the worker was when the call failed. */
      condition: Condition;
    }
  | { kind: 'notice'; notice: N };
