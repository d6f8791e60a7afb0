/** What the import dialog asks its worker. Cancelling ends the worker. */
import type { Fault, Problem } from '../../src/data/import/problem';
import type { ProgressReport } from '../../src/data/import/progress';
import type { TablePlan, Wishes } from '../../src/data/import';
import type { Account, Note } from '../../src/data/import/account';
import type { FoundEncoding } from '../../src/data/import/encoding';
import type { Scale } from '../../src/data/import/scale';
import type { Films } from '../../src/data/taste/read-films';
import type { TablePreview } from '../../src/data/import/table';

/** What to use an import together with, as domains of one model. */
export type Companion = 'movielens-small' | 'generated';

/** What is wrong with a visitor's files is an answer, `Failed`, and no failure of the worker. */
export interface ImportCalls {
  recognise(question: { files: File[] }): Recognised | Failed;
  /** The same files once more, with what the visitor chose. */
  lookAgain(question: { wishes: Wishes }): Recognised | Failed;
  /** One person's films, to be matched with a catalogue. */
  films(): { type: 'films'; films: Films } | Failed;
  build(question: BuildQuestion): Built | Failed;
  /** A data set of companions alone, to try domains without own data. */
  companions(question: { base: string; companions: Companion[]; seed: number }): Built | Failed;
}

export type ImportAnswer = ReturnType<ImportCalls[keyof ImportCalls]>;

/** How far the present call is. */
export type ImportNotice = ProgressReport;

export interface BuildQuestion {
  base: string;
  /** null for a MovieLens release. */
  plan: TablePlan | null;
  companions: Companion[];
  atMost: number;
  seed: number;
}

export interface Built {
  type: 'built';
  result: ImportResult;
}

export interface ImportResult {
  /** Name to open it by. */
  data: string;
  title: string;
  counts: { users: number; items: number; ratings: number; scenarios: number };
  duplicates: number;
  /** Ratings left out because the whole was too large. */
  sampledOut: number;
  problems: { count: number; examples: readonly Problem[] };
  /** null where nothing of one's own was read. */
  account: Account | null;
  notes: readonly Note[];
  /** null: every line was a like. */
  scale: Scale | null;
}

export type Recognised = { type: 'recognised'; kind: 'movielens'; name: string } | ShownTable;

/** A table as the form shows it. */
export interface ShownTable {
  type: 'recognised';
  /** `one-person`: no column says who, and each thing is there once. */
  kind: 'table' | 'one-person';
  name: string;
  preview: Omit<TablePreview, 'values'>;
  encoding: FoundEncoding;
  /** All tables among the files; `unsure` when another may hold the ratings. */
  tables: readonly string[];
  unsure: boolean;
  /** Tables that say more about the items. */
  joins: readonly { file: string; titles: boolean; categories: boolean }[];
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
