/** What the import dialog and its worker say to each other. Cancelling ends the worker. */
import type { Fault, Problem } from '../../../src/data/import/problem';
import type { ProgressReport } from '../../../src/data/import/progress';
import type { TablePlan } from '../../../src/data/import';
import type { TablePreview } from '../../../src/data/import/table';

/** What to use an import together with, as domains of one model. */
export type Companion = 'movielens-small' | 'generated';

export type ToImport =
  | { type: 'recognise'; files: File[] }
  | {
      type: 'build';
      base: string;
      /** null for a MovieLens release. */
      plan: TablePlan | null;
      companions: Companion[];
      atMost: number;
      seed: number;
    }
  /** A data set of companions alone, to try domains without own data. */
  | { type: 'companions'; base: string; companions: Companion[]; seed: number };

export interface ImportResult {
  /** Name to open it by. */
  data: string;
  title: string;
  counts: { users: number; items: number; ratings: number; scenarios: number };
  duplicates: number;
  /** Ratings left out because the whole was too large. */
  sampledOut: number;
  problems: { count: number; examples: readonly Problem[] };
}

/** Codes and values: the page has the words. */
export type Failed =
  | { type: 'failed'; code: 'import'; fault: Fault; examples: readonly Problem[] }
  | {
      type: 'failed';
      /** `quota`: the browser has no room; `storage`: it keeps nothing; `unreadable`: a file is gone. */
      code: 'quota' | 'storage' | 'unreadable' | 'internal';
      /** What the browser said, in its language. */
      detail: string;
    };

export type FromImport =
  | { type: 'recognised'; kind: 'movielens'; name: string }
  | { type: 'recognised'; kind: 'table'; name: string; preview: TablePreview }
  | { type: 'progress'; progress: ProgressReport }
  | { type: 'built'; result: ImportResult }
  | Failed;
