/**
 * One life of one worker: requests with ids, answers, and a watch on its heartbeat.
 *
 * A link dies once: when the worker throws, stops beating, says that it lost its device, or is
 * killed. Everything still asked then fails with `worker-died` (or the given code); whoever owns
 * the link decides what to do next (`supervisor.ts`).
 */
import type { Answer, CallName, Calls, Question } from '../protocol/calls';
import type { FromWorker, Notice, ToWorker } from '../protocol/wire';
import { isDeath, WorkerFailure, type FailureCode } from '../protocol/failure';

/** Of an `ErrorEvent`; a script that could not be fetched gives a bare `Event`. */
export interface ScriptError {
  message?: string;
  filename?: string;
  lineno?: number;
}

/** The part of `Worker` that is used, so that tests can bring their own. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { data: FromWorker<unknown> }) => void) | null;
  onerror: ((event: ScriptError) => void) | null;
  onmessageerror: ((event: unknown) => void) | null;
}

export interface LinkHandlers<N = Notice> {
  onNotice: (notice: N) => void;
  onDeath: (code: FailureCode, detail: string) => void;
}

/** How often the watchdog looks. */
const WATCH_MS = 1000;
/** A worker whose script is still being fetched is silent; it gets this much longer, in ms. */
const LOADING_MS = 60_000;

/** What a question resolves to when a newer one took over. */
export const SUPERSEDED = Symbol('superseded');

interface Pending {
  onFirst?: (answer: never) => void;
  resolve: (answer: never) => void;
  reject: (failure: WorkerFailure) => void;
}

/**
 * @typeParam C what the worker answers
 * @typeParam N what it says unasked
 */
export class Link<C extends Calls<C>, N = Notice> {
  private readonly pending = new Map<number, Pending>();
  private readonly watch: ReturnType<typeof setInterval>;
  private nextId = 1;
  private lastHeard = performance.now() + LOADING_MS;
  private lastWatch = performance.now();
  private alive = true;
  /** Why it ended: the first reason, which every later question is told. */
  private end = { code: 'worker-died' as FailureCode, detail: 'no worker' };

  /**
   * @param handlers may be replaced while the link lives (a scout that becomes the trainer)
   * @param patience silence, in ms, after which a worker counts as hung; Infinity for one without heartbeat
   */
  constructor(
    private readonly worker: WorkerLike,
    public handlers: LinkHandlers<N>,
    private readonly patience: number,
  ) {
    worker.onmessage = ({ data }) => this.hear(data);
    worker.onerror = (event) => this.die('worker-died', scriptFailure(event));
    worker.onmessageerror = () => this.die('worker-died', 'a message could not be read');
    this.watch = setInterval(() => this.look(), WATCH_MS);
  }

  /** Asks what no newer question supersedes. */
  async ask<Name extends CallName<C>>(
    call: Name,
    ...[question]: Parameters<C[Name]>
  ): Promise<Answer<C, Name>> {
    return unlessSuperseded(call, await this.askLatest(call, question as Question<C, Name>));
  }

  /**
   * Asks what is latest-wins: `SUPERSEDED` when a newer question took over.
   * @param onFirst hears a first answer, if there is one
   */
  askLatest<Name extends CallName<C>>(
    call: Name,
    question: Question<C, Name>,
    onFirst?: (answer: Answer<C, Name>) => void,
  ): Promise<Answer<C, Name> | typeof SUPERSEDED> {
    if (!this.alive) {
      const why = `asked for ${call} after its end: ${this.end.detail}`;
      return Promise.reject(new WorkerFailure(this.end.code, why));
    }
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject, onFirst });
      this.worker.postMessage({ id, call, question });
    });
  }

  /** Ends the worker; what was asked fails with `code`. Safe to call twice. */
  die(code: FailureCode, detail: string): void {
    if (!this.alive) return;
    this.close(code, detail);
    this.handlers.onDeath(code, detail);
  }

  /** Ends the worker without calling `onDeath`. */
  close(code: FailureCode = 'worker-died', detail = 'closed'): void {
    if (this.alive) this.end = { code, detail };
    this.alive = false;
    clearInterval(this.watch);
    this.worker.terminate();
    this.worker.onmessage = this.worker.onerror = this.worker.onmessageerror = null;
    for (const { reject } of this.pending.values()) reject(new WorkerFailure(code, detail));
    this.pending.clear();
  }

  /** Ends the worker behind the link's back, so that only the watchdog can notice (fault tests). */
  hang(): void {
    this.worker.terminate();
  }

  private hear(message: FromWorker<unknown>): void {
    this.lastHeard = performance.now();
    if (message.kind === 'notice') return this.handlers.onNotice(message.notice as N);
    const asked = this.pending.get(message.id);
    if (!asked) return;
    if (message.kind === 'partial') return asked.onFirst?.(message.answer as never);
    this.pending.delete(message.id);
    if (message.kind === 'reply') asked.resolve(message.answer as never);
    else if (message.kind === 'superseded') asked.resolve(SUPERSEDED as never);
    else this.fail(asked, failureOf(message));
  }

  private fail(asked: Pending, failure: WorkerFailure): void {
    asked.reject(failure);
    // Nothing that this worker computes can be trusted to end.
    if (isDeath(failure)) this.die(failure.code, failure.message);
  }

  private look(): void {
    const now = performance.now();
    // A late look means that this thread slept (laptop closed, throttled tab), not the worker.
    if (now - this.lastWatch > 3 * WATCH_MS) this.lastHeard = now;
    this.lastWatch = now;
    if (now - this.lastHeard > this.patience) {
      this.die('worker-died', `silent for ${Math.round(now - this.lastHeard)} ms`);
    }
  }
}

/** @throws WorkerFailure for what nothing should have superseded */
export function unlessSuperseded<A>(call: string, answer: A | typeof SUPERSEDED): A {
  if (answer === SUPERSEDED) throw new WorkerFailure('internal', `${call} was superseded`);
  return answer as A;
}

function failureOf({ code, message, tried, condition }: Extract<FromWorker, { kind: 'failure' }>) {
  return new WorkerFailure(code as FailureCode, message, tried, condition);
}

function scriptFailure({ message, filename, lineno }: ScriptError): string {
  if (!message) return 'the script, or one that it imports, could not be loaded';
  return filename ? `${message} (${filename}:${lineno ?? 0})` : message;
}
