/**
 * What a worker can be asked, as an interface of calls: each takes one question (or none) and gives
 * one answer. `AdapterCalls`, `TrainerCalls` and the others are such interfaces; the page's `Link` and
 * `Supervisor` and the worker's `Handlers` are typed by them. Types only.
 */
import type { BackendName, BackendReport, WorkerRole } from './vocabulary';

/** An interface of calls. */
export type Calls<C> = Record<keyof C, (question: never) => unknown>;

/** The names of the calls, as messages carry them. */
export type CallName<C> = keyof C & string;

/** What is asked; undefined for a call without a question. */
export type Question<C extends Calls<C>, Name extends keyof C> = Parameters<C[Name]>[0];

export type Answer<C extends Calls<C>, Name extends keyof C> = ReturnType<C[Name]>;

/** Asks a worker. */
export type Ask<C extends Calls<C>> = <Name extends CallName<C>>(
  call: Name,
  ...question: Parameters<C[Name]>
) => Promise<Answer<C, Name>>;

/** What the script of adapter, trainer, helper and racer is asked first: it makes the worker one of them. */
export interface StartCalls {
  start(question: StartQuestion): BackendReport;
}

export interface StartQuestion {
  role: WorkerRole;
  /** Address of the folder that holds `datasets/` and `models/`, with a slash at its end. */
  base: string;
  /** Name of the data set; `own-...` is one that this browser keeps. Absent: the bundled one. */
  data?: string;
  backend: BackendName | 'auto';
  /** `cpu`: wasm, else cpu (ready at once). `gpu`: webgpu and webgl only. Absent: all. */
  only?: 'cpu' | 'gpu';
  /** Backends that failed on this page already. */
  avoid?: BackendName[];
  /** Fault tests may look into this worker and break it. */
  test?: boolean;
}

/** What a fault test does to a worker from inside. */
export type WorkerFault = 'out-of-memory' | 'lose-device' | 'hang-helpers';

/** What fault tests ask; only answered where `start` was told `test`. */
export interface FaultCalls {
  memory(): WorkerMemory;
  break(question: { fault: WorkerFault }): null;
}

/** Tensors that a worker holds. */
export interface WorkerMemory {
  tensors: number;
  bytes: number;
  /** Bytes of the wasm memory; 0 on other backends. */
  heap: number;
}
