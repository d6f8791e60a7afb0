/**
 * The worker's side of the protocol: takes requests, runs their handlers one at a time, answers.
 *
 * One at a time, because handlers await reads and must not see the parameters change in between.
 * Two exceptions keep an edit fast: `adapt` is latest-wins (an older one in the same channel is
 * dropped from the queue or told to stop), and a long job lets waiting edits in between its pieces.
 */
import { isOutOfMemory, WorkerFailure } from '../../protocol/failure';
import { describeCondition, type Condition } from '../../protocol/condition';
import type { AdapterCalls, AdaptQuestion } from '../../protocol/adapter';
import type { Answer, CallName, Calls, Question } from '../../protocol/calls';
import type { BackendName, WorkerRole } from '../../protocol/vocabulary';
import type { FromWorker, Notice, ToWorker } from '../../protocol/wire';
import { nextTurn } from './turn';

/** What a handler may use while it runs. */
export interface JobContext<A = unknown> {
  /**
   * Lets messages in, and edits before the rest of this job.
   * @throws Superseded when a newer request took this one's place
   */
  yieldToMessages(): Promise<void>;
  /** Sends a first answer; the request stays open. */
  first(answer: A): void;
}

/** A handler for every call: a worker that lacks one does not compile. */
export type Handlers<C extends Calls<C>> = {
  [Name in keyof C]: (
    question: Question<C, Name>,
    context: JobContext<Answer<C, Name>>,
  ) => Promise<Answer<C, Name>> | Answer<C, Name>;
};

type AnyHandler = (question: never, context: JobContext<never>) => unknown;
/** By the names of their calls. */
export type AnyHandlers = Partial<Record<string, AnyHandler>>;

export type Post<N = Notice> = (message: FromWorker<N>, transfer?: Transferable[]) => void;

/** Thrown out of a handler whose request nobody waits for any more. */
export class Superseded extends Error {}

/** The call that is latest-wins. */
const EDIT: CallName<AdapterCalls> = 'adapt';

interface Job extends ToWorker {
  superseded: boolean;
}

/** @typeParam N what the worker says unasked */
export class Host<N = Notice> {
  private handlers: AnyHandlers;
  private queue: Job[] = [];
  private readonly running: Job[] = [];
  private role: WorkerRole | null = null;
  private backend: BackendName | null = null;
  private firstFailure: string | null = null;

  /**
   * @param handlers `extend` adds more
   * @param atOnce calls that only set something: they are answered whatever else runs
   */
  constructor(
    private readonly post: Post<N>,
    handlers: AnyHandlers,
    private readonly atOnce: readonly string[] = [],
  ) {
    this.handlers = handlers;
  }

  extend(handlers: AnyHandlers): void {
    this.handlers = { ...this.handlers, ...handlers };
  }

  /** Says what this worker is, as far as it is known: failures name it. */
  become(role: WorkerRole, backend: BackendName | null): void {
    this.role = role;
    this.backend = backend;
  }

  notify(notice: N): void {
    this.post({ kind: 'notice', notice }, transferables(notice));
  }

  receive(request: ToWorker): void {
    const job = { ...request, superseded: false };
    if (this.atOnce.includes(job.call)) return void this.run(job);
    this.supersede(request);
    this.queue.push(job);
    if (this.running.length === 0) void this.drain();
  }

  /** Drops waiting edits that `request` makes pointless and tells a running one to stop. */
  private supersede(request: ToWorker): void {
    const older = (job: Job) => isSameEdit(job, request);
    for (const job of this.running.filter(older)) job.superseded = true;
    for (const job of this.queue.filter(older)) this.post({ kind: 'superseded', id: job.id });
    this.queue = this.queue.filter((job) => !older(job));
  }

  private async drain(): Promise<void> {
    for (let job = this.next(); job; job = this.next()) await this.run(job);
  }

  /** Edits first, the rest in order. */
  private next(): Job | undefined {
    const edit = this.queue.findIndex(isEdit);
    return this.queue.splice(Math.max(0, edit), 1)[0];
  }

  private async run(job: Job): Promise<void> {
    this.running.push(job);
    try {
      if (this.running.length === 1) await nextTurn(); // newer messages may be waiting already
      if (job.superseded) throw new Superseded();
      const { id, call, question } = job;
      const handler = this.handlers[call];
      if (!handler) throw this.unanswered(call);
      const context: JobContext = {
        yieldToMessages: () => this.yieldToMessages(job),
        first: (answer) => this.post({ kind: 'partial', id, answer }, transferables(answer)),
      };
      const answer = await handler(question as never, context);
      this.post({ kind: 'reply', id, call, answer }, transferables(answer));
    } catch (error) {
      if (error instanceof Superseded) this.post({ kind: 'superseded', id: job.id });
      else this.fail(job, error);
    } finally {
      this.running.splice(this.running.indexOf(job), 1);
    }
  }

  /** Types rule this out, except for messages that came before `start`. */
  private unanswered(call: string): WorkerFailure {
    const why = `${call} is not answered (${describeCondition(this.condition())})`;
    return new WorkerFailure('bad-request', why);
  }

  private fail({ id, call }: Job, error: unknown): void {
    const failure = describe(error);
    // As it was: the failure itself is in the message already.
    const condition = this.condition();
    this.firstFailure ??= `${call}: ${failure.message}`;
    this.post({ kind: 'failure', id, ...failure, condition });
  }

  private condition(): Condition {
    const { role, backend, handlers, firstFailure } = this;
    return { role, backend, answers: Object.keys(handlers), firstFailure };
  }

  private async yieldToMessages(job: Job): Promise<void> {
    await nextTurn();
    if (job.superseded) throw new Superseded();
    if (isEdit(job)) return;
    for (let at = this.queue.findIndex(isEdit); at >= 0; at = this.queue.findIndex(isEdit)) {
      await this.run(this.queue.splice(at, 1)[0]);
    }
  }
}

const isEdit = ({ call }: ToWorker): boolean => call === EDIT;

function isSameEdit(a: ToWorker, b: ToWorker): boolean {
  return isEdit(a) && isEdit(b) && channelOf(a) === channelOf(b);
}

const channelOf = ({ question }: ToWorker): string => (question as AdaptQuestion).channel ?? '';

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
