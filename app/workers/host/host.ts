/**
 * The worker's side of the protocol: takes requests, runs their handlers one at a time, answers.
 *
 * One at a time, because handlers await reads and must not see the parameters change in between.
 * Two exceptions keep an edit fast: `adapt` is latest-wins (an older one in the same channel is
 * dropped from the queue or told to stop), and a long job lets waiting edits in when it breathes.
 */
import { isOutOfMemory, WorkerFailure } from '../failure';
import type { Adaptation, FromWorker, Notice, Replies, Request, ToWorker } from '../protocol';
import { nextTurn } from './turn';

/** What a handler may use while it runs. */
export interface JobContext {
  /**
   * Lets messages in, and edits before the rest of this job.
   * @throws Superseded when a newer request took this one's place
   */
  breathe(): Promise<void>;
  /** Sends a first answer; the request stays open. */
  first(value: Adaptation): void;
}

export type Handlers = {
  [T in Request['type']]?: (
    request: Extract<Request, { type: T }>,
    context: JobContext,
  ) => Promise<Replies[T]> | Replies[T];
};

export type Post = (message: FromWorker, transfer?: Transferable[]) => void;

/** Thrown out of a handler whose request nobody waits for any more. */
export class Superseded extends Error {}

interface Job {
  id: number;
  request: Request;
  superseded: boolean;
}

export class Host {
  private handlers: Handlers;
  private queue: Job[] = [];
  private readonly running: Job[] = [];

  /** @param handlers `start` at least; `extend` adds those of the role */
  constructor(
    private readonly post: Post,
    handlers: Handlers,
  ) {
    this.handlers = handlers;
  }

  extend(handlers: Handlers): void {
    this.handlers = { ...this.handlers, ...handlers };
  }

  notify(notice: Notice): void {
    this.post({ kind: 'notice', notice }, notice.type === 'snapshot' ? transferables(notice) : []);
  }

  receive({ id, request }: ToWorker): void {
    const job = { id, request, superseded: false };
    this.supersede(request);
    this.queue.push(job);
    if (this.running.length === 0) void this.drain();
  }

  /** Drops waiting edits that `request` makes pointless and tells a running one to stop. */
  private supersede(request: Request): void {
    const older = (job: Job) => isSameEdit(job.request, request);
    for (const job of this.running.filter(older)) job.superseded = true;
    for (const job of this.queue.filter(older)) this.post({ kind: 'superseded', id: job.id });
    this.queue = this.queue.filter((job) => !older(job));
  }

  private async drain(): Promise<void> {
    for (let job = this.next(); job; job = this.next()) await this.run(job);
  }

  /** Edits first, the rest in order. */
  private next(): Job | undefined {
    const edit = this.queue.findIndex(({ request }) => request.type === 'adapt');
    return this.queue.splice(Math.max(0, edit), 1)[0];
  }

  private async run(job: Job): Promise<void> {
    this.running.push(job);
    try {
      if (this.running.length === 1) await nextTurn(); // newer messages may be waiting already
      if (job.superseded) throw new Superseded();
      const handler = this.handlers[job.request.type];
      if (!handler) throw new WorkerFailure('bad-request', `${job.request.type} is not answered`);
      const context: JobContext = {
        breathe: () => this.breathe(job),
        first: (value) => this.post({ kind: 'partial', id: job.id, value }, transferables(value)),
      };
      const value = await handler(job.request as never, context);
      const { type } = job.request;
      this.post({ kind: 'reply', id: job.id, type, value }, transferables(value));
    } catch (error) {
      this.post(
        error instanceof Superseded
          ? { kind: 'superseded', id: job.id }
          : { kind: 'failure', id: job.id, ...describe(error) },
      );
    } finally {
      this.running.splice(this.running.indexOf(job), 1);
    }
  }

  private async breathe(job: Job): Promise<void> {
    await nextTurn();
    if (job.superseded) throw new Superseded();
    if (job.request.type === 'adapt') return;
    const isEdit = ({ request }: Job) => request.type === 'adapt';
    for (let at = this.queue.findIndex(isEdit); at >= 0; at = this.queue.findIndex(isEdit)) {
      await this.run(this.queue.splice(at, 1)[0]);
    }
  }
}

function isSameEdit(a: Request, b: Request): boolean {
  return a.type === 'adapt' && b.type === 'adapt' && (a.channel ?? '') === (b.channel ?? '');
}

function describe(error: unknown): Pick<Failure, 'code' | 'message' | 'tried'> {
  if (error instanceof WorkerFailure) {
    const { code, message, tried } = error;
    return tried ? { code, message, tried } : { code, message };
  }
  const code = isOutOfMemory(error) ? 'out-of-memory' : 'internal';
  return { code, message: error instanceof Error ? error.message : String(error) };
}

type Failure = Extract<FromWorker, { kind: 'failure' }>;

/** The buffers of all typed arrays in `value`, each once: they are moved, not copied. */
export function transferables(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (value && typeof value === 'object') {
    for (const part of Object.values(value)) transferables(part, found);
  }
  return [...found];
}
