/** What the lab asks its worker, and what that says meanwhile. Cancelling is ending the worker. */
import type { ProtocolId, Setting, Treatment } from '../../src/model/types';

/** One system under one seed. */
export interface LabJob {
  protocol: ProtocolId;
  setting: Setting;
  system: string;
  seed: number;
  steps: number;
  treatment: Treatment;
}

/** A row of results as `npm run evaluate -- --json` writes it. */
export type LabRow = {
  protocol: string;
  setting: string;
  system: string;
  seed: number;
  steps: number;
} & Record<string, string | number | boolean>;

export interface LabCalls {
  /** Trains and measures system after system, and answers when all are through. */
  run(question: { base: string; data: string; jobs: LabJob[] }): null;
  pause(): null;
  resume(): null;
}

export type LabNotice =
  | { type: 'training'; job: LabJob; step: number }
  /** `done`: share, 0..1 */
  | { type: 'measuring'; job: LabJob; done: number }
  /** A job is through. */
  | { type: 'rows'; rows: LabRow[] };
