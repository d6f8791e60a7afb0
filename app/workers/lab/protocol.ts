/** What the lab and its worker say to each other. Cancelling is ending the worker. */
import type { Setting, Treatment } from '../../../src/model/types';

/** One system under one seed. */
export interface LabJob {
  setting: Setting;
  system: string;
  seed: number;
  steps: number;
  treatment: Treatment;
}

/** A row of results as `npm run evaluate -- --json` writes it. */
export type LabRow = {
  setting: string;
  system: string;
  seed: number;
  steps: number;
} & Record<string, string | number | boolean>;

export type ToLab =
  | { type: 'run'; base: string; data: string; jobs: LabJob[] }
  | { type: 'pause' }
  | { type: 'resume' };

export type FromLab =
  | { type: 'training'; job: LabJob; step: number }
  /** `done`: share, 0..1 */
  | { type: 'measuring'; job: LabJob; done: number }
  | { type: 'rows'; rows: LabRow[] }
  | { type: 'finished' }
  | { type: 'failed'; detail: string };
