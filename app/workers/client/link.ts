/**
 * One life of one worker: requests with ids, answers, and a watch on its heartbeat.
 *
 * A link dies once: when the worker throws, stops beating, says that it lost its device, or is
 * killed. Everything still asked then fails with `worker-died` (or the given code); whoever owns
 * the link decides what to do next (`supervisor.ts`).
 */
import type { Adaptation, FromWorker, Notice, Replies, Request, ToWorker } from '../protocol';
import { isDeath, WorkerFailure, type FailureCode } from '../failure';

/** The part of `Worker` that is used, so that tests can bring their own. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  onmessageerror: ((event: unknown) => void) | null;
}

export interface LinkHandlers {
  onNotice: (notice: Notice) => void;
  onDeath: (code: FailureCode, detail: string) => void;
}

/** How often the watchdog looks. */
const WATCH_MS = 1000;
/** A worker whose script is still being fetched is silent; it gets this much longer, in ms. */
const LOADING_MS = 60_000;

/** What a superseded request resolves to. */
export const SUPERSEDED = Symbol('superseded');

interface Pending {
  onFirst?: (value: Adaptation) => void;
  resolve: (value: never) => void;
  reject: (failure: WorkerFailure) => void;
}

export class Link {
  private readonly pending = new Map<number, Pending>();
  private readonly watch: ReturnType<typeof setInterval>;
  private nextId = 1;
  private lastHeard = performance.now() + LOADING_MS;
  private lastWatch = performance.now();
  private alive = true;

  /**
   * @param handlers may be replaced while the link lives (a scout that becomes the trainer)
   * @param patience silence, in ms, after which a worker counts as hung
   */
  constructor(
    private readonly worker: WorkerLike,
    public handlers: LinkHandlers,
    private readonly patience: number,
  ) {
    worker.onmessage = ({ data }) => this.hear(data);
    worker.onerror = (event) => this.die('worker-died', event.message ?? 'the script failed');
    worker.onmessageerror = () => this.die('worker-died', 'a message could not be read');
    this.watch = setInterval(() => this.look(), WATCH_MS);
  }

  /**
   * Resolves with the reply, or with `SUPERSEDED` when a newer request of its kind took over.
   * @param onFirst hears a first answer, if there is one
   */
  ask<R extends Request>(
    request: R,
    onFirst?: (value: Adaptation) => void,
  ): Promise<Replies[R['type']] | typeof SUPERSEDED> {
    if (!this.alive) return Promise.reject(new WorkerFailure('worker-died', 'no worker'));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject, onFirst });
      this.worker.postMessage({ id, request });
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

  private hear(message: FromWorker): void {
    this.lastHeard = performance.now();
    if (message.kind === 'notice') return this.handlers.onNotice(message.notice);
    const asked = this.pending.get(message.id);
    if (!asked) return;
    if (message.kind === 'partial') return asked.onFirst?.(message.value);
    this.pending.delete(message.id);
    if (message.kind === 'reply') asked.resolve(message.value as never);
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

function failureOf({ code, message, tried }: Extract<FromWorker, { kind: 'failure' }>) {
  return new WorkerFailure(code as FailureCode, message, tried);
}
