/** What the lab asks its worker, and what that says meanwhile. Cancelling is ending the worker. */
import type { FamilyResult, FamilySummary } from '../../src/model/evaluation/family-summary';
import type { ProtocolId, Setting, Treatment } from '../../src/model/types';

/** One system under one seed. */
export interface Run {
  system: string;
  seed: number;
  steps: number;
}

/** For a row of the paper's tables. */
export interface LabJob extends Run {
  protocol: ProtocolId;
  setting: Setting;
  treatment: Treatment;
}

/** On the families of tasks (`docs/two-tastes.md`), which have one protocol. */
export type FamilyJob = Run & { protocol?: undefined };

/** What was measured on the page of the families of tasks. */
export interface FamilyFindings {
  results: (FamilyResult & { steps: number })[];
  /** Means, and differences from the plain network where that was run under the same seeds. */
  summaries: FamilySummary[];
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
  /** @param question.before results that the new ones stand beside */
  runFamilies(question: {
    base: string;
    data: string;
    jobs: FamilyJob[];
    before: FamilyFindings['results'];
  }): null;
  pause(): null;
  resume(): null;
}

export type LabNotice =
  | { type: 'training'; job: LabJob | FamilyJob; step: number }
  /** `done`: share, 0..1 */
  | { type: 'measuring'; job: LabJob | FamilyJob; done: number }
  /** A job is through. */
  | { type: 'rows'; rows: LabRow[] }
  /** A job on the families is through: everything that is known of them now. */
  | { type: 'families'; findings: FamilyFindings };
